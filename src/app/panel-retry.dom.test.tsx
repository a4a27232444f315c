import { QueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { Panel } from "#ui/panel.tsx";
import { Providers } from "./providers.tsx";

function Numbers({ ask }: { ask: () => Promise<string> }) {
  return <p>{useSuspenseQuery({ queryKey: ["numbers"], queryFn: ask, retry: false }).data}</p>;
}

function show(ask: () => Promise<string>) {
  render(
    <Providers queryClient={new QueryClient()}>
      <Panel minHeight={200} label="扣分走势">
        <Numbers ask={ask} />
      </Panel>
      <Panel minHeight={200}>
        <p>邻居</p>
      </Panel>
    </Providers>,
  );
  return userEvent.setup();
}

/** React speaks of an error on the console even when a boundary shows it. */
function expectSpokenError() {
  vi.mocked(console.error).mockImplementation(() => {});
}

describe("Panel", () => {
  it("waits in its own size", () => {
    show(() => new Promise(() => {}));
    expect(screen.getByRole("status").textContent).toBe("扣分走势正在加载");
  });

  it("fails alone with sentence, code and endpoint, and 重试 asks again", async () => {
    expectSpokenError();
    const failure = Object.assign(new Error("接口没有应答"), { code: "networkFailure", path: "/api/units" });
    const ask = vi.fn<() => Promise<string>>().mockRejectedValueOnce(failure).mockResolvedValueOnce("8.6 分");
    const user = show(ask);
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("扣分走势：接口没有应答");
    expect(alert.textContent).toContain("代码 networkFailure · 接口 /api/units");
    expect(screen.getByText("邻居")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "重试" }));
    expect(await screen.findByText("8.6 分")).toBeTruthy();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it("forgets the failure when it is given something else to show", async () => {
    expectSpokenError();
    const client = new QueryClient();
    const fail = () => Promise.reject(Object.assign(new Error("没有应答"), { code: "networkFailure" }));
    const page = (content: ReactNode) => (
      <Providers queryClient={client}>
        <Panel minHeight={200}>{content}</Panel>
      </Providers>
    );
    const { rerender } = render(page(<Numbers ask={fail} />));
    await screen.findByRole("alert");
    rerender(page(<p>另一季度</p>));
    expect(screen.getByText("另一季度")).toBeTruthy();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("hides the inner words of a programming error", async () => {
    expectSpokenError();
    show(() => Promise.reject(new TypeError("x is undefined")));
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("这一块没有显示出来");
    expect(alert.textContent).not.toContain("undefined");
  });
});
