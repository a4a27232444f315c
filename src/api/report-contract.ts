import { z } from "zod";
import { annualReportSchema, reportHeadingSchema } from "#domain/annual-report.ts";
import { noteDraftSchema, reportNoteSchema } from "#domain/report-note.ts";
import { reportVerdictSchema } from "#domain/report-verdict.ts";
import { defineEndpoint, defineWrite } from "./endpoint.ts";
import { idSchema, listOf } from "./parameters.ts";

const yearSchema = z.string().regex(/^20\d{2}$/);
const bodyParameter = idSchema.optional().meta({ description: "Reporting body; left out means all of them" });
const yearList = listOf(yearSchema, "Years, comma separated; empty means all");

export const reportContract = {
  annualReportHeadings: defineEndpoint({
    path: "/api/annual-report-headings",
    summary: "Bodies and years with an annual report, roll-ups first, newest year first",
    query: z.strictObject({}),
    reply: z.array(reportHeadingSchema),
  }),
  annualReports: defineEndpoint({
    path: "/api/annual-reports",
    summary: "Statutory tables of one body or of all, by body and year",
    query: z.strictObject({
      body: bodyParameter,
      year: yearList,
      row: listOf(idSchema, "Rows of the tables, comma separated; empty means all"),
    }),
    reply: z.array(annualReportSchema),
  }),
  annualReportVerdicts: defineEndpoint({
    path: "/api/annual-report-verdicts",
    summary: "Which reconciliation rules hold for each body and year, and where they fail",
    query: z.strictObject({ year: yearList }),
    reply: z.array(reportVerdictSchema),
  }),
  annualReportNotes: defineEndpoint({
    path: "/api/annual-report-notes",
    summary: "Remarks on places where a rule does not hold, in the order of recording",
    query: z.strictObject({ body: bodyParameter, year: yearList }),
    reply: z.array(reportNoteSchema),
  }),
};

export const reportWrites = {
  recordReportNote: defineWrite({
    path: "/api/annual-reports/:body/:year/notes",
    summary: "Adds a remark to a report; the same key with the same content again changes nothing",
    query: z.strictObject({ body: idSchema, year: yearSchema }),
    body: noteDraftSchema,
    reply: reportNoteSchema,
  }),
};
