import { describe, expect, it } from "vitest";
import {
  APPLICATION_STATE_LABEL,
  type Application,
  applicationStateSchema,
  effectiveReceipt,
  TIMELINESS_LABEL,
  timelinessSchema,
} from "./application.ts";
import { anApplication } from "./application-test-builders.ts";
import {
  DISPUTE_CAUSE_LABEL,
  disputeCauseSchema,
  RECONSIDERATION_FIRST_FROM,
  RECONSIDERATION_FIRST_NOTE,
} from "./dispute.ts";
import { OUTCOME_LEAVES } from "./outcome-leaf.ts";
import { articleOf, REPLY_KIND, REPLY_KINDS, replyKindsOf } from "./reply-kind.ts";

describe("收到申请之日 (条例第三十一条)", () => {
  const receiptOf = (changes: Partial<Application>) =>
    effectiveReceipt(anApplication({ receivedOn: "2025-03-03", confirmedOn: "2025-03-05", ...changes }));

  it("is the day of handing in for 当面提交, and of signing for 邮寄须签收", () => {
    expect(receiptOf({ channel: "inPerson" })).toBe("2025-03-03");
    expect(receiptOf({ channel: "signedMail" })).toBe("2025-03-03");
  });

  it("is the day of confirmation for 平常信函 and for 互联网、传真", () => {
    expect(receiptOf({ channel: "ordinaryLetter" })).toBe("2025-03-05");
    expect(receiptOf({ channel: "electronic" })).toBe("2025-03-05");
    expect(receiptOf({ channel: "electronic", confirmedOn: null })).toBeNull();
  });
});

describe("the seven kinds of reply (条例第三十六条)", () => {
  it("each count in a row of table 三, and every row rests on an article", () => {
    expect(REPLY_KINDS).toHaveLength(7);
    for (const kind of REPLY_KINDS)
      for (const leaf of REPLY_KIND[kind].leaves) expect(replyKindsOf(leaf)).toContain(kind);
    for (const leaf of OUTCOME_LEAVES) expect(articleOf(leaf)).not.toBe("");
  });

  it("are not one to one with the rows: 不掌握 comes from two kinds, 部分公开 from none", () => {
    expect(replyKindsOf("unavailable.notHeld")).toEqual(["notExisting", "otherOrgan"]);
    expect(articleOf("unavailable.notHeld")).toBe("第三十六条（四）（五）");
    expect(replyKindsOf("partiallyGranted")).toEqual([]);
    expect(articleOf("partiallyGranted")).toBe("第三十七条");
    expect(articleOf("refused.administrativeInquiry")).toBe("第三十六条（七）");
  });
});

describe("words", () => {
  it("exist for every state, timeliness and cause", () => {
    expect(Object.keys(APPLICATION_STATE_LABEL)).toEqual(applicationStateSchema.options);
    expect(Object.keys(TIMELINESS_LABEL)).toEqual(timelinessSchema.options);
    expect(Object.keys(DISPUTE_CAUSE_LABEL)).toEqual(disputeCauseSchema.options);
  });

  it("say from when reconsideration comes before a law suit", () => {
    expect(RECONSIDERATION_FIRST_FROM).toBe("2024-01-01");
    expect(RECONSIDERATION_FIRST_NOTE).toContain("2024年1月1日");
  });
});
