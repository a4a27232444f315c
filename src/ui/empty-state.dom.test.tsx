import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { EmptyState } from "./empty-state.tsx";
import { Panel } from "./panel.tsx";

afterEach(cleanup);

it("says what the card would show, because no figure does", () => {
  render(
    <Panel minHeight={200} label="累计整改用时">
      <EmptyState sentence="所选范围没有复核通过的问题。" advice="可换一个季度，或放宽筛选。" />
    </Panel>,
  );
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("累计整改用时");
});

it("repeats no name: neither the page's own nor that of the part above", () => {
  render(
    <Panel bare minHeight={200} label="单位扣分">
      <EmptyState sentence="还没有任何一期检查。" />
      <Panel minHeight={200} label="检查覆盖">
        <EmptyState named={false} sentence="应检单位全部实检，没有未检、未报。" />
      </Panel>
    </Panel>,
  );
  expect(screen.queryAllByRole("heading")).toEqual([]);
});
