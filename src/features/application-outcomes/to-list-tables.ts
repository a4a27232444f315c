import type { applicationContract } from "#api/application-contract.ts";
import type { ReplyOf } from "#api/endpoint.ts";
import type { FigureColumn, FigureTable } from "#charts/figure-spec.ts";
import { DISPUTE_CAUSE_LABEL } from "#domain/dispute.ts";
import { DISPUTE_KIND_LABEL, DISPUTE_RESULT_LABEL, PENDING_LABEL } from "./dispute-words.ts";
import type { MockUnit } from "./to-mock-series.ts";

export type DisputeRow = ReplyOf<typeof applicationContract.disputes>[number];
type NameOf = (unitId: string) => string;

const text = (key: string, head: string): FigureColumn => ({ key, head, align: "left", kind: "text" });
const number = (key: string, head: string): FigureColumn => ({ key, head, align: "right", kind: "number" });

export function describeResult({ result }: Pick<DisputeRow, "result">): string {
  return result === null ? PENDING_LABEL : DISPUTE_RESULT_LABEL[result];
}

/** Pending ones first, as on the page. */
export function inListOrder(rows: readonly DisputeRow[]): DisputeRow[] {
  return [...rows].sort((a, b) => Number(a.result !== null) - Number(b.result !== null));
}

/** The cases one by one, with their days; a pending case has no day of its end. */
export function toDisputeListTable(rows: readonly DisputeRow[], nameOf: NameOf): FigureTable {
  return {
    columns: [
      text("id", "编号"),
      text("unit", "单位"),
      text("kind", "类别"),
      text("cause", "事由"),
      text("application", "申请编号"),
      text("filedOn", "立案日期"),
      text("result", "结果"),
      text("concludedOn", "审结日期"),
    ],
    rows: rows.map((row) => ({
      id: row.id,
      cells: {
        id: row.id,
        unit: nameOf(row.unitId),
        kind: DISPUTE_KIND_LABEL[row.kind],
        cause: DISPUTE_CAUSE_LABEL[row.cause],
        application: row.applicationId,
        filedOn: row.filedOn,
        result: describeResult(row),
        concludedOn: row.concludedOn,
      },
    })),
  };
}

/** Each unit over the rounds chosen; what was not inspected or not answered yet is no zero. */
export function toMockUnitTable(units: readonly MockUnit[], nameOf: NameOf): FigureTable {
  return {
    columns: [
      text("unit", "单位"),
      number("planned", "应检（次）"),
      number("covered", "实检（次）"),
      number("judged", "已到期（次）"),
      number("inTime", "按期答复（次）"),
      number("replies", "收到答复（件）"),
      number("formErrors", "格式错误（处）"),
    ],
    rows: units.map(({ unitId, planned, covered, judged, inTime, replies, formErrors }) => ({
      id: unitId,
      cells: {
        unit: nameOf(unitId),
        planned,
        covered,
        judged,
        inTime: judged === 0 ? null : inTime,
        replies,
        formErrors: replies === 0 ? null : formErrors,
      },
    })),
  };
}
