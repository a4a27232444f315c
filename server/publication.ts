import type { DeductionTotal } from "#domain/finding.ts";
import type { ListedFinding } from "#domain/finding-event.ts";
import type { Coverage, Inspection } from "#domain/inspection.ts";
import {
  compareRegister,
  type HeldInspection,
  type Publication,
  type PublicationDraft,
  type PublishedGrounds,
  type QuarterContent,
} from "#domain/publication.ts";
import type { Quarter } from "#domain/quarter.ts";
import { hashOf } from "#domain/row-hash.ts";
import type { Scheme } from "#domain/scheme.ts";
import { shanghaiDate } from "#domain/shanghai-time.ts";
import type { Source, SourceTopic } from "#domain/source.ts";
import { isActiveIn, type Unit } from "#domain/unit.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Written } from "./store.ts";
import { Conflict } from "./store-refusal.ts";

/** What is known of a publication without opening its content. */
export interface PublicationHead extends Omit<Publication, "differs"> {
  clientKey: string;
  /** The scheme's id in the ledger, under which its rules may change later. */
  schemeId: string;
  /** The id under which these very rules are answered for ever. */
  schemeEdition: string;
  schemeDigest: string;
}

/** A publication as it is kept. */
export interface FrozenQuarter {
  head: PublicationHead;
  content: QuarterContent;
  /** In order of their ids. */
  findings: readonly ListedFinding[];
}

/** A quarter as the ledger has it now. */
export interface LiveQuarter {
  inspection: Inspection;
  scheme: Scheme;
  /** The whole register. */
  units: readonly Unit[];
  coverage: readonly Coverage[];
  totals: readonly DeductionTotal[];
  findings: readonly ListedFinding[];
  sources: readonly Source[];
}

/** Topics whose age stands under the figures of an inspection. */
const FROZEN_TOPICS: readonly SourceTopic[] = ["units", "schemes", "inspections"];

/** Rules without their period: a scheme that ends when its successor begins is still the same rules. */
function digestOfScheme(scheme: Scheme): string {
  return digestOf({ ...scheme, id: "", effectiveFrom: "", effectiveTo: "" });
}

function digestOf(value: unknown): string {
  const text = canonicalJson(value);
  return `${text.length.toString(36)}-${hashOf([text])}`;
}

type KnownEdition = Pick<PublicationHead, "schemeId" | "schemeEdition" | "schemeDigest">;

/**
 * The id under which a scheme of the ledger is answered: its own, or `rules-2026~2` once other rules were published
 * under its own. Both then stand in the list of schemes, and a published quarter keeps pointing at the ones it had.
 */
export function editionOf(scheme: Scheme, known: readonly KnownEdition[]): { id: string; digest: string } {
  const digest = digestOfScheme(scheme);
  const own = known.filter((edition) => edition.schemeId === scheme.id);
  const same = own.find((edition) => edition.schemeDigest === digest);
  if (same !== undefined) return { id: same.schemeEdition, digest };
  const count = new Set(own.map((edition) => edition.schemeEdition)).size;
  return { id: count === 0 ? scheme.id : `${scheme.id}~${count + 1}`, digest };
}

/** The units that a quarter speaks of: those that exist in it, and those that it covers. */
function unitsOf({ inspection, units, coverage }: LiveQuarter): Unit[] {
  const covered = new Set(coverage.map((row) => row.unitId));
  return units.filter((unit) => isActiveIn(unit, inspection.quarter) || covered.has(unit.id));
}

/**
 * Everything that a publication freezes; neither its state nor the age of the data makes it another content, nor what was
 * said of a line whose status stayed.
 */
export function liveDigest(live: LiveQuarter): string {
  const { coverage } = live;
  const findings = live.findings.map(({ lastEntry: _, ...line }) => line);
  const inspection = { ...live.inspection, status: "", publishedOn: "" };
  return digestOf({ inspection, coverage, findings, units: unitsOf(live), scheme: digestOfScheme(live.scheme) });
}

/** The live rows as a publication would freeze them. */
export function toContent(live: LiveQuarter, known: readonly KnownEdition[]): QuarterContent {
  const { id } = editionOf(live.scheme, known);
  return {
    inspection: { ...live.inspection, schemeId: id },
    scheme: { ...live.scheme, id },
    units: unitsOf(live),
    coverage: [...live.coverage],
    totals: [...live.totals],
    sources: live.sources.filter((source) => FROZEN_TOPICS.includes(source.topic)),
  };
}

/** What an act of publishing is: when, by whom, why. */
type Act = Pick<PublicationHead, "revision" | "publishedAt" | "by" | "reason" | "clientKey">;

/** Freezes the live rows. The first revision is dated with the day it is published on, if the ledger has none. */
export function freeze(live: LiveQuarter, act: Act, known: readonly KnownEdition[]): FrozenQuarter {
  const edition = editionOf(live.scheme, known);
  const publishedOn = live.inspection.publishedOn ?? shanghaiDate(act.publishedAt);
  const inspection: Inspection = { ...live.inspection, status: "published", publishedOn };
  const content = toContent({ ...live, inspection }, known);
  return {
    head: {
      ...act,
      quarter: live.inspection.quarter,
      units: content.units.length,
      digest: liveDigest(live),
      schemeId: live.scheme.id,
      schemeEdition: edition.id,
      schemeDigest: edition.digest,
    },
    content,
    findings: live.findings,
  };
}

/** A quarter that the ledger calls published and that has something to score is frozen as it arrives. */
export function freezeArrival(live: LiveQuarter, known: readonly KnownEdition[]): FrozenQuarter {
  const source = live.sources.find(({ topic }) => topic === "inspections");
  return freeze(
    live,
    {
      revision: 1,
      publishedAt: source?.importedAt ?? `${live.inspection.publishedOn ?? live.inspection.periodEnd}T00:00:00.000Z`,
      by: source?.name ?? "台账导入",
      reason: null,
      clientKey: `import-${live.inspection.quarter}`,
    },
    known,
  );
}

/** The newest revision of each quarter. */
export function currentHeads(heads: readonly PublicationHead[]): Map<Quarter, PublicationHead> {
  const current = new Map<Quarter, PublicationHead>();
  for (const head of heads) {
    const before = current.get(head.quarter);
    if (before === undefined || head.revision > before.revision) current.set(head.quarter, head);
  }
  return current;
}

/** A published inspection with what it was frozen with beside today's register. */
export function toHeldInspection(
  head: PublicationHead,
  content: QuarterContent,
  register: readonly Unit[],
): HeldInspection {
  const { revision, publishedAt, reason } = head;
  const isEqual = (a: Unit, b: Unit) => canonicalJson(a) === canonicalJson(b);
  const grounds: PublishedGrounds = {
    revision,
    publishedAt,
    reason,
    sources: content.sources,
    ...compareRegister(content, register, isEqual),
  };
  return { ...content.inspection, publication: grounds };
}

/** Schemes as answered: the ledger's, and the published rules that the ledger no longer has. */
export function toSchemes(
  live: readonly Scheme[],
  known: readonly KnownEdition[],
  frozen: readonly QuarterContent[],
): Scheme[] {
  const answered = live.map((scheme) => ({ ...scheme, id: editionOf(scheme, known).id }));
  const ids = new Set(answered.map((scheme) => scheme.id));
  const kept = new Map(frozen.map(({ scheme }) => [scheme.id, scheme]));
  return [...answered, ...[...kept.values()].filter((scheme) => !ids.has(scheme.id))].sort(
    (a, b) => compare(a.effectiveFrom, b.effectiveFrom) || compare(a.id, b.id),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Judges a wish to publish against the rows as they stand when its turn comes, and freezes them. Throws
 * `Conflict` when they are not what was looked at.
 */
export function publishDraft(
  live: LiveQuarter,
  draft: PublicationDraft,
  heads: readonly PublicationHead[],
  now: string,
): Written<Publication> & { frozen: FrozenQuarter | null } {
  const repeated = heads.find((head) => head.clientKey === draft.key);
  if (repeated !== undefined) return { repeated: true, reply: repeatedReply(repeated, draft, heads), frozen: null };
  const current = currentHeads(heads).get(draft.quarter);
  refuseUnlessSound(live, draft, current);
  const frozen = freeze(
    live,
    {
      revision: (current?.revision ?? 0) + 1,
      publishedAt: now,
      by: draft.by,
      reason: current === undefined ? null : draft.reason,
      clientKey: draft.key,
    },
    heads,
  );
  return { repeated: false, reply: toPublication(frozen.head, false), frozen };
}

function repeatedReply(head: PublicationHead, draft: PublicationDraft, heads: readonly PublicationHead[]): Publication {
  if (head.quarter !== draft.quarter || head.digest !== draft.digest)
    throw new Conflict("keyTaken", "这个提交编号已用于另一次发布，请刷新后重试");
  const isCurrent = currentHeads(heads).get(head.quarter) === head;
  return toPublication(head, isCurrent ? false : null);
}

function refuseUnlessSound(live: LiveQuarter, draft: PublicationDraft, current: PublicationHead | undefined): void {
  const digest = liveDigest(live);
  if (digest === current?.digest) throw new Conflict("nothingToCorrect", "现有数据与已发布的一致，没有需要更正的内容");
  if (digest !== draft.digest || unitsOf(live).length !== draft.units)
    throw new Conflict("changedMeanwhile", "数据在您查看之后有变动，请重新核对后再发布");
  if (current !== undefined && (draft.reason ?? "") === "")
    throw new Conflict("reasonMissing", "该季度已发布，发布更正须写明理由");
  if (live.coverage.length === 0) throw new Conflict("nothingInspected", "该季度没有检查覆盖记录，没有可以锁定的得分");
}

/** A head as the API answers it. */
export function toPublication(head: PublicationHead, differs: boolean | null): Publication {
  const { quarter, revision, publishedAt, by, reason, units, digest } = head;
  return { quarter, revision, publishedAt, by, reason, units, digest, differs };
}
