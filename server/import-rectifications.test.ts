import { beforeEach, describe, expect, it } from "vitest";
import { describeRowError } from "#domain/row-error.ts";
import { openDatabase } from "./database.ts";
import { csv, sample } from "./file-builders.ts";
import { type ImportOptions, importLedger } from "./import-ledger.ts";
import { sqlStore } from "./sql-store.ts";
import type { Store } from "./store.ts";

const NOW = new Date("2026-10-09T02:00:00.000Z");
const OPTIONS: ImportOptions = { goodRows: false, replaceDemo: false, asOf: null, now: NOW };
const GUOYANG = sample("guoyang-2020Q3.xlsx");

let store: Store;
beforeEach(async () => {
  store = sqlStore(await openDatabase("file::memory:"));
  return () => store.close();
});

describe("错敏信息 and 整改记录", () => {
  const CASES = csv(
    "错敏信息.csv",
    "编号,单位,错敏字,建议修改,错误类型,发现时间,级别,交办时间",
    "E1,涡阳县水利局,布署,部署,错别字,2026/9/30,一般,2026/9/30 10:00",
    "E2,涡阳县水利局,附件打不开,,死链,2026/9/30 08:10,一般错误,",
  );
  const EVENT_HEAD = "问题编号,时间,事项,登记方角色,登记单位";
  const EVENTS = csv(
    "整改记录.csv",
    EVENT_HEAD,
    "E1,2026年10月2日14时30分,复核通过,第三方机构,测评机构",
    "E1,2026年10月1日9时,整改完成,责任单位,涡阳县水利局",
  );

  it("become cases and logs; a second import of the same files changes nothing", async () => {
    await importLedger(store, GUOYANG, OPTIONS);
    for (const file of [CASES, EVENTS]) {
      const { changes, intake } = await importLedger(store, file, OPTIONS);
      expect(intake.errors.map(describeRowError)).toEqual([]);
      expect(changes?.rectificationEvents.added).toBeGreaterThan(0);
    }
    const detail = await store.rectification({ id: "E1" });
    expect(detail).toMatchObject({
      errorType: "typo",
      progress: { state: "passed", dueAt: "2026-10-02T02:00:00.000Z", firstReportOnTime: true, notCounted: [] },
    });
    expect(detail.events.map(({ kind }) => kind)).toEqual(["dispatched", "reportedFixed", "recheckPassed"]);
    for (const file of [CASES, EVENTS]) {
      const { changes } = await importLedger(store, file, OPTIONS);
      const counts = Object.values(changes ?? {});
      expect(counts.reduce((sum, change) => sum + change.added + change.changed, 0)).toBe(0);
      expect(counts.some((change) => change.unchanged > 0)).toBe(true);
    }
  });

  it("are refused as a whole for one impossible entry, and with goodRows taken without it", async () => {
    await importLedger(store, GUOYANG, OPTIONS);
    await importLedger(store, CASES, OPTIONS);
    const file = csv(
      "整改记录.csv",
      EVENT_HEAD,
      "E1,2026-10-01 09:00,整改完成,责任单位,涡阳县水利局",
      "E2,2026-10-01 09:00,整改完成,责任单位,涡阳县水利局",
    );
    const { changes, intake } = await importLedger(store, file, OPTIONS);
    expect(changes).toBeNull();
    expect(intake.errors.map(describeRowError)).toEqual(["整改记录 第 3 行 事项（C列）“整改完成”：该件尚未交办。"]);
    expect((await store.rectification({ id: "E1" })).progress.state).toBe("awaitingReceipt");
    await importLedger(store, file, { ...OPTIONS, goodRows: true });
    expect((await store.rectification({ id: "E1" })).progress.state).toBe("awaitingRecheck");
  });

  it("come back from the ledger's own words unchanged, and what was recorded cannot be changed there", async () => {
    await importLedger(store, GUOYANG, OPTIONS);
    await importLedger(store, CASES, OPTIONS);
    const records = await store.caseRecords();
    const asJson = (note: string) => ({
      name: "x.json",
      bytes: Buffer.from(
        JSON.stringify({
          rectificationCases: records.map(({ row }) => row),
          rectificationEvents: records.flatMap(({ row, events }) =>
            events.map((event) => ({ caseId: row.id, event: { ...event, note } })),
          ),
        }),
      ),
    });
    const { changes } = await importLedger(store, asJson(""), OPTIONS);
    expect(changes?.rectificationEvents).toEqual({ added: 0, changed: 0, unchanged: 1 });
    const refused = await importLedger(store, asJson("另一种说法"), OPTIONS);
    expect(refused.changes).toBeNull();
    expect(refused.intake.errors[0]).toMatchObject({ sheet: "整改记录", column: "event.id", value: "E1-交办" });
  });
});
