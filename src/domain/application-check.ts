import type { Application } from "./application.ts";
import { readHistory } from "./application-history.ts";
import type { Dispute } from "./dispute.ts";
import { HIDDEN, isPersonalHead, PERSONAL_LABEL, personalKindOfNumber, personalKindWithin } from "./personal-data.ts";

/** Why a record from elsewhere (JSON) may not even be looked at; null when nothing in it tells who somebody is. */
export function personalFaultOf(row: unknown): { value: string; reason: string } | null {
  const kind = kindOfRecord(row);
  if (kind !== null)
    return { value: HIDDEN, reason: `疑似${PERSONAL_LABEL[kind]}，不收个人信息；此行未导入，内容未保存` };
  const keys = row !== null && typeof row === "object" ? Object.keys(row) : [];
  return keys.some(isPersonalHead) ? { value: HIDDEN, reason: "不收申请人的个人信息，请删除这一项" } : null;
}

/** Values under these keys are numbers of a register, which may be as long as an ID of the old form. */
const NUMBER_KEYS = ["id", "applicationId"];

function kindOfRecord(row: unknown) {
  if (row === null || typeof row !== "object" || Array.isArray(row)) return personalKindWithin(row);
  const isNumber = ([key, value]: [string, unknown]) =>
    NUMBER_KEYS.includes(key) && (typeof value === "string" || typeof value === "number");
  const entries = Object.entries(row);
  const numbers = entries.filter(isNumber).map(([, value]) => personalKindOfNumber(value));
  const rest = Object.fromEntries(entries.filter((entry) => !isNumber(entry)));
  return numbers.find((kind) => kind !== null) ?? personalKindWithin(rest);
}

type Fault = [column: string, value: string, reason: string];

/** What is wrong with an application that has the right shape. */
export function faultOfApplication(
  application: Application,
  { units, ownerOf, today }: { units: ReadonlySet<string>; ownerOf: (id: string) => string | undefined; today: string },
): Fault | null {
  if (!units.has(application.unitId)) return ["unitId", application.unitId, "没有这个单位"];
  const owner = ownerOf(application.id);
  if (owner !== undefined && owner !== application.unitId)
    return ["id", application.id, "这个编号已用于另一单位的申请"];
  const days = [application.receivedOn, application.confirmedOn ?? "", ...application.events.map(({ on }) => on)];
  const ahead = days.find((day) => day > today);
  if (ahead !== undefined) return ["events", ahead, `晚于导入当日 ${today}`];
  const [fault] = readHistory(application, "9999-12-31").faults;
  return fault === undefined ? null : ["events", fault.event.on, fault.reason];
}

/** What is wrong with a dispute that has the right shape. */
export function faultOfDispute(
  dispute: Dispute,
  { units, isKnown, today }: { units: ReadonlySet<string>; isKnown: (applicationId: string) => boolean; today: string },
): Fault | null {
  const { unitId, applicationId, filedOn, concludedOn, result } = dispute;
  if (!units.has(unitId)) return ["unitId", unitId, "没有这个单位"];
  if (applicationId !== null && !isKnown(applicationId)) return ["applicationId", applicationId, "没有这个编号的申请"];
  if (filedOn > today || (concludedOn ?? "") > today) return ["filedOn", filedOn, `晚于导入当日 ${today}`];
  if (concludedOn !== null && concludedOn < filedOn) return ["concludedOn", concludedOn, "审结日期早于立案日期"];
  return (result === null) === (concludedOn === null) ? null : ["result", "", "结果和审结日期须同时填或同时不填"];
}
