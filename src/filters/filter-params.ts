import { reportFormSchema } from "#domain/annual-report.ts";
import {
  type Comparison,
  comparisonSchema,
  type Explain,
  explainSchema,
  type Filters,
  filtersSchema,
  type ReportViewName,
  reportViewSchema,
  type UnitSort,
  unitSortSchema,
} from "#domain/filters.ts";
import { type Quarter, quarterSchema, quartersOf, yearOf } from "#domain/quarter.ts";
import {
  errorSeveritySchema,
  errorSourceSchema,
  errorTypeSchema,
  rectificationStateSchema,
} from "#domain/rectification.ts";
import {
  type OnTimeMeasure,
  type OnTimeView,
  onTimeMeasureSchema,
  onTimeViewSchema,
} from "#domain/rectification-facts.ts";
import { type UnitSide, unitSideSchema } from "#domain/unit.ts";
import { applicationParams } from "./application-params.ts";
import { draftParams } from "./draft-params.ts";
import {
  choice,
  choices,
  escapeItem,
  type FilterParam,
  type FilterParams,
  MAX_ITEM_LENGTH,
  NOTHING,
  nullable,
  type Reading,
  readShortText,
  splitList,
  unescapeItem,
} from "./param-reading.ts";

const MAX_NOTES = 3;

function isYear(text: string): boolean {
  return /^20\d{2}$/.test(text);
}

/** 2026Q3 → itself; 2026 → its four quarters; anything else → nothing. */
function toQuarters(text: string): Quarter[] {
  if (isYear(text)) return quartersOf(Number(text));
  const parsed = quarterSchema.safeParse(text);
  return parsed.success ? [parsed.data] : [];
}

function readQuarters(text: string): Reading<Quarter[]> {
  const { items, ignored } = splitList(text);
  const unknown = items.filter((item) => toQuarters(item).length === 0);
  return { value: [...new Set(items.flatMap(toQuarters))].sort(), ignored: [...unknown, ...ignored] };
}

/** Newest first; four quarters of a year are written as the year. */
function writeQuarters(quarters: readonly Quarter[]): string {
  const years = [...new Set(quarters.map(yearOf))].sort((a, b) => b - a);
  return years
    .flatMap((year) => {
      const own = [...new Set(quarters.filter((quarter) => yearOf(quarter) === year))].sort().reverse();
      return own.length === 4 ? [String(year)] : own;
    })
    .join(",");
}

function readUnits(text: string): Reading<string[]> {
  const { items, ignored } = splitList(text);
  return { value: items.map(unescapeItem), ignored: ignored.map(unescapeItem) };
}

/** 2026Q3,u-12 or 2026Q3,u-12,indicator.updates */
function readExplain(text: string): Explain | null {
  const [quarter, unitId = "", step = null, ...more] = text.split(",");
  const opened = { quarter, unitId: unescapeItem(unitId), step: step === null ? null : unescapeItem(step) };
  const isShort = [opened.unitId, opened.step ?? ""].every((item) => item.length <= MAX_ITEM_LENGTH * 2);
  return more.length === 0 && isShort ? (explainSchema.safeParse(opened).data ?? null) : null;
}

function writeExplain(opened: Explain | null): string {
  if (opened === null) return "";
  const items = [opened.unitId, ...(opened.step === null ? [] : [opened.step])];
  return [opened.quarter, ...items.map(escapeItem)].join(",");
}

const readCompare = choice<Comparison>(comparisonSchema);
const readReportView = choice<ReportViewName>(reportViewSchema);
const readSort = choice<UnitSort>(unitSortSchema);
const readOnTimeView = choice<OnTimeView>(onTimeViewSchema);
const readOnTimeMeasure = choice<OnTimeMeasure>(onTimeMeasureSchema);

/** Which annual report, and what of it is looked at. */
function reportParams(defaults: Filters): Pick<FilterParams, "body" | "year" | "reportForm" | "reportView" | "pick"> {
  return {
    body: { name: "body", label: "填报单位", read: nullable(readShortText), write: (value) => escapeItem(value ?? "") },
    year: {
      name: "year",
      label: "年度",
      read: nullable((text) => (isYear(text) ? Number(text) : null)),
      write: (value) => String(value ?? ""),
    },
    reportForm: {
      name: "form",
      label: "格式",
      read: nullable((text) => reportFormSchema.safeParse(text).data ?? null),
      write: (value) => value ?? "",
    },
    reportView: {
      name: "view",
      label: "视图",
      read: (text) => readReportView(text, defaults.reportView),
      write: (value) => value,
    },
    pick: { name: "pick", label: "选中项", read: nullable(readShortText), write: (value) => escapeItem(value ?? "") },
  };
}

/** A filter without a line here does not compile. */
function filterParams(defaults: Filters): FilterParams {
  return {
    quarters: { name: "quarter", label: "季度", read: readQuarters, write: writeQuarters },
    side: {
      name: "side",
      label: "类别",
      read: nullable<UnitSide>((text) => unitSideSchema.safeParse(text).data ?? null),
      write: (value) => value ?? "",
    },
    unitClass: {
      name: "class",
      label: "单位类别",
      read: nullable(readShortText),
      write: (value) => escapeItem(value ?? ""),
    },
    units: { name: "unit", label: "单位", read: readUnits, write: (ids) => ids.map(escapeItem).join(",") },
    compare: {
      name: "compare",
      label: "比较",
      read: (text) => readCompare(text, defaults.compare),
      write: (value) => value,
    },
    base: {
      name: "base",
      label: "对比季度",
      read: nullable((text) => quarterSchema.safeParse(text).data ?? null),
      write: (value) => value ?? "",
    },
    sort: { name: "sort", label: "排序", read: (text) => readSort(text, defaults.sort), write: (value) => value },
    ...reportParams(defaults),
    severity: {
      name: "severity",
      label: "级别",
      read: nullable((text) => errorSeveritySchema.safeParse(text).data ?? null),
      write: (value) => value ?? "",
    },
    errorTypes: { name: "type", label: "错误类型", ...choices(errorTypeSchema) },
    errorSources: { name: "source", label: "发现来源", ...choices(errorSourceSchema) },
    caseStates: { name: "state", label: "状态", ...choices(rectificationStateSchema) },
    onTimeView: {
      name: "rates",
      label: "按时率按什么列",
      read: (text) => readOnTimeView(text, defaults.onTimeView),
      write: (value) => value,
    },
    onTimeMeasure: {
      name: "measure",
      label: "按时的口径",
      read: (text) => readOnTimeMeasure(text, defaults.onTimeMeasure),
      write: (value) => value,
    },
    caseId: {
      name: "case",
      label: "问题编号",
      read: nullable(readShortText),
      write: (value) => escapeItem(value ?? ""),
    },
    explain: { name: "explain", label: "得分说明", read: nullable(readExplain), write: writeExplain },
    ...applicationParams(defaults),
    ...draftParams(defaults),
    slide: {
      name: "slide",
      label: "会议模式",
      read: nullable((text) => (/^[1-9]\d?$/.test(text) ? Number(text) : null)),
      write: (value) => String(value ?? ""),
    },
  };
}

const FILTER_NAMES = Object.keys(filtersSchema.shape) as (keyof Filters)[];

/** Only what can be shown: no control or direction characters, never longer than a glance. */
function toShown(text: string): string {
  const clean = text.replace(/[\p{C}\p{Z}]+/gu, " ").trim();
  if (clean === "") return "（空白）";
  const letters = [...clean];
  return letters.length > 24 ? `${letters.slice(0, 24).join("")}…` : clean;
}

/** 已忽略：季度 2026Q9. One note for a filter, however many of its values mean nothing. */
export function toIgnoredNote(label: string, values: readonly string[], why = ""): string {
  const shown = values.slice(0, MAX_NOTES).map(toShown).join("、");
  const more = values.length > MAX_NOTES ? `等 ${values.length} 项` : "";
  return `已忽略：${label} ${shown}${more}${why === "" ? "" : `（${why}）`}`;
}

function readOne<K extends keyof Filters>(
  params: URLSearchParams,
  filterParam: FilterParam<Filters[K]>,
  otherwise: Filters[K],
): { value: Filters[K]; notes: string[] } {
  const text = params.getAll(filterParam.name).join(",");
  if (text === "") return { value: otherwise, notes: [] };
  const { value, ignored } = filterParam.read(text);
  const notes = ignored.length > 0 ? [toIgnoredNote(filterParam.label, ignored)] : [];
  const isEmptied = ignored.length > 0 && (value === null || (Array.isArray(value) && value.length === 0));
  return { value: isEmptied ? otherwise : value, notes };
}

/** Never throws: a value that means nothing is named in `ignored` and its default stands. */
export function readFilters(params: URLSearchParams, defaults: Filters): { filters: Filters; ignored: string[] } {
  const table = filterParams(defaults);
  const filters = { ...defaults };
  const ignored: string[] = [];
  const take = <K extends keyof Filters>(key: K) => {
    const { value, notes } = readOne<K>(params, table[key], defaults[key]);
    filters[key] = value;
    ignored.push(...notes);
  };
  for (const key of FILTER_NAMES) take(key);
  return { filters, ignored };
}

/** Lossless: `readFilters` gives the same record back. Defaults are left out, parameters of others are kept. */
export function writeFilters(params: URLSearchParams, filters: Filters, defaults: Filters): URLSearchParams {
  const table = filterParams(defaults);
  const written = new URLSearchParams(params);
  const put = <K extends keyof Filters>(key: K) => {
    const { name, write } = table[key];
    const text = write(filters[key]);
    written.delete(name);
    if (text !== write(defaults[key])) written.set(name, text === "" ? NOTHING : text);
  };
  for (const key of FILTER_NAMES) put(key);
  return written;
}

/** `?quarter=2026Q3,2026Q2`: commas stay readable, they separate nothing in a query. */
export function toSearchText(params: URLSearchParams): string {
  const text = params.toString().replaceAll("%2C", ",");
  return text === "" ? "" : `?${text}`;
}
