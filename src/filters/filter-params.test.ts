import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_FILTERS, type Filters, reportViewSchema, rulesViewSchema } from "#domain/filters.ts";
import { toQuarter } from "#domain/quarter.ts";
import { errorSourceSchema, errorTypeSchema, rectificationStateSchema } from "#domain/rectification.ts";
import { onTimeMeasureSchema, onTimeViewSchema } from "#domain/rectification-facts.ts";
import { capAtSchema } from "#domain/scheme.ts";
import { normaliseChanges, type SchemeChange } from "#domain/scheme-draft.ts";
import { readFilters, toSearchText, writeFilters } from "./filter-params.ts";

function read(search: string) {
  return readFilters(new URLSearchParams(search), DEFAULT_FILTERS);
}

function write(filters: Partial<Filters>, search = "") {
  return toSearchText(writeFilters(new URLSearchParams(search), { ...DEFAULT_FILTERS, ...filters }, DEFAULT_FILTERS));
}

const anId = fc.string({ minLength: 1, maxLength: 64, unit: "grapheme" }).filter((id) => id.length <= 64);
const aQuarter = fc
  .record({ year: fc.integer({ min: 2000, max: 2099 }), number: fc.integer({ min: 1, max: 4 }) })
  .map(({ year, number }) => toQuarter(year, number));
const aChange: fc.Arbitrary<SchemeChange> = fc.oneof(
  fc.record({ kind: fc.constant("points" as const), id: anId, value: fc.integer({ min: 0, max: 10_000_000 }) }),
  fc.record({ kind: fc.constant("cap" as const), id: anId, value: fc.constantFrom(...capAtSchema.options) }),
  fc.record({
    kind: fc.constant("edge" as const),
    id: anId,
    level: fc.integer({ min: 1, max: 6 }),
    value: fc.integer({ min: 0, max: 10_000_000 }),
  }),
);
const anyFilters = fc.record({
  quarters: fc.uniqueArray(aQuarter).map((quarters) => quarters.sort()),
  side: fc.constantFrom(null, "department" as const, "township" as const),
  unitClass: fc.option(anId),
  units: fc.uniqueArray(anId, { maxLength: 20 }),
  compare: fc.constantFrom("qoq" as const, "yoy" as const, "picked" as const, "none" as const),
  base: fc.option(aQuarter),
  sort: fc.constantFrom("points" as const, "register" as const),
  body: fc.option(anId),
  year: fc.option(fc.integer({ min: 2000, max: 2099 })),
  reportForm: fc.constantFrom(null, "2019" as const, "2021" as const),
  reportView: fc.constantFrom(...reportViewSchema.options),
  pick: fc.option(anId),
  severity: fc.constantFrom(null, "serious" as const, "general" as const),
  errorTypes: fc.subarray(errorTypeSchema.options),
  errorSources: fc.subarray(errorSourceSchema.options),
  caseStates: fc.subarray(rectificationStateSchema.options),
  onTimeView: fc.constantFrom(...onTimeViewSchema.options),
  onTimeMeasure: fc.constantFrom(...onTimeMeasureSchema.options),
  caseId: fc.option(anId),
  draft: fc.array(aChange, { maxLength: 5 }).map(normaliseChanges),
  rules: fc.constantFrom(...rulesViewSchema.options),
  explain: fc.option(fc.record({ quarter: fc.constant(toQuarter(2026, 3)), unitId: anId, step: fc.option(anId) })),
  basis: fc.constantFrom(null, "ledger" as const, "report" as const),
  disputeSpan: fc.constantFrom("year" as const, "quarter" as const),
  applicationId: fc.option(anId),
  slide: fc.option(fc.integer({ min: 1, max: 99 })),
}) satisfies fc.Arbitrary<Filters>;

describe("readFilters", () => {
  it("gives the defaults for an empty address", () => {
    expect(read("")).toEqual({ filters: DEFAULT_FILTERS, ignored: [] });
  });

  it("reads every filter", () => {
    expect(
      read(
        "?quarter=2026Q3,2026Q2&side=township&class=一类&unit=u01,u02&compare=picked&base=2025Q1&sort=register" +
          "&body=b1&year=2025&form=2021&view=compare&pick=t3.granted.total" +
          "&severity=serious&type=typo,rankOrder&source=thirdParty&state=rectifying,awaitingReceipt" +
          "&rates=quarterUnits&measure=firstReport&case=CM20261008-51&explain=2026Q3,u01,indicator.updates" +
          "&basis=report&disputes=quarter&application=YSQ2026-0018" +
          "&draft=1;w:g1:20;t:一类.1:2.5&rules=both",
      ),
    ).toEqual({
      filters: {
        quarters: ["2026Q2", "2026Q3"],
        side: "township",
        unitClass: "一类",
        units: ["u01", "u02"],
        compare: "picked",
        base: "2025Q1",
        sort: "register",
        body: "b1",
        year: 2025,
        reportForm: "2021",
        reportView: "compare",
        pick: "t3.granted.total",
        severity: "serious",
        errorTypes: ["rankOrder", "typo"],
        errorSources: ["thirdParty"],
        caseStates: ["awaitingReceipt", "rectifying"],
        onTimeView: "quarterUnits",
        onTimeMeasure: "firstReport",
        caseId: "CM20261008-51",
        explain: { quarter: "2026Q3", unitId: "u01", step: "indicator.updates" },
        basis: "report",
        disputeSpan: "quarter",
        applicationId: "YSQ2026-0018",
        draft: [
          { kind: "edge", id: "一类", level: 1, value: 25_000 },
          { kind: "weight", id: "g1", value: 200_000 },
        ],
        rules: "both",
        slide: null,
      },
      ignored: [],
    });
  });

  it("takes a year in place of a quarter as its four quarters", () => {
    expect(read("?quarter=2026").filters.quarters).toEqual(["2026Q1", "2026Q2", "2026Q3", "2026Q4"]);
    expect(read("?quarter=2025,2026Q1").filters.quarters).toHaveLength(5);
  });

  it("keeps the good values of a list and names the bad ones", () => {
    const { filters, ignored } = read("?quarter=2026Q3,2026Q9,foo&sort=up&year=12");
    expect(filters.quarters).toEqual(["2026Q3"]);
    expect(ignored).toEqual(["已忽略：季度 2026Q9、foo", "已忽略：排序 up", "已忽略：年度 12"]);
  });

  it("names what is no kind of error and no state", () => {
    const { filters, ignored } = read("?type=typo,spelling&state=lost&severity=grave");
    expect(filters).toMatchObject({ errorTypes: ["typo"], caseStates: [], severity: null });
    expect(ignored).toEqual(["已忽略：级别 grave", "已忽略：错误类型 spelling", "已忽略：状态 lost"]);
  });

  it("takes a repeated parameter as one list", () => {
    expect(read("?unit=u1&unit=u2,u1").filters.units).toEqual(["u1", "u2"]);
  });

  it("shows hostile text only as plain short words", () => {
    const [note = ""] = read(`?side=${encodeURIComponent(`<img src=x>\u202e\u0000${"长".repeat(500)}`)}`).ignored;
    expect(note).toMatch(/^已忽略：类别 <img src=x> 长+…$/);
    expect(note.length).toBeLessThan(40);
  });

  it("shortens a long list of unknown values", () => {
    expect(read("?quarter=a,b,c,d,e").ignored).toEqual(["已忽略：季度 a、b、c等 5 项"]);
  });

  it("never throws, whatever the address says", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom("%", "%E0%A4%A", "__proto__", "constructor", "2026Q3,".repeat(2000), "−1", "2026q3", "-,-"),
    );
    const name = fc.constantFrom(
      "quarter",
      "side",
      "class",
      "unit",
      "compare",
      "sort",
      "severity",
      "type",
      "state",
      "rates",
      "case",
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, hostile), { maxLength: 12 }), (pairs) => {
        const { filters } = readFilters(new URLSearchParams(pairs), DEFAULT_FILTERS);
        expect(Object.keys(filters)).toEqual(Object.keys(DEFAULT_FILTERS));
        expect(filters.units.length).toBeLessThanOrEqual(400);
      }),
    );
  });
});

describe("writeFilters", () => {
  it("leaves defaults out", () => {
    expect(write({})).toBe("");
    expect(write({}, "?sort=register&side=township")).toBe("");
  });

  it("keeps the parameters of others", () => {
    expect(write({ side: "township" }, "?tab=table&zoom=a&zoom=b")).toBe("?tab=table&zoom=a&zoom=b&side=township");
  });

  it("writes the newest quarter first, and a whole year as the year", () => {
    expect(write({ quarters: [toQuarter(2026, 2), toQuarter(2026, 3)] })).toBe("?quarter=2026Q3,2026Q2");
    expect(write({ quarters: [1, 2, 3, 4].map((number) => toQuarter(2025, number)) })).toBe("?quarter=2025");
  });

  it("loses nothing: what was written is read back, and written again it is the same", () => {
    fc.assert(
      fc.property(
        anyFilters,
        fc.constantFrom("", "?tab=x", "?unit=zzz&compare=none&tab=%E4%B8%80,2"),
        (filters, before) => {
          const written = write(filters, before);
          expect(read(written)).toEqual({ filters, ignored: [] });
          expect(write(filters, written)).toBe(written);
        },
      ),
    );
  });

  it("loses nothing under other defaults either, so that “none” can be said", () => {
    fc.assert(
      fc.property(anyFilters, anyFilters, (filters, defaults) => {
        const params = new URLSearchParams(toSearchText(writeFilters(new URLSearchParams(), filters, defaults)));
        expect(readFilters(params, defaults)).toEqual({ filters, ignored: [] });
      }),
    );
  });
});
