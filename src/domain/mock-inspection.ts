import { z } from "zod";

/** What became of a mock application (依申请公开模拟检查) at one unit; two rounds of 53 units are 106 家次. */
export const mockInspectionSchema = z
  .strictObject({
    year: z.int().min(2000).max(2099),
    round: z.int().min(1).max(12),
    unitId: z.string().min(1),
    sentOn: z.iso.date().meta({ description: "Day on which the mock application was sent" }),
    covered: z.boolean().meta({ description: "false: the unit was to be inspected and was not" }),
    answeredInTime: z.boolean().nullable().meta({ description: "null: not covered, or not due yet" }),
    formErrors: z.int().min(0).max(99).nullable().meta({ description: "Errors of form in the reply; null: no reply" }),
  })
  .meta({ id: "MockInspection" });
export type MockInspection = z.infer<typeof mockInspectionSchema>;

/** One round: units to be inspected and inspected, answers in time of those due, replies with an error of form. */
export interface MockRound {
  year: number;
  round: number;
  sentOn: string;
  planned: number;
  covered: number;
  judged: number;
  answeredInTime: number;
  replies: number;
  withFormErrors: number;
  formErrors: number;
}

/** The rounds of any number of rows, oldest first. */
export function toMockRounds(rows: readonly MockInspection[]): MockRound[] {
  const rounds = new Map<string, MockRound>();
  for (const { year, round, sentOn, covered, answeredInTime, formErrors } of rows) {
    const key = `${year}|${round}`;
    const sum = rounds.get(key) ?? {
      year,
      round,
      sentOn,
      planned: 0,
      covered: 0,
      judged: 0,
      answeredInTime: 0,
      replies: 0,
      withFormErrors: 0,
      formErrors: 0,
    };
    rounds.set(key, sum);
    sum.sentOn = sentOn < sum.sentOn ? sentOn : sum.sentOn;
    sum.planned += 1;
    sum.covered += Number(covered);
    sum.judged += Number(answeredInTime !== null);
    sum.answeredInTime += Number(answeredInTime === true);
    sum.replies += Number(formErrors !== null);
    sum.withFormErrors += Number((formErrors ?? 0) > 0);
    sum.formErrors += formErrors ?? 0;
  }
  return [...rounds.values()].sort((a, b) => a.year - b.year || a.round - b.round);
}
