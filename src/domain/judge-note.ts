import type { AnnualReport } from "./annual-report.ts";
import { RECONCILIATION_RULES } from "./reconciliation-rules.ts";
import { type NoteDraft, type ReportNote, standingNote } from "./report-note.ts";
import { placesOf } from "./rule-place.ts";

export type NoteRefusalCode = "noteKeyReused" | "noteMovedOn" | "unknownPlace" | "personalData";

export type NoteJudgement =
  | { accepted: true; repeated: boolean; note: ReportNote }
  | { accepted: false; code: NoteRefusalCode; reason: string };

/** 18 or 15 digits of an identity card, 11 of a mobile telephone: an explanation of documents needs neither. */
const PERSONAL_NUMBER = /(?<!\d)(?:\d{17}[\dXx]|\d{15}|1[3-9]\d{9})(?!\d)/;

/** Judges a remark against those of the same report. The same key with the same content again changes nothing. */
export function judgeNote(
  report: AnnualReport,
  notes: readonly ReportNote[],
  draft: NoteDraft,
  now: string,
): NoteJudgement {
  const known = notes.find((note) => note.id === draft.id);
  if (known !== undefined) {
    if (isSame(known, draft)) return { accepted: true, repeated: true, note: known };
    return { accepted: false, code: "noteKeyReused", reason: "同一编号已登记了别的说明；登记过的不能更改。" };
  }
  const rule = RECONCILIATION_RULES.find(({ id }) => id === draft.ruleId);
  if (rule === undefined || !placesOf(rule.scope, report).some(({ item }) => item === draft.item))
    return { accepted: false, code: "unknownPlace", reason: `${draft.ruleId} 没有“${draft.item}”这一处。` };
  if (PERSONAL_NUMBER.test(draft.text))
    return { accepted: false, code: "personalData", reason: "说明里有身份证号或电话号码，请删去后再登记。" };
  const standing = standingNote(notes, draft.ruleId, draft.item);
  if ((standing?.id ?? null) !== draft.after)
    return { accepted: false, code: "noteMovedOn", reason: "这一处刚有别人登记了说明，请看过后再补充。" };
  const sequence = notes.reduce((highest, note) => Math.max(highest, note.sequence), -1) + 1;
  const { after: _, ...words } = draft;
  return {
    accepted: true,
    repeated: false,
    note: { ...words, bodyId: report.bodyId, year: report.year, sequence, at: now },
  };
}

function isSame(note: ReportNote, draft: NoteDraft): boolean {
  return note.ruleId === draft.ruleId && note.item === draft.item && note.text === draft.text && note.by === draft.by;
}
