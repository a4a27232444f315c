import type { Contract } from "#api/contract.ts";
import type { QueryOf } from "#api/endpoint.ts";
import { type Filters, isUnitPicked } from "#domain/filters.ts";
import type { DeductionTotal } from "#domain/finding.ts";
import type { ListedFinding } from "#domain/finding-event.ts";
import type { Coverage, Inspection } from "#domain/inspection.ts";
import type { Publication, QuarterContent } from "#domain/publication.ts";
import { type Quarter, quarterSchema } from "#domain/quarter.ts";
import type { Scheme } from "#domain/scheme.ts";
import type { Unit } from "#domain/unit.ts";
import { readCursor, writeCursor } from "./page-cursor.ts";
import {
  currentHeads,
  editionOf,
  type LiveQuarter,
  liveDigest,
  type PublicationHead,
  toContent,
  toHeldInspection,
  toPublication,
  toSchemes,
} from "./publication.ts";
import type { LedgerReader } from "./store.ts";

type FindingQuery = QueryOf<Contract["findings"]>;
type TotalQuery = QueryOf<Contract["deductionTotals"]>;

/** What was published, as a store keeps it; a content never changes once it is there. */
export interface FrozenShelf {
  /** In order of quarter and revision. */
  heads: () => Promise<PublicationHead[]>;
  content: (head: PublicationHead) => Promise<QuarterContent>;
  findings: (head: PublicationHead) => Promise<readonly ListedFinding[]>;
}

/** The ledger's own rows. Those of `frozen` quarters are left out, because others answer for them. */
export interface LiveReader {
  units: () => Promise<Unit[]>;
  schemes: () => Promise<Scheme[]>;
  inspections: () => Promise<Inspection[]>;
  coverage: (quarters: readonly Quarter[], frozen: readonly Quarter[]) => Promise<Coverage[]>;
  deductionTotals: (query: TotalQuery, frozen: readonly Quarter[]) => Promise<DeductionTotal[]>;
  /** At most `query.limit` + 1 rows behind the cursor, and how many there are in all. */
  findings: (query: FindingQuery, frozen: readonly Quarter[]) => Promise<{ rows: ListedFinding[]; total: number }>;
  /** null when there was no inspection or its scheme is not held. */
  quarter: (quarter: Quarter) => Promise<LiveQuarter | null>;
}

type FrozenRead = "schemes" | "inspections" | "coverage" | "deductionTotals" | "findings";
type PublicationRead = "publications" | "publicationPreview";

/** Answers for a published quarter from what was frozen with it, and for any other from the ledger as it stands. */
export function frozenReader(shelf: FrozenShelf, live: LiveReader): Pick<LedgerReader, FrozenRead | PublicationRead> {
  const current = async () => [...currentHeads(await shelf.heads()).values()];
  return {
    schemes: async () => {
      const heads = await shelf.heads();
      const contents = await Promise.all([...currentHeads(heads).values()].map(shelf.content));
      return toSchemes(await live.schemes(), heads, contents);
    },
    inspections: () => readInspections(shelf, live),
    coverage: async ({ quarter }) => {
      const heads = await current();
      const asked = pickHeads(heads, quarter);
      const frozen = (await Promise.all(asked.map(shelf.content))).flatMap((content) => content.coverage);
      if (areAllFrozen(quarter, asked)) return inQuarterOrder(frozen);
      return inQuarterOrder([...frozen, ...(await live.coverage(quarter, quartersOf(heads)))]);
    },
    deductionTotals: async (query) => {
      const heads = await current();
      const asked = pickHeads(heads, query.quarter);
      const frozen = (await Promise.all(asked.map(shelf.content))).flatMap((content) => {
        const isPicked = unitPicker(content.units, query);
        return content.totals.filter((total) => isPicked(total.unitId));
      });
      if (areAllFrozen(query.quarter, asked)) return inQuarterOrder(frozen);
      return inQuarterOrder([...frozen, ...(await live.deductionTotals(query, quartersOf(heads)))]);
    },
    findings: async (query) => readFindings(shelf, live, await current(), query),
    publications: async ({ quarter }) => {
      const heads = (await shelf.heads()).filter((head) => quarter.length === 0 || quarter.includes(head.quarter));
      const newest = new Set(currentHeads(heads).values());
      return Promise.all(
        heads.map(async (head): Promise<Publication> => {
          if (!newest.has(head)) return toPublication(head, null);
          const now = await live.quarter(head.quarter);
          return toPublication(head, now === null || liveDigest(now) !== head.digest);
        }),
      );
    },
    publicationPreview: async ({ quarter }) => {
      const [heads, now] = await Promise.all([shelf.heads(), live.quarter(quarter)]);
      if (now === null) return null;
      const digest = liveDigest(now);
      const head = currentHeads(heads).get(quarter);
      return {
        content: toContent(now, heads),
        digest,
        revision: head?.revision ?? 0,
        differs: digest !== head?.digest,
      };
    },
  };
}

async function readInspections(shelf: FrozenShelf, live: LiveReader) {
  const [heads, inspections, schemes, units] = await Promise.all([
    shelf.heads(),
    live.inspections(),
    live.schemes(),
    live.units(),
  ]);
  const editions = new Map(schemes.map((scheme) => [scheme.id, editionOf(scheme, heads).id]));
  const current = currentHeads(heads);
  return Promise.all(
    inspections.map(async (inspection) => {
      const head = current.get(inspection.quarter);
      if (head !== undefined) return toHeldInspection(head, await shelf.content(head), units);
      return { ...inspection, schemeId: editions.get(inspection.schemeId) ?? inspection.schemeId };
    }),
  );
}

async function readFindings(
  shelf: FrozenShelf,
  live: LiveReader,
  heads: readonly PublicationHead[],
  query: FindingQuery,
) {
  const asked = pickHeads(heads, query.quarter);
  const lists = await Promise.all(asked.map((head) => pickFindings(shelf, head, query)));
  const ledger = areAllFrozen(query.quarter, asked)
    ? { rows: [], total: 0 }
    : await live.findings(query, quartersOf(heads));
  const frozen = behindFindingCursor(lists.flat(), query);
  // A quarter's lines come from one side only, so the order within it is kept.
  const found = [...frozen, ...ledger.rows].sort((a, b) => byText(b.quarter, a.quarter));
  const rows = found.slice(0, query.limit);
  const last = rows.at(-1);
  const hasMore = last !== undefined && found.length > rows.length;
  return {
    rows,
    total: ledger.total + lists.reduce((sum, list) => sum + list.length, 0),
    next: hasMore ? writeCursor([last.quarter, last.id]) : null,
  };
}

/** Lines of the page that follows a cursor, in the order of the list. */
export function behindFindingCursor(
  rows: readonly ListedFinding[],
  query: Pick<FindingQuery, "after">,
): ListedFinding[] {
  const cursor = query.after === undefined ? undefined : readCursor(query.after, quarterSchema);
  return rows.filter((row) => !cursor || row.quarter < cursor[0] || (row.quarter === cursor[0] && row.id > cursor[1]));
}

async function pickFindings(shelf: FrozenShelf, head: PublicationHead, query: FindingQuery): Promise<ListedFinding[]> {
  const [content, findings] = await Promise.all([shelf.content(head), shelf.findings(head)]);
  const isPicked = unitPicker(content.units, query);
  return findings.filter(
    (row) =>
      isPicked(row.unitId) &&
      (query.indicator.length === 0 || query.indicator.includes(row.indicatorId)) &&
      (query.status.length === 0 || query.status.includes(row.status)),
  );
}

/** Side and class are those that the unit had when the quarter was published. */
export function unitPicker(units: readonly Unit[], { unit, side, unitClass }: TotalQuery): (unitId: string) => boolean {
  const ids = new Set(unit);
  if (side === undefined && unitClass === undefined) return (id) => ids.size === 0 || ids.has(id);
  const filters: Pick<Filters, "side" | "unitClass" | "units"> = {
    side: side ?? null,
    unitClass: unitClass ?? null,
    units: unit,
  };
  const picked = new Set(units.filter((row) => isUnitPicked(row, filters)).map((row) => row.id));
  return (id) => picked.has(id);
}

function pickHeads(heads: readonly PublicationHead[], quarters: readonly Quarter[]): PublicationHead[] {
  return heads.filter((head) => quarters.length === 0 || quarters.includes(head.quarter));
}

/** Nothing is left to ask the ledger for. Without a choice of quarters there always is. */
function areAllFrozen(quarters: readonly Quarter[], asked: readonly PublicationHead[]): boolean {
  const frozen = new Set(quartersOf(asked));
  return quarters.length > 0 && quarters.every((quarter) => frozen.has(quarter));
}

function quartersOf(heads: readonly PublicationHead[]): Quarter[] {
  return heads.map((head) => head.quarter);
}

function inQuarterOrder<R extends { quarter: Quarter }>(rows: R[]): R[] {
  return rows.sort((a, b) => byText(a.quarter, b.quarter));
}

function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
