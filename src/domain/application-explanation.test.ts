import { describe, expect, it } from "vitest";
import type { Application, ApplicationEvent } from "./application.ts";
import { explainApplication } from "./application-explanation.ts";
import { anApplication, extendedOn, repliedOn } from "./application-test-builders.ts";

function explain(events: ApplicationEvent[], today: string, changes: Partial<Application> = {}) {
  return explainApplication(anApplication({ events, ...changes }), today).map(({ kind, article, text }) => [
    kind,
    article,
    text,
  ]);
}

const READING =
  "口径说明（规则 v1）：收到之日不计，从下一个工作日起算；第三方和其他机关的意见最多等 15 个工作日，同时征求的只扣一次。";

describe("时限怎么算的", () => {
  it("tells receipt, restart, limit, pause, extension, days off, due day and verdict with their articles", () => {
    const events: ApplicationEvent[] = [
      { kind: "correctionRequested", on: "2025-03-07", deadline: "2025-03-21" },
      { kind: "corrected", on: "2025-03-12" },
      { kind: "consultation", on: "2025-03-14", with: "thirdParty", answeredOn: "2025-03-20" },
      extendedOn("2025-04-10", 15),
      repliedOn("2025-04-28", "partiallyGranted"),
    ];
    expect(explain(events, "2025-12-31")).toEqual([
      [
        "receipt",
        "第三十一条",
        "当面提交，收到申请之日 2025-03-03：当面提交的，以提交之日为收到申请之日。当日不计，从下一个工作日起算。",
      ],
      [
        "restart",
        "第三十条",
        "2025-03-07 一次性告知补正，补正期限 2025-03-21，2025-03-12 收到补正：答复期限从这一天重新起算，当日不计。",
      ],
      ["limit", "第三十三条", "不能当场答复的，自收到申请之日起 20 个工作日内答复。"],
      [
        "extension",
        "第三十三条",
        "经政府信息公开工作机构负责人同意，2025-04-10 告知申请人延期 15 个工作日，共 35 个工作日；延期只能一次，最长 20 个工作日。",
      ],
      ["pause", "第三十二、三十三条", "2025-03-14 书面征求第三方意见，2025-03-20 答复，所需 4 个工作日不计入期限。"],
      ["days", null, "周末和放假的 2025-04-04、2025-05-01、2025-05-02、2025-05-05 不计；调休上班的 2025-04-27 计入。"],
      ["due", null, "答复期限 2025-05-09，当日答复仍算按期。"],
      ["verdict", "第三十七条", "2025-04-28 办结（部分公开），用时 29 个工作日，按期。"],
      ["note", null, READING],
    ]);
  });

  it("tells what an open one has used and what is left, and how far it is past due", () => {
    const verdict = (today: string) => explain([], today).find(([kind]) => kind === "verdict")?.[2];
    expect(verdict("2025-03-14")).toBe("到 2025-03-14 已用 9 个工作日，还剩 11 个工作日。");
    expect(verdict("2025-03-31")).toBe("到 2025-03-31 已用 20 个工作日，今天到期。");
    expect(verdict("2025-04-03")).toBe("到 2025-04-03 已超期 3 个工作日。");
  });

  it("tells what stands still, and what silence does", () => {
    const asked: ApplicationEvent = { kind: "consultation", on: "2025-03-10", with: "otherOrgan", answeredOn: null };
    const pause = (today: string) => explain([asked], today).find(([kind]) => kind === "pause");
    expect(pause("2025-03-12")).toEqual([
      "pause",
      "第三十三、三十四条",
      "2025-03-10 书面征求其他机关意见，尚未答复，期限暂停计算；到 2025-03-12 所需 2 个工作日不计入期限，最多 15 个工作日。",
    ]);
    expect(pause("2025-05-12")?.[2]).toBe(
      "2025-03-10 书面征求其他机关意见，15 个工作日内没有答复，由本机关决定；到 2025-03-31 所需 15 个工作日不计入期限。",
    );
  });

  it("says what was not counted and why", () => {
    const notes = explain([extendedOn("2025-04-01")], "2025-04-02").filter(([kind]) => kind === "note");
    expect(notes[0]?.[2]).toBe(
      "2025-04-01 的“延期告知”未计入：延期告知晚于答复期限 2025-03-31，不产生延期的效力（第三十三条）。",
    );
  });

  it("says 日历未维护, 仅供参考, beside a date by weekends alone", () => {
    const due = explain([], "2026-12-21", { receivedOn: "2026-12-15" }).find(([kind]) => kind === "due");
    expect(due?.[2]).toBe(
      "2027 年日历未维护，答复期限算不准：只按周末推算为 2027-01-12，仅供参考，不作为是否超期的依据。",
    );
  });

  it("says that nothing runs before confirmation, while a correction is awaited, or after it was not made", () => {
    expect(explain([], "2025-03-31", { channel: "electronic" })).toEqual([
      [
        "receipt",
        "第三十一条",
        "互联网/传真，2025-03-03 到达；互联网、传真提交的，以双方确认之日为收到申请之日，尚未确认，期限没有起算。",
      ],
      ["note", null, READING],
    ]);
    const request: ApplicationEvent = { kind: "correctionRequested", on: "2025-03-07", deadline: null };
    expect(explain([request], "2025-03-31").map(([kind]) => kind)).toEqual(["receipt", "restart", "note"]);
    const abandoned = explain([request, repliedOn("2025-03-31", "other.correctionOverdue")], "2025-12-31");
    expect(abandoned.find(([kind]) => kind === "verdict")?.[2]).toBe(
      "2025-03-31 办结（逾期不补正），申请人视为放弃，不计入按期答复率。",
    );
  });

  it("says that a fee notice moves nothing unless the rules say so", () => {
    const fee = explain([{ kind: "feeNotified", on: "2025-03-10" }], "2025-03-12").find(([, , text]) =>
      text?.includes("收费"),
    );
    expect(fee?.[2]).toBe(
      "2025-03-10 发出收费通知，尚未缴费。收费是否中断答复期限未查到明文规定，按本系统规则不影响期限（可调整）。",
    );
  });
});
