import { describe, expect, it } from "vitest";
import { describeEscalation, type EscalationFacts, escalate, isEscalation } from "./escalation.ts";
import type { Finding } from "./finding.ts";
import { publishedScheme } from "./fixtures/published-schemes.ts";
import { toPoints } from "./points.ts";
import { toQuarter } from "./quarter.ts";
import type { Escalation } from "./scheme.ts";

const OFF: Escalation = { returnedSurcharge: null, repeatFactor: null, overdueSurcharge: null, cap: null };
const licheng = publishedScheme("licheng-2020");
const REPORT = "g2-未公开";

function aLine(id: string, points: number, changes: Partial<Finding> = {}): Finding {
  return {
    id,
    quarter: toQuarter(2025, 3),
    unitId: "u1",
    indicatorId: REPORT,
    occurredOn: "2025-08-01",
    count: 1,
    ratio: null,
    points: toPoints(points),
    problem: "年报未公开",
    evidenceUrl: null,
    status: "confirmed",
    parentId: null,
    ...changes,
  };
}

function further(rules: Partial<Escalation> | null, facts: Partial<EscalationFacts>) {
  const scheme = rules === null ? licheng : { ...licheng, escalation: { ...OFF, ...rules } };
  return escalate({
    scheme,
    findings: [],
    before: [],
    returned: new Set(),
    overdue: [],
    quarter: toQuarter(2025, 3),
    ...facts,
  });
}
const told = (lines: readonly Finding[]) =>
  lines.map((line) => [line.id, line.points / 10_000, line.parentId, line.status]);

it("is off until a scheme says otherwise", () => {
  expect(further(null, { findings: [aLine("f1", 5)], returned: new Set(["f1"]) })).toEqual([]);
  expect(further({}, { findings: [aLine("f1", 5)], returned: new Set(["f1"]) })).toEqual([]);
});

describe("退回未改再扣", () => {
  const rules = { returnedSurcharge: 10_000 };
  it("鲤城: returned and not put right costs a further equal deduction, on a line that names its cause", () => {
    const lines = further(rules, { findings: [aLine("f1", 5), aLine("f2", 5)], returned: new Set(["f1"]) });
    expect(told(lines)).toEqual([["f1~returned", 5, "f1", "confirmed"]]);
    expect(lines[0]?.problem).toBe("退回整改后未改正，加扣 100%：年报未公开");
    expect(lines.every(isEscalation)).toBe(true);
  });
  it("follows its cause: disputed while that is, gone when it is exempted", () => {
    const returned = new Set(["f1"]);
    expect(told(further(rules, { findings: [aLine("f1", 5, { status: "appealed" })], returned }))).toEqual([
      ["f1~returned", 5, "f1", "appealed"],
    ]);
    expect(further(rules, { findings: [aLine("f1", 5, { status: "exempted" })], returned })).toEqual([]);
  });
  it("never escalates an escalation", () => {
    const lines = further(rules, { findings: [aLine("f2", 5, { parentId: "f1" })], returned: new Set(["f2"]) });
    expect(lines).toEqual([]);
  });
});

it("repeated: half of the line on top where the same unit lost points on the same indicator a quarter ago", () => {
  const before = [aLine("p1", 1), aLine("p2", 1, { unitId: "u2", status: "exempted" })];
  const findings = [aLine("f1", 3), aLine("f2", 3, { unitId: "u2" }), aLine("f3", 3, { indicatorId: "g1-要素未规范" })];
  expect(told(further({ repeatFactor: 5_000 }, { findings, before }))).toEqual([
    ["f1~repeated", 1.5, "f1", "confirmed"],
  ]);
});

it("a serious error that missed its limit costs what the rules say, on the indicator they name, with its case", () => {
  const overdue = [{ caseId: "CM-7", unitId: "u1", dueOn: "2025-08-03", url: null }];
  const overdueSurcharge = { indicatorId: "g5", points: toPoints(1) };
  const lines = further({ overdueSurcharge }, { overdue });
  expect(told(lines)).toEqual([["CM-7~overdue", 1, "CM-7", "confirmed"]]);
  expect(lines[0]).toMatchObject({ indicatorId: "g5", problem: "严重错误超期整改（件号 CM-7）" });
});

it("stops at the cap of the unit: the line that reaches it is cut, later ones are dropped, others' units are not touched", () => {
  const findings = [aLine("f1", 5), aLine("f2", 5), aLine("f3", 5), aLine("f4", 5, { unitId: "u2" })];
  const returned = new Set(["f1", "f2", "f3", "f4"]);
  const lines = further({ returnedSurcharge: 10_000, cap: toPoints(8) }, { findings, returned });
  expect(told(lines).map(([id, points]) => [id, points])).toEqual([
    ["f1~returned", 5],
    ["f2~returned", 3],
    ["f4~returned", 5],
  ]);
});

it("says its rules in plain Chinese, and nothing while they are off", () => {
  expect(describeEscalation(licheng)).toEqual([]);
  const escalation = { ...OFF, returnedSurcharge: 10_000, cap: toPoints(8) };
  expect(describeEscalation({ ...licheng, escalation })).toEqual([
    "退回未改再扣原扣分的 100%",
    "每家单位每季加重扣分最多 8 分",
    "加重扣分随起因走：起因已免除时不计",
  ]);
});
