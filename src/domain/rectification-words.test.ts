import { describe, expect, it } from "vitest";
import {
  BOARD_COLUMNS,
  ERROR_SEVERITY_LABEL,
  ERROR_SOURCE_LABEL,
  ERROR_TYPE_LABEL,
  RECTIFICATION_STATE_LABEL,
  type RectificationCase,
  rectificationCaseSchema,
} from "./rectification.ts";
import { CLOCK_STEP_LABEL } from "./rectification-clock.ts";
import { ACTOR_ROLE_LABEL, EVENT_LABEL, PAUSE_REASON_LABEL } from "./rectification-event.ts";
import { ON_TIME_MEASURE_LABEL, RATE_BASIS_LABEL, RECTIFICATION_OUTCOME_LABEL } from "./rectification-facts.ts";

describe("words", () => {
  it.each(
    Object.entries({
      ERROR_SEVERITY_LABEL,
      ERROR_SOURCE_LABEL,
      ERROR_TYPE_LABEL,
      RECTIFICATION_STATE_LABEL,
      CLOCK_STEP_LABEL,
      ACTOR_ROLE_LABEL,
      EVENT_LABEL,
      PAUSE_REASON_LABEL,
      ON_TIME_MEASURE_LABEL,
      RATE_BASIS_LABEL,
      RECTIFICATION_OUTCOME_LABEL,
    }),
  )("%s: no two codes share one, so that a sheet can be read back", (_name, labels: Record<string, string>) => {
    expect(new Set(Object.values(labels)).size).toBe(Object.keys(labels).length);
  });

  it("the board runs 待接收 → 整改中 → 待复核 → 通过 / 未通过", () => {
    const words = BOARD_COLUMNS.map((state) => RECTIFICATION_STATE_LABEL[state]);
    expect(words).toEqual(["待接收", "整改中", "待复核", "通过", "未通过"]);
  });
});

it("a case has no field for a person", () => {
  const line: RectificationCase = {
    id: "c1",
    unitId: "u1",
    severity: "general",
    errorType: "typo",
    source: "municipalList",
    wrongText: "帐户",
    suggestedText: "账户",
    excerpt: null,
    url: null,
    foundAt: "2026-10-08T00:00:00Z",
  };
  expect(rectificationCaseSchema.parse({ ...line, reporter: "某人" })).toEqual(line);
});
