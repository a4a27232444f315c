import { quarterSchema } from "#domain/quarter.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { FrozenQuarter, PublicationHead } from "./publication.ts";

export interface PublicationTables {
  publication: {
    quarter: string;
    revision: number;
    published_at: string;
    publisher: string;
    reason: string | null;
    client_key: string;
    digest: string;
    unit_count: number;
    scheme_id: string;
    scheme_edition: string;
    scheme_digest: string;
    content: string;
    findings: string;
  };
}

export const HEAD_COLUMNS = [
  "quarter",
  "revision",
  "published_at",
  "publisher",
  "reason",
  "client_key",
  "digest",
  "unit_count",
  "scheme_id",
  "scheme_edition",
  "scheme_digest",
] as const satisfies readonly (keyof PublicationTables["publication"])[];

type HeadRow = Pick<PublicationTables["publication"], (typeof HEAD_COLUMNS)[number]>;

export function toHead(row: HeadRow): PublicationHead {
  return {
    quarter: quarterSchema.parse(row.quarter),
    revision: row.revision,
    publishedAt: row.published_at,
    by: row.publisher,
    reason: row.reason,
    clientKey: row.client_key,
    digest: row.digest,
    units: row.unit_count,
    schemeId: row.scheme_id,
    schemeEdition: row.scheme_edition,
    schemeDigest: row.scheme_digest,
  };
}

export function toPublicationRow({ head, content, findings }: FrozenQuarter): PublicationTables["publication"] {
  return {
    quarter: head.quarter,
    revision: head.revision,
    published_at: head.publishedAt,
    publisher: head.by,
    reason: head.reason,
    client_key: head.clientKey,
    digest: head.digest,
    unit_count: head.units,
    scheme_id: head.schemeId,
    scheme_edition: head.schemeEdition,
    scheme_digest: head.schemeDigest,
    content: canonicalJson(content),
    findings: canonicalJson(findings),
  };
}
