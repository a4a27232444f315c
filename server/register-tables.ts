import type { Inspection } from "#domain/inspection.ts";
import { type Quarter, quarterSchema } from "#domain/quarter.ts";
import { type Scheme, schemeSchema } from "#domain/scheme.ts";
import type { Source } from "#domain/source.ts";
import type { Unit } from "#domain/unit.ts";
import { canonicalJson } from "./canonical-json.ts";

export interface RegisterTables {
  unit: {
    id: string;
    name: string;
    short_name: string;
    pinyin: string;
    kind: Unit["kind"];
    unit_class: string;
    sort_order: number;
    active_from: string | null;
    active_to: string | null;
  };
  scheme: { id: string; effective_from: string; effective_to: string | null; content: string };
  inspection: {
    quarter: string;
    kind: Inspection["kind"];
    name: string;
    scheme_id: string;
    period_start: string;
    period_end: string;
    status: Inspection["status"];
    published_on: string | null;
  };
  source: {
    topic: Source["topic"];
    name: string;
    as_of: string;
    imported_at: string;
    row_count: number;
    demo: number;
  };
}

const seenQuarters = new Map<string, Quarter>();

/** Parsed once per distinct text: totals repeat a handful of quarters thousands of times. */
export function readQuarter(text: string): Quarter {
  const quarter = seenQuarters.get(text) ?? quarterSchema.parse(text);
  seenQuarters.set(text, quarter);
  return quarter;
}

export function toUnit(row: RegisterTables["unit"]): Unit {
  const { id, name, pinyin, kind } = row;
  return {
    id,
    name,
    shortName: row.short_name,
    pinyin,
    kind,
    class: row.unit_class,
    order: row.sort_order,
    activeFrom: row.active_from,
    activeTo: row.active_to,
  };
}

export function toScheme(row: RegisterTables["scheme"]): Scheme {
  return schemeSchema.parse(JSON.parse(row.content));
}

export function toInspection(row: RegisterTables["inspection"]): Inspection {
  return {
    quarter: readQuarter(row.quarter),
    kind: row.kind,
    name: row.name,
    schemeId: row.scheme_id,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    status: row.status,
    publishedOn: row.published_on,
  };
}

export function toUnitRow(unit: Unit): RegisterTables["unit"] {
  return {
    id: unit.id,
    name: unit.name,
    short_name: unit.shortName,
    pinyin: unit.pinyin,
    kind: unit.kind,
    unit_class: unit.class,
    sort_order: unit.order,
    active_from: unit.activeFrom,
    active_to: unit.activeTo,
  };
}

export function toSchemeRow(scheme: Scheme): RegisterTables["scheme"] {
  return {
    id: scheme.id,
    effective_from: scheme.effectiveFrom,
    effective_to: scheme.effectiveTo,
    content: canonicalJson(scheme),
  };
}

export function toInspectionRow(inspection: Inspection): RegisterTables["inspection"] {
  return {
    quarter: inspection.quarter,
    kind: inspection.kind,
    name: inspection.name,
    scheme_id: inspection.schemeId,
    period_start: inspection.periodStart,
    period_end: inspection.periodEnd,
    status: inspection.status,
    published_on: inspection.publishedOn,
  };
}

export function toSource(row: RegisterTables["source"]): Source {
  return {
    topic: row.topic,
    name: row.name,
    asOf: row.as_of,
    importedAt: row.imported_at,
    rows: row.row_count,
    demo: row.demo === 1,
  };
}

export function toSourceRow(source: Source): RegisterTables["source"] {
  return {
    topic: source.topic,
    name: source.name,
    as_of: source.asOf,
    imported_at: source.importedAt,
    row_count: source.rows,
    demo: source.demo ? 1 : 0,
  };
}
