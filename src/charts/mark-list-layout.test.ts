import { expect, it } from "vitest";
import { layOutMarkList, markListChartHeight } from "./mark-list-layout.ts";
import type { MarkListRow } from "./mark-list-series.ts";

const remark = (id: string, text: string): MarkListRow => ({
  id,
  look: "square",
  word: "不一致",
  head: "办结25件",
  text,
});

it("wraps what is said to the width and cuts nothing", () => {
  const text = "正文25，表内“办理结果总计”23，差+2；".repeat(8);
  const { rows } = layOutMarkList({ rows: [remark("a", text)] }, 400);
  expect(rows[0]?.text.length).toBeGreaterThan(3);
  expect(rows[0]?.text.map((line) => line.words).join("")).toBe(text);
});

it("puts each row under the one before", () => {
  const { rows, height } = layOutMarkList({ rows: [remark("a", "甲"), remark("b", "乙")] }, 562);
  expect(rows.map((row) => row.top)).toEqual([0, 44]);
  expect(height).toBe(88);
});

it("keeps a line's height when there is nothing to list", () => {
  expect(markListChartHeight({ rows: [] }, 562)).toBe(18);
});
