import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it, vi } from "vitest";
import { ChartSurface } from "./chart-surface.tsx";
import type { HitModel } from "./hit-model.ts";

afterEach(cleanup);

const names = ["归雁镇", "霜叶镇"];
const model: HitModel = {
  label: "各单位条形",
  hint: "点击筛选该单位",
  panels: [{ x: 0, y: 0, rowHeight: 20, rowCount: 2, columns: () => [{ x: 0, width: 100 }] }],
  describe: ({ row }) => ({ id: `u${row}`, title: names[row] ?? "", lines: [["扣分", "9.0 分"]], picked: row === 1 }),
};

function show(onPick?: (id: string) => void) {
  render(
    <ChartSurface width={100} height={40} print={false} model={model} onPick={onPick}>
      <path d="M0 0" />
    </ChartSurface>,
  );
}

it("reads mark after mark with the arrow keys and picks with Enter", async () => {
  const onPick = vi.fn();
  show(onPick);
  await userEvent.tab();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  expect(screen.getByRole("option", { selected: true }).textContent).toBe("霜叶镇，扣分 9.0 分");
  await userEvent.keyboard("{Enter}");
  expect(onPick).toHaveBeenCalledExactlyOnceWith("u1");
});

it("says the same in the tooltip as to the screen reader", async () => {
  show(() => undefined);
  await userEvent.tab();
  await userEvent.keyboard("{ArrowDown}");
  expect(screen.getByText("点击筛选该单位")).toBeTruthy();
});

it("promises no click where nothing can be picked", async () => {
  show();
  await userEvent.tab();
  await userEvent.keyboard("{ArrowDown}");
  expect(screen.queryByText("点击筛选该单位")).toBeNull();
});

it("is a bare svg in a picture", () => {
  const { container } = render(
    <ChartSurface width={100} height={40} print model={model} onPick={undefined}>
      <path d="M0 0" />
    </ChartSurface>,
  );
  expect(container.firstElementChild?.tagName).toBe("svg");
});
