import type { AnnualReport } from "./annual-report.ts";
import type { ApplicantColumn } from "./outcome.ts";
import type { Phrase } from "./report-text-phrase.ts";
import {
  caseReadings,
  decisionReadings,
  documentReadings,
  FEE_READINGS,
  flowReadings,
  inColumns,
  outcomeReadings,
  type ReadingPlan,
} from "./report-text-readings.ts";
import {
  type CaseBlock,
  type CaseResult,
  type Concept,
  type DocumentVerb,
  type FlowKey,
  type FoundWord,
  findWords,
  lastJoined,
  lastTopic,
} from "./report-text-words.ts";

/** What a number of the text can be compared with. */
export interface Meaning {
  kind: "flow" | "outcome" | "applicant" | "case" | "document" | "decision" | "fee";
  plans: readonly ReadingPlan[];
  /** Set for a single leaf or group of 其他处理, so that a bare 其他 after it can be read. */
  isOther?: true;
}

/** Measure words that each subject is counted in; the empty one is a number without any. */
const UNITS: Readonly<Record<Meaning["kind"], readonly string[]>> = {
  flow: ["件", "份", "宗", "例", "起", "条", ""],
  outcome: ["件", "份", "宗", "例", "起", "条", ""],
  applicant: ["件", "份", "宗", "例", "起", "条", ""],
  case: ["件", "起", "宗", "例", "次", ""],
  document: ["件", "份", "部", "个", "项", "条", ""],
  decision: ["件", "项", "宗", "起", "例", "个", "次", ""],
  fee: ["万元", "万余元", "元", "亿元"],
};

/** Work on applications that is not an application of this body, or is not counted in table 三. */
const NOT_OURS = /协助|模拟|培训|测评|转办|转送|延期|征求|咨询|诉求|提案|建议|留言|指导/u;
/** Applications by channel are a part that the form does not print. */
const BY_CHANNEL =
  /(?:网络|网上|线上|互联网|信函|邮寄|当面|现场|传真|邮件|平台|窗口)(?:方式|渠道|途径)?(?:提交|提出|收到|受理|接收|申请)*的?(?:政府)?(?:信息公开)?(?:申请)?(?:数量?|总数)?$/u;
const NOT_DOCUMENTS = /类信息|解读|刊登|编发|备案|审查|清单|目录|部门规范性文件|政策文件|等$/u;
const NOT_DECISIONS = /信息|事项|公示|清单|目录|指南|专栏/u;

type OutcomeConcept = Extract<Concept, { kind: "group" | "leaf" }>;

/** The words at hand: those before the number, else of the clause before, else those after it. */
interface Reading {
  text: string;
  words: readonly FoundWord[];
}

function wordsAtHand({ before, clauseBefore, after }: Phrase): Reading {
  for (const text of [before, clauseBefore]) {
    const words = findWords(text);
    if (words.length > 0) return { text, words };
  }
  const words = findWords(after);
  const carried = words.find(({ concept }) => concept.kind === "flow" && concept.flow === "carriedForward");
  const first = carried ?? words.find(({ concept }) => concept.kind !== "flow" || concept.flow !== "applications");
  return { text: after, words: first === undefined ? words : [first] };
}

/** Reads what a count or an amount is about; null when no table of the report prints it. */
export function meaningOf(phrase: Phrase, parent: Meaning | null, report: AnnualReport): Meaning | null {
  const reading = wordsAtHand(phrase);
  const meaning =
    otherAfter(phrase, parent) ??
    caseMeaning(reading, phrase) ??
    documentMeaning(reading, phrase, report) ??
    decisionMeaning(reading, phrase) ??
    outcomeMeaning(reading, phrase, report) ??
    applicantMeaning(reading, phrase, parent) ??
    flowMeaning(reading, phrase);
  return meaning !== null && UNITS[meaning.kind].includes(phrase.number.unit) ? meaning : null;
}

function conceptsOf<K extends Concept["kind"]>(
  words: readonly FoundWord[],
  ...kinds: readonly K[]
): Extract<Concept, { kind: K }>[] {
  return words
    .map((word) => word.concept)
    .filter((concept): concept is Extract<Concept, { kind: K }> => (kinds as readonly string[]).includes(concept.kind));
}

/** 逾期不补正 2 件、其他 1 件 is the last row of its group; 商业企业 3 件、其他 1 件 is the last kind of organisation. */
function otherAfter({ before }: Phrase, parent: Meaning | null): Meaning | null {
  if (!/^其他(?:情形|情况|原因|组织)?$/u.test(before) || parent === null) return null;
  if (parent.kind === "outcome" && parent.isOther) {
    return {
      kind: "outcome",
      isOther: true,
      plans: [{ name: "其他处理·其他", plain: true, plus: ["t3.other.misc.total"] }],
    };
  }
  if (parent.kind !== "applicant") return null;
  return { kind: "applicant", plans: inColumns(flowReadings(["received"]), ["otherOrg"]) };
}

/** The block a result belongs to: named beside it, or the last one spoken of. */
export function blocksOf({ text, words }: Reading, lead: string): readonly CaseBlock[] {
  const own = conceptsOf(lastJoined(text, words, ["case"]), "case").flatMap((concept) => concept.blocks);
  if (own.length > 0) return [...new Set(own)];
  if (lastTopic(lead) !== "case") return [];
  const inherited = conceptsOf(lastJoined(lead, findWords(lead), ["case"]), "case");
  return [...new Set(inherited.flatMap((concept) => concept.blocks))];
}

function caseMeaning(reading: Reading, { before, lead }: Phrase): Meaning | null {
  const { text, words } = reading;
  const results = conceptsOf(lastJoined(text, words, ["result"]), "result").map((concept) => concept.result);
  const named = words.some((word) => word.concept.kind === "case");
  const closed = words.some(({ concept }) => concept.kind === "flow" && concept.flow === "closed");
  if (!named && results.length === 0 && !(closed && lastTopic(lead) === "case")) return null;
  const blocks = blocksOf(reading, lead);
  if (blocks.length === 0 || NOT_OURS.test(before)) return null;
  const asked: readonly CaseResult[] = results.length === 0 && closed ? ["decided"] : results;
  return { kind: "case", plans: caseReadings(blocks, asked) };
}

function documentMeaning({ text, words }: Reading, phrase: Phrase, report: AnnualReport): Meaning | null {
  const after = findWords(phrase.after);
  const verbs = conceptsOf([...words, ...after], "verb").map((concept) => concept.verb);
  const verb = strongestVerb(verbs);
  const beside = [lastJoined(text, words, ["document"]), lastJoined(phrase.after, after, ["document"])];
  const inherited = verb === null || verb === "published" || lastTopic(phrase.lead) !== "document" ? [] : [phrase.lead];
  const found =
    beside.find((list) => list.length > 0) ??
    inherited.flatMap((lead) => lastJoined(lead, findWords(lead), ["document"]));
  const rows = conceptsOf(found, "document").map((concept) => concept.row);
  if (rows.length === 0 || NOT_DOCUMENTS.test(`${phrase.before}`) || NOT_DOCUMENTS.test(phrase.after)) return null;
  return { kind: "document", plans: documentReadings(rows, verb, report.form) };
}

/** 集中公开现行有效…, 动态更新发布本年度制发…: what was done to the documents counts, not that they were put on a page. */
function strongestVerb(verbs: readonly DocumentVerb[]): DocumentVerb | null {
  return (["repealed", "inForce", "made", "published"] as const).find((verb) => verbs.includes(verb)) ?? null;
}

function decisionMeaning({ text, words }: Reading, { before, number }: Phrase): Meaning | null {
  const fee = words.some((word) => word.concept.kind === "fee");
  if (fee) return number.unit.endsWith("元") ? { kind: "fee", plans: FEE_READINGS } : null;
  const rows = conceptsOf(lastJoined(text, words, ["decision"]), "decision").map((concept) => concept.row);
  if (rows.length === 0 || NOT_DECISIONS.test(before)) return null;
  return { kind: "decision", plans: decisionReadings(rows) };
}

function outcomeMeaning({ text, words }: Reading, { before, lead }: Phrase, report: AnnualReport): Meaning | null {
  const found = conceptsOf(lastJoined(text, words, ["group", "leaf"]), "group", "leaf") as OutcomeConcept[];
  if (found.length === 0 || lastTopic(lead) === "foreign" || NOT_OURS.test(before)) return null;
  const isOther = found.every((concept) =>
    concept.kind === "leaf" ? concept.row.startsWith("other.") : concept.group === "other",
  );
  return { kind: "outcome", plans: outcomeReadings(found, report.form), ...(isOther ? { isOther } : {}) };
}

/** 收到 70 件申请 says it after the number; 收取信息处理费…，涉及 3 件申请 is about the fee all the same. */
function isAboutApplications({ after, lead, number, sentence, sentenceStart }: Phrase): boolean {
  if (lastTopic(lead) === "application") return true;
  return after.includes("申请") && lastTopic(sentence.slice(0, number.offset - sentenceStart)) !== "foreign";
}

function flowsIn({ text, words }: Reading): readonly FlowKey[] {
  const flows = (list: readonly FoundWord[]) => conceptsOf(list, "flow").map((concept) => concept.flow);
  const acts = words.filter(({ concept }) => concept.kind === "flow" && concept.flow !== "applications");
  const found = flows(lastJoined(text, acts, ["flow"]));
  const [first, second] = found;
  // 新收和上年结转 is a sum; 受理、办结 names two acts, of which the last one is counted.
  if (first === "newReceived" && (second === "carriedOver" || second === "carried"))
    return ["newReceived", "carriedOver"];
  const last = found.at(-1);
  if (last !== undefined) return [last];
  return flows(words).slice(-1);
}

function applicantMeaning(reading: Reading, phrase: Phrase, parent: Meaning | null): Meaning | null {
  const { text, words } = reading;
  const columns = conceptsOf(lastJoined(text, words, ["applicant"]), "applicant").flatMap((concept) => concept.columns);
  if (columns.length === 0 || !isAboutApplications(phrase) || NOT_OURS.test(phrase.before)) return null;
  const acts = flowsIn(reading).filter((flow) => flow !== "applications");
  const inherited = parent !== null && parent.kind !== "case" && isTotalOfTable3(parent.plans) ? parent.plans : null;
  const plans = acts.length > 0 ? flowReadings(acts) : (inherited ?? flowReadings(["received"]));
  return { kind: "applicant", plans: inColumns(plans, [...new Set<ApplicantColumn>(columns)]) };
}

function isTotalOfTable3(plans: readonly ReadingPlan[]): boolean {
  return plans.every((plan) => plan.plus.every((id) => id.startsWith("t3.") && id.endsWith(".total")));
}

function flowMeaning(reading: Reading, phrase: Phrase): Meaning | null {
  const flows = flowsIn(reading);
  const { before } = phrase;
  if (flows.length === 0 || !isAboutApplications(phrase)) return null;
  return NOT_OURS.test(before) || BY_CHANNEL.test(before) ? null : { kind: "flow", plans: flowReadings(flows) };
}
