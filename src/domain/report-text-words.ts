import type { ApplicantColumn, OutcomeGroup, OutcomeRow } from "./outcome.ts";

/** What happens to applications as a whole; the readings of each are in report-text-readings.ts. */
export type FlowKey =
  | "newReceived"
  | "received"
  | "carriedOver"
  | "carriedForward"
  | "carried"
  | "closed"
  | "handled"
  | "due"
  | "applications";

export type CaseBlock = "reconsideration" | "litigationDirect" | "litigationAfterReconsideration";
export type CaseResult = "upheld" | "corrected" | "otherResult" | "pending" | "decided";
export type DocumentRow = "regulations" | "normativeDocuments";
export type DocumentVerb = "made" | "published" | "repealed" | "inForce";
export type DecisionRow = "licensing" | "penalty" | "coercion";

/** What a word of a report's text stands for. */
export type Concept =
  | { kind: "flow"; flow: FlowKey }
  | { kind: "group"; group: OutcomeGroup }
  | { kind: "leaf"; row: OutcomeRow }
  | { kind: "applicant"; columns: readonly ApplicantColumn[] }
  | { kind: "case"; blocks: readonly CaseBlock[] }
  | { kind: "result"; result: CaseResult }
  | { kind: "document"; row: DocumentRow }
  | { kind: "verb"; verb: DocumentVerb }
  | { kind: "decision"; row: DecisionRow }
  | { kind: "fee" };

interface Word {
  concept: Concept;
  pattern: RegExp;
}

const flow = (key: FlowKey, pattern: RegExp): Word => ({ concept: { kind: "flow", flow: key }, pattern });
const group = (key: OutcomeGroup, pattern: RegExp): Word => ({ concept: { kind: "group", group: key }, pattern });
const leaf = (row: OutcomeRow, pattern: RegExp): Word => ({ concept: { kind: "leaf", row }, pattern });
const applicant = (columns: readonly ApplicantColumn[], pattern: RegExp): Word => ({
  concept: { kind: "applicant", columns },
  pattern,
});
const cases = (blocks: readonly CaseBlock[], pattern: RegExp): Word => ({ concept: { kind: "case", blocks }, pattern });
const result = (key: CaseResult, pattern: RegExp): Word => ({ concept: { kind: "result", result: key }, pattern });
const verb = (key: DocumentVerb, pattern: RegExp): Word => ({ concept: { kind: "verb", verb: key }, pattern });

const ORGANISATIONS = ["commercial", "research", "publicWelfare", "legalService", "otherOrg"] as const;

/** The vocabulary of annual reports. Where two words overlap, the longer one counts. */
const WORDS: readonly Word[] = [
  flow("newReceived", /新收(?:到|件)?|新接(?:收|到)|新增(?=.{0,8}申请)/gu),
  flow("received", /收到|接收|受理|接到|收件/gu),
  flow("carriedOver", /(?:上一?年度?|去年|20\d\d年度?)[^，；]{0,6}(?:结转|转结|遗留)|结转自?上一?年度?|以前年度结转/gu),
  flow(
    "carriedForward",
    /(?:结转|转结|顺延|延续|转入|转)(?:到|至|入)?(?:下|次|明|20\d\d)(?:一)?年?度?(?:继续)?(?:办理|答复)?|(?:尚)?未办结|在办|正在办理|剩余/gu,
  ),
  flow("carried", /结转|转结/gu),
  flow("closed", /办结|答复|回复|办理完毕|办理答复|结案(?=申请)/gu),
  flow("handled", /办理|处理/gu),
  flow("due", /应(?:当)?(?:办理?结?|答复)/gu),
  flow("applications", /依申请(?:公开)?(?:事项|件)?|(?:政府)?信息公开申请|申请(?!人|表|书|渠道|方式|材料|办法|指引)/gu),
  // The law's name for everyone who may apply is no column of the table.
  flow("applications", /公民、法人(?:和|或|及|或者)其他组织/gu),
  group("granted", /予以公开|同意公开|全部公开/gu),
  group("partiallyGranted", /部分公开/gu),
  group("refused", /不予公开|不公开/gu),
  group("unavailable", /无法提供/gu),
  group("notProcessed", /不予处理/gu),
  group("other", /其他处理/gu),
  leaf("refused.stateSecret", /国家秘密/gu),
  leaf("refused.prohibitedByLaw", /(?:法律|行政法规)[^，；]{0,6}禁止公开/gu),
  leaf("refused.securityStability", /三安全一稳定/gu),
  leaf("refused.thirdPartyRights", /第三方合法权益/gu),
  leaf("refused.internalAffairs", /内部事务信息/gu),
  leaf("refused.deliberative", /过程性信息/gu),
  leaf("refused.enforcementFile", /行政执法案卷(?:信息)?/gu),
  leaf("refused.administrativeInquiry", /行政查询事项/gu),
  leaf("unavailable.notHeld", /(?:本机关)?不掌握(?:相关(?:政府)?信息)?|信息不存在/gu),
  leaf("unavailable.requiresCreation", /(?:没有现成信息)?需要?另行制作|没有现成信息/gu),
  leaf("unavailable.stillUnclear", /补正后[^，；]{0,8}不明确/gu),
  leaf("notProcessed.petition", /信访(?:、?举报)?(?:、?投诉)?类?(?:申请)?/gu),
  leaf("notProcessed.duplicate", /重复申请/gu),
  leaf("notProcessed.publication", /公开出版物/gu),
  leaf("notProcessed.excessive", /大量反复申请/gu),
  leaf("notProcessed.reconfirm", /确认或重新出具(?:已获取信息)?/gu),
  leaf("other.correctionOverdue", /逾期不补正|逾期未补正/gu),
  leaf("other.feeUnpaid", /逾期(?:不|未)[^，；]{0,8}(?:缴费|缴纳费用)/gu),
  applicant(["naturalPerson"], /自然人|公民/gu),
  applicant(["commercial"], /商业企业/gu),
  applicant(["research"], /科研机构/gu),
  applicant(["publicWelfare"], /社会公益组织/gu),
  applicant(["legalService"], /法律服务机构/gu),
  applicant(["otherOrg"], /其他组织/gu),
  applicant(ORGANISATIONS, /法人(?:或|和|及)?其他组织|法人/gu),
  cases(["reconsideration"], /(?:行政)?复议(?:案件)?/gu),
  cases(["litigationDirect", "litigationAfterReconsideration"], /(?:行政)?诉讼(?:案件)?|应诉|起诉/gu),
  cases(["litigationDirect"], /(?:未经复议)?直接(?:提起|向法院)?(?:的)?(?:行政)?(?:诉讼|起诉)(?:案件)?/gu),
  cases(["litigationAfterReconsideration"], /复议后(?:再)?(?:提起)?(?:的)?(?:行政)?(?:诉讼|起诉|应诉)(?:案件)?/gu),
  result("upheld", /(?:结果)?维持/gu),
  result("corrected", /(?:结果|被)?纠(?:正|错)|败诉|撤销|责令/gu),
  result("otherResult", /其他结果/gu),
  result("pending", /(?:尚)?未(?:审结|结案|办结)|(?:正在)?审理中|正在审理/gu),
  result("decided", /已(?:审结|结案|办结)|审结/gu),
  { concept: { kind: "document", row: "regulations" }, pattern: /规章/gu },
  { concept: { kind: "document", row: "normativeDocuments" }, pattern: /(?:行政)?规范性文件/gu },
  verb("made", /制发|制定|制作|印发|出台/gu),
  verb("published", /主动公开|新?公开|发布|公布/gu),
  verb("repealed", /废止|失效/gu),
  verb("inForce", /现行有效|继续有效|有效/gu),
  { concept: { kind: "decision", row: "licensing" }, pattern: /行政许可|许可(?=决定)/gu },
  { concept: { kind: "decision", row: "penalty" }, pattern: /行政处罚|处罚(?=决定)/gu },
  { concept: { kind: "decision", row: "coercion" }, pattern: /行政强制(?:措施)?/gu },
  { concept: { kind: "fee" }, pattern: /行政事业性收费/gu },
];

/** A word found in a phrase. */
export interface FoundWord {
  concept: Concept;
  text: string;
  start: number;
  end: number;
}

/** The words of a phrase in order; a word inside a longer one is not listed. */
export function findWords(phrase: string): FoundWord[] {
  const all = WORDS.flatMap(({ concept, pattern }) =>
    [...phrase.matchAll(pattern)].map((match): FoundWord => {
      const [text] = match;
      return { concept, text, start: match.index, end: match.index + text.length };
    }),
  );
  const longest = all.filter(
    (word) =>
      !all.some(
        (other) =>
          other !== word &&
          other.start <= word.start &&
          other.end >= word.end &&
          other.end - other.start > word.end - word.start,
      ),
  );
  return longest.sort((a, b) => a.end - b.end || a.start - b.start);
}

/** Joins two words to one sum: 予以公开及部分公开, 维持和纠正. */
const JOINT = /^(?:案件)?(?:[、及和与或]|以及)(?:被)?$/u;

/** The last word that `accepts` takes, with the words of the same kind that 及, 和 or 、 joins to it, in order. */
export function lastJoined(
  phrase: string,
  words: readonly FoundWord[],
  kinds: readonly Concept["kind"][],
): FoundWord[] {
  const own = words.filter((word) => kinds.includes(word.concept.kind));
  const last = own.at(-1);
  if (last === undefined) return [];
  const joined = [last];
  for (const word of own.slice(0, -1).reverse()) {
    const [next] = joined;
    if (next === undefined || !JOINT.test(phrase.slice(word.end, next.start))) break;
    joined.unshift(word);
  }
  return joined;
}

/** What the text last spoke of: an application, a dispute, documents, or something that no table counts. */
export type Topic = "application" | "case" | "document" | "foreign";

const TOPICS: readonly (readonly [Topic, RegExp])[] = [
  ["application", /依申请|信息公开申请|申请(?!人|表|书|材料)/gu],
  ["case", /复议|诉讼|应诉/gu],
  ["document", /规范性文件|规章/gu],
  ["foreign", /诉求|提案|议案|建议|留言|咨询|热线|来信|信件|工单|线索|投诉件|民意征集|网上调查|培训|通报|处理费/gu],
];

/** The topic that a stretch of text ends with; null when it names none. */
export function lastTopic(text: string): Topic | null {
  const ends = TOPICS.flatMap(([topic, pattern]) =>
    [...text.matchAll(pattern)].map((match) => ({ topic, end: match.index + match[0].length })),
  );
  return (
    ends.reduce<{ topic: Topic; end: number } | null>(
      (last, next) => (last === null || next.end >= last.end ? next : last),
      null,
    )?.topic ?? null
  );
}
