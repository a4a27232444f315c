import { expect, it } from "vitest";
import { type MockInspection, toMockRounds } from "#domain/mock-inspection.ts";
import { describeMock, toMockSeries, toMockTable, toMockUnits } from "./to-mock-series.ts";

function aRow(unitId: string, round: number, changes: Partial<MockInspection> = {}): MockInspection {
  return {
    year: 2026,
    round,
    unitId,
    sentOn: `2026-0${round * 3}-12`,
    covered: true,
    answeredInTime: true,
    formErrors: 0,
    ...changes,
  };
}

const ids = Array.from({ length: 53 }, (_, index) => `u${index}`);
const rows = [1, 2].flatMap((round) => ids.map((id) => aRow(id, round)));

it("tells 家次 from 家: two rounds of 53 units are 106 家次 at 53 家", () => {
  expect(describeMock(rows)).toBe(
    "2 轮共检查 106 家次，涉及 53 家；按期答复 106/106 家次（100.0%）；答复格式有误 0 件、共 0 处。",
  );
});

const mixed = [
  aRow("late", 1, { answeredInTime: false, formErrors: 2 }),
  aRow("wrong", 1, { formErrors: 3 }),
  aRow("good", 1),
  aRow("waiting", 1, { answeredInTime: null, formErrors: null }),
  aRow("missed", 1, { covered: false, answeredInTime: null, formErrors: null }),
];

it("keeps what is not due and what was not inspected out of the rate, and shows both", () => {
  expect(describeMock(mixed)).toBe(
    "1 轮共检查 4 家次，涉及 4 家；按期答复 2/3 家次（样本少）；答复格式有误 2 件、共 5 处。",
  );
  const [row] = toMockSeries(toMockRounds(mixed)).rows;
  expect(row?.segments.map(({ name, value }) => [name, value])).toEqual([
    ["按期答复", 2],
    ["未按期", 1],
    ["未到期", 1],
    ["未检", 1],
  ]);
  expect(toMockTable(toMockRounds(mixed)).rows[0]?.cells).toMatchObject({
    round: "2026年第 1 轮",
    judged: 3,
    rate: "样本少",
  });
});

it("lists units with a fault first, then in the order given, never inspected ones last", () => {
  const order = ["missed", "waiting", "good", "wrong", "late"];
  expect(toMockUnits(mixed, order).map(({ unitId }) => unitId)).toEqual(["late", "wrong", "waiting", "good", "missed"]);
});
