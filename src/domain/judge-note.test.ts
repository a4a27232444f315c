import { expect, it } from "vitest";
import { publishedReport } from "./fixtures/published-annual-reports.ts";
import { judgeNote } from "./judge-note.ts";
import { type NoteDraft, noteDraftSchema, type ReportNote, standingNote } from "./report-note.ts";

const report = publishedReport("pingtan", 2023);
const NOW = "2026-02-01T02:00:00.000Z";

function aDraft(changes: Partial<NoteDraft> = {}): NoteDraft {
  return {
    id: "k1",
    ruleId: "R6",
    item: "normativeDocuments",
    text: "年内清理，口径由发文机关改为主管部门。",
    by: "区政府办公室",
    after: null,
    ...changes,
  };
}

function record(notes: readonly ReportNote[], draft: NoteDraft): ReportNote {
  const judged = judgeNote(report, notes, draft, NOW);
  if (!judged.accepted) throw new Error(judged.code);
  return judged.note;
}

it("a remark gets the server's moment and its place in the log", () => {
  const first = record([], aDraft());
  expect(first).toMatchObject({ bodyId: "pingtan", year: 2023, sequence: 0, at: NOW });
  const second = record([first], aDraft({ id: "k2", text: "补充。", after: "k1" }));
  expect(second.sequence).toBe(1);
  expect(standingNote([first, second], "R6", "normativeDocuments")?.id).toBe("k2");
  expect(standingNote([first, second], "R6", "regulations")).toBeNull();
});

it("the same key with the same words again changes nothing; with other words it is refused", () => {
  const first = record([], aDraft());
  expect(judgeNote(report, [first], aDraft(), NOW)).toEqual({ accepted: true, repeated: true, note: first });
  expect(judgeNote(report, [first], aDraft({ text: "别的" }), NOW)).toMatchObject({ code: "noteKeyReused" });
});

it("whoever wrote without having seen the remark that stands is refused", () => {
  const first = record([], aDraft());
  expect(judgeNote(report, [first], aDraft({ id: "k2" }), NOW)).toMatchObject({ code: "noteMovedOn" });
  expect(judgeNote(report, [], aDraft({ after: "k0" }), NOW)).toMatchObject({ code: "noteMovedOn" });
});

it("a place that the rule does not have is refused", () => {
  expect(judgeNote(report, [], aDraft({ item: "licensing" }), NOW)).toMatchObject({ code: "unknownPlace" });
  expect(judgeNote(report, [], aDraft({ ruleId: "R5", item: "total" }), NOW)).toMatchObject({ accepted: true });
});

it("no identity card and no telephone number is recorded", () => {
  for (const text of ["联系 13800138000", "身份证500223199001011234", "50022319900101123X 已核"])
    expect(judgeNote(report, [], aDraft({ text }), NOW)).toMatchObject({ code: "personalData" });
  expect(judgeNote(report, [], aDraft({ text: "国办公开办函〔2021〕30号，2024年清理 12 件" }), NOW)).toMatchObject({
    accepted: true,
  });
});

it("an empty remark is none", () => {
  expect(noteDraftSchema.safeParse(aDraft({ text: "  " })).success).toBe(false);
});
