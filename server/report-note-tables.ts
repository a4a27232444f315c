import { type NotedRule, type ReportNote, reportNoteSchema } from "#domain/report-note.ts";

export interface ReportNoteTables {
  report_note: {
    body_id: string;
    year: number;
    sequence: number;
    id: string;
    at: string;
    rule_id: NotedRule;
    item: string;
    note: string;
    organisation: string;
  };
}

export function toNote(row: ReportNoteTables["report_note"]): ReportNote {
  const { body_id: bodyId, rule_id: ruleId, note: text, organisation: by, ...rest } = row;
  return reportNoteSchema.parse({ ...rest, bodyId, ruleId, text, by });
}

export function toNoteRow(note: ReportNote): ReportNoteTables["report_note"] {
  const { bodyId, ruleId, text, by, ...rest } = note;
  return { ...rest, body_id: bodyId, rule_id: ruleId, note: text, organisation: by };
}
