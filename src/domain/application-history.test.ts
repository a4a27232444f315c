import { describe, expect, it } from "vitest";
import type { Application, ApplicationEvent } from "./application.ts";
import { readHistory } from "./application-history.ts";
import { anApplication, extendedOn, repliedOn } from "./application-test-builders.ts";

const REQUEST: ApplicationEvent = { kind: "correctionRequested", on: "2025-03-06", deadline: "2025-03-20" };
const CORRECTED: ApplicationEvent = { kind: "corrected", on: "2025-03-12" };

function faults(events: ApplicationEvent[], changes: Partial<Application> = {}): string[] {
  return readHistory(anApplication({ events, ...changes }), "2025-12-31").faults.map(({ reason }) => reason);
}

describe("a history that cannot have happened is told with the reason", () => {
  it.each<[string, ApplicationEvent[], string]>([
    ["an entry before the receipt", [repliedOn("2025-03-01")], "早于收到申请之日 2025-03-03（第三十一条）"],
    ["two replies", [repliedOn("2025-03-10"), repliedOn("2025-03-11")], "该申请已于 2025-03-10 办结，不能再登记"],
    [
      "anything after the reply",
      [repliedOn("2025-03-10"), extendedOn("2025-03-12")],
      "该申请已于 2025-03-10 办结，不能再登记",
    ],
    [
      "a second notice of correction",
      [REQUEST, CORRECTED, { ...REQUEST, on: "2025-03-13" }],
      "补正只能一次性告知，已于 2025-03-06 告知过（第三十条）",
    ],
    ["a correction that nobody asked for", [CORRECTED], "没有补正告知，不能收到补正（第三十条）"],
    ["a correction twice", [REQUEST, CORRECTED, { kind: "corrected", on: "2025-03-14" }], "已于 2025-03-12 收到补正"],
    ["a deadline before its notice", [{ ...REQUEST, deadline: "2025-03-05" }], "补正期限早于补正告知之日"],
    [
      "a second extension",
      [extendedOn("2025-03-10", 5), extendedOn("2025-03-20", 5)],
      "延期只能一次，已于 2025-03-10 告知过（第三十三条）",
    ],
    ["an extension of nothing", [REQUEST, extendedOn("2025-03-10")], "正在等待补正，没有正在计算的期限，不能延期"],
    [
      "asking about an unclear application",
      [REQUEST, { kind: "consultation", on: "2025-03-10", with: "thirdParty", answeredOn: null }],
      "正在等待补正，申请内容尚不明确，不能征求意见",
    ],
    [
      "an answer before the question",
      [{ kind: "consultation", on: "2025-03-10", with: "otherOrgan", answeredOn: "2025-03-07" }],
      "答复意见之日早于征求意见之日",
    ],
    [
      "an agreed date in the past",
      [{ kind: "agreed", on: "2025-03-10", dueOn: "2025-03-10", reason: "多" }],
      "约定的答复日应晚于告知之日（第三十五条）",
    ],
    ["a payment without a notice", [{ kind: "feePaid", on: "2025-03-10" }], "没有收费通知，不能缴费"],
    [
      "逾期不补正 without a notice",
      [repliedOn("2025-03-28", "other.correctionOverdue")],
      "没有补正告知，不能按“逾期不补正”办结（第三十条）",
    ],
    [
      "逾期不补正 before the deadline",
      [REQUEST, repliedOn("2025-03-20", "other.correctionOverdue")],
      "补正期限 2025-03-20 未过，不能按“逾期不补正”办结",
    ],
    [
      "逾期不补正 after a correction",
      [REQUEST, CORRECTED, repliedOn("2025-03-28", "other.correctionOverdue")],
      "已于 2025-03-12 收到补正，不能按“逾期不补正”办结（第三十条）",
    ],
    [
      "补正后仍不明确 without a correction",
      [REQUEST, repliedOn("2025-03-28", "unavailable.stillUnclear")],
      "尚未收到补正，不能按“补正后仍不明确”办结（第三十条）",
    ],
    [
      "补正后仍不明确 without a notice",
      [repliedOn("2025-03-28", "unavailable.stillUnclear")],
      "没有补正告知，不能按“补正后仍不明确”办结（第三十条）",
    ],
    [
      "逾期不缴费 without a notice",
      [repliedOn("2025-03-28", "other.feeUnpaid")],
      "没有收费通知，不能按“逾期不缴费”办结",
    ],
  ])("%s", (_name, events, reason) => {
    expect(faults(events)).toEqual([reason]);
  });

  it("nothing follows a receipt that was not confirmed", () => {
    expect(faults([repliedOn("2025-03-10")], { channel: "electronic" })).toEqual([
      "尚未确认收到申请，期限没有起算，不能有后续登记（第三十一条）",
    ]);
  });
});

describe("what is possible but late has no effect, and says so", () => {
  it("a notice of correction after the seventh working day, and the correction that follows it", () => {
    const { withoutEffect, clockFrom, state } = readHistory(
      anApplication({
        events: [
          { ...REQUEST, on: "2025-03-13" },
          { ...CORRECTED, on: "2025-03-18" },
        ],
      }),
      "2025-12-31",
    );
    expect(withoutEffect.map(({ reason }) => reason)).toEqual([
      "补正告知晚于收到申请后第 7 个工作日（2025-03-12），期限不重新起算（第三十条）",
      "补正告知已逾期，收到补正不重新起算期限（第三十条）",
    ]);
    expect([clockFrom, state]).toEqual(["2025-03-03", "inProgress"]);
  });

  it("an extension after the due day", () => {
    const { withoutEffect, extension } = readHistory(
      anApplication({ events: [extendedOn("2025-04-01")] }),
      "2025-12-31",
    );
    expect(withoutEffect[0]?.reason).toBe("延期告知晚于答复期限 2025-03-31，不产生延期的效力（第三十三条）");
    expect(extension).toBeNull();
  });
});

describe("a history is read as of a day", () => {
  const events = [REQUEST, CORRECTED, repliedOn("2025-03-28")];

  it.each([
    ["2025-03-02", "awaitingConfirmation"],
    ["2025-03-05", "inProgress"],
    ["2025-03-06", "awaitingCorrection"],
    ["2025-03-12", "inProgress"],
    ["2025-03-28", "closed"],
  ])("%s: %s", (asOf, state) => {
    expect(readHistory(anApplication({ events }), asOf).state).toBe(state);
  });

  it("is consulting while an answer is awaited within 15 working days", () => {
    const application = anApplication({
      events: [{ kind: "consultation", on: "2025-03-10", with: "thirdParty", answeredOn: "2025-03-20" }],
    });
    expect(readHistory(application, "2025-03-12").state).toBe("consulting");
    expect(readHistory(application, "2025-03-20").state).toBe("inProgress");
  });
});
