import { type Limit, limitSchema } from "#domain/rectification.ts";

/** How a dispatch may set its limit: by the rules, or in one of the four shapes of a notice. */
export const LIMIT_CHOICES = {
  rules: "按规则",
  elapsedHours: "通知另定：小时",
  workingDays: "通知另定：工作日",
  fixedDate: "通知另定：固定日期",
  immediately: "通知另定：立即",
} as const;
export type LimitChoice = keyof typeof LIMIT_CHOICES;

/** What stands in the fields of the form. */
export interface LimitDraft {
  choice: LimitChoice;
  amount: string;
  date: string;
}

export const RULES_DRAFT: LimitDraft = { choice: "rules", amount: "", date: "" };

/** The limit that a dispatch is sent with: null leaves it to the rules, undefined while the fields say none yet. */
export function toLimit({ choice, amount, date }: LimitDraft): Limit | null | undefined {
  if (choice === "rules") return null;
  return limitSchema.safeParse({ kind: choice, hours: Number(amount), days: Number(amount), date }).data;
}
