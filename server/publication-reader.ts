import type { Kysely } from "kysely";
import { z } from "zod";
import { type ListedFinding, listedFindingSchema } from "#domain/finding-event.ts";
import { type QuarterContent, quarterContentSchema } from "#domain/publication.ts";
import type { FrozenShelf } from "./frozen-reader.ts";
import type { Database } from "./ledger-tables.ts";
import type { PublicationHead } from "./publication.ts";
import { HEAD_COLUMNS, toHead } from "./publication-tables.ts";

export async function readHeads(db: Kysely<Database>): Promise<PublicationHead[]> {
  const rows = await db.selectFrom("publication").select(HEAD_COLUMNS).orderBy("quarter").orderBy("revision").execute();
  return rows.map(toHead);
}

/** Contents kept parsed. A quarter of 54 units is some 100 KB, one of 1,000 units 2 MB. */
const KEPT_CONTENTS = 40;
/** Lists of ledger lines are longer and asked for by one page only. */
const KEPT_LISTS = 12;

/** Published rows are never changed, so what was read once holds for as long as the process lives. */
export function sqlShelf(db: Kysely<Database>): FrozenShelf {
  const read = async (head: PublicationHead, column: "content" | "findings"): Promise<unknown> => {
    const row = await db
      .selectFrom("publication")
      .select(column)
      .where("quarter", "=", head.quarter)
      .where("revision", "=", head.revision)
      .executeTakeFirstOrThrow();
    return JSON.parse(row[column]);
  };
  const contents = keepLatest<QuarterContent>(KEPT_CONTENTS);
  const lists = keepLatest<readonly ListedFinding[]>(KEPT_LISTS);
  return {
    heads: () => readHeads(db),
    content: (head) => contents(keyOf(head), async () => quarterContentSchema.parse(await read(head, "content"))),
    findings: (head) =>
      lists(keyOf(head), async () => z.array(listedFindingSchema).parse(await read(head, "findings"))),
  };
}

/** A replaced district publishes its quarters anew: the moment tells its rows from those before. */
function keyOf({ quarter, revision, publishedAt, digest }: PublicationHead): string {
  return [quarter, revision, publishedAt, digest].join("|");
}

/** Remembers the answers used last; one that failed is asked for again. */
function keepLatest<V>(limit: number): (key: string, make: () => Promise<V>) => Promise<V> {
  const kept = new Map<string, Promise<V>>();
  return (key, make) => {
    const answer = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, answer);
    answer.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > limit && oldest !== undefined) kept.delete(oldest);
    return answer;
  };
}
