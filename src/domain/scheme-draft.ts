import { z } from "zod";
import { POINT, type Points, pointsSchema, toPoints } from "./points.ts";
import { type CapAt, type ClassTiers, capAtSchema, type Indicator, type Scheme, type Tier } from "./scheme.ts";

/**
 * A draft of a scheme is the scheme in force and a list of what is changed: it fits into an address, and it says itself
 * what somebody tried.
 */
export const schemeChangeSchema = z.discriminatedUnion("kind", [
  /** What an indicator is worth: its own cap, and what a ratio is taken of. */
  z.object({ kind: z.literal("points"), id: z.string(), value: pointsSchema }),
  /** What one occurrence costs. */
  z.object({ kind: z.literal("each"), id: z.string(), value: pointsSchema }),
  /** What a group may cost at most. */
  z.object({ kind: z.literal("weight"), id: z.string(), value: pointsSchema }),
  /** Where an indicator's losses end. */
  z.object({ kind: z.literal("cap"), id: z.string(), value: capAtSchema }),
  /** The edge behind the tier of this level, for one entry of unit classes. */
  z.object({ kind: z.literal("edge"), id: z.string(), level: z.int(), value: pointsSchema }),
]);
export type SchemeChange = z.infer<typeof schemeChangeSchema>;
export type SchemeChangeKind = SchemeChange["kind"];

/** Nothing in a scheme is worth more; 扎兰屯 counts 205 points in all. */
const MOST_POINTS = 1_000 * POINT;
const MOST_CHANGES = 200;
const LONGEST_ID = 64;

/** Of the encoding: a later one will not be taken for this one. */
const VERSION = "1";
const LETTER: Record<SchemeChangeKind, string> = { points: "p", each: "e", weight: "w", cap: "c", edge: "t" };
const CAP_LETTER: Record<CapAt, string> = { indicator: "i", parent: "p", none: "n" };

/** Two changes of the same number: the later one holds. */
function keyOf(change: SchemeChange): string {
  return `${change.kind}|${change.id}|${change.kind === "edge" ? change.level : ""}`;
}

/** Each number once, in a fixed order, so that the same draft is the same address. */
export function normaliseChanges(changes: readonly SchemeChange[]): SchemeChange[] {
  const latest = new Map(changes.map((change) => [keyOf(change), change]));
  return [...latest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, change]) => change);
}

/** `1;p:links:3;t:一类.1:2.5` — the version, then one change after another; empty for no change. */
export function writeChanges(changes: readonly SchemeChange[]): string {
  if (changes.length === 0) return "";
  return [VERSION, ...normaliseChanges(changes).map(writeChange)].join(";");
}

function writeChange(change: SchemeChange): string {
  const id = escapeId(change.id);
  if (change.kind === "cap") return `${LETTER.cap}:${id}:${CAP_LETTER[change.value]}`;
  const place = change.kind === "edge" ? `${id}.${change.level}` : id;
  return `${LETTER[change.kind]}:${place}:${change.value / POINT}`;
}

/** What an address says of a draft, and the parts of it that mean nothing. Never throws. */
export function readChanges(text: string): { value: SchemeChange[]; ignored: string[] } {
  if (text === "") return { value: [], ignored: [] };
  const [version, ...parts] = text.split(";");
  if (version !== VERSION) return { value: [], ignored: [text] };
  const value: SchemeChange[] = [];
  const ignored: string[] = [];
  for (const part of parts) {
    const change = value.length < MOST_CHANGES ? readChange(part) : null;
    if (change === null) ignored.push(part);
    else value.push(change);
  }
  return { value: normaliseChanges(value), ignored };
}

function readChange(part: string): SchemeChange | null {
  const [letter, place = "", text = "", ...rest] = part.split(":");
  const kind = (Object.keys(LETTER) as SchemeChangeKind[]).find((entry) => LETTER[entry] === letter);
  if (kind === undefined || rest.length > 0) return null;
  if (kind === "cap") {
    const id = unescapeId(place);
    const cap = (Object.keys(CAP_LETTER) as CapAt[]).find((entry) => CAP_LETTER[entry] === text);
    return id === null || cap === undefined ? null : { kind, id, value: cap };
  }
  const value = readPoints(text);
  if (value === null) return null;
  if (kind !== "edge") {
    const id = unescapeId(place);
    return id === null ? null : { kind, id, value };
  }
  const [, name = "", level = ""] = /^(.+)\.([1-6])$/s.exec(place) ?? [];
  const id = unescapeId(name);
  return id === null ? null : { kind, id, level: Number(level), value };
}

/** A plain decimal with at most four places, not negative, not beyond any scheme. */
export function readPoints(text: string): Points | null {
  if (!/^\d{1,4}(\.\d{1,4})?$/.test(text)) return null;
  const points = toPoints(Number(text));
  return points > MOST_POINTS ? null : points;
}

/** The marks that part a draft may stand in an id; a comma parts values of other filters. */
function escapeId(id: string): string {
  return id.replace(/[%;:,]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

function unescapeId(text: string): string | null {
  const id = text.replace(/%(25|3B|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return id === "" || id.length > LONGEST_ID ? null : id;
}

/** The scheme with the changes in it, and those that it cannot take. Changes that say what already stands do nothing. */
export function applyChanges(
  scheme: Scheme,
  changes: readonly SchemeChange[],
): { scheme: Scheme; refused: SchemeChange[] } {
  const refused: SchemeChange[] = [];
  const byId = <T extends { id: string }>(rows: readonly T[], id: string) => rows.some((row) => row.id === id);
  let drafted = scheme;
  for (const change of changes) {
    if (change.kind === "edge") continue;
    if (change.kind === "weight" ? !byId(scheme.groups, change.id) : !canTake(scheme, change)) refused.push(change);
    else drafted = take(drafted, change);
  }
  const edges = changes.filter((change) => change.kind === "edge");
  const classTiers = scheme.classTiers.map((entry) => {
    const own = edges.filter((edge) => edge.id === entry.unitClass);
    const moved = own.reduce<ClassTiers | null>((tiers, edge) => tiers && moveEdge(scheme, tiers, edge), entry);
    if (moved !== null && areEdgesInOrder(scheme, moved)) return moved;
    refused.push(...own);
    return entry;
  });
  refused.push(...edges.filter((edge) => !scheme.classTiers.some((entry) => entry.unitClass === edge.id)));
  return { scheme: { ...drafted, classTiers }, refused };
}

type IndicatorChange = Extract<SchemeChange, { kind: "points" | "each" | "cap" }>;

function canTake(scheme: Scheme, change: IndicatorChange): boolean {
  const indicator = scheme.indicators.find((entry) => entry.id === change.id);
  if (indicator === undefined || indicator.effect === "veto") return false;
  // An occurrence that costs nothing cannot be told apart from one that was never priced.
  if (change.kind === "each") return indicator.measure.kind === "perOccurrence" && change.value > 0;
  if (change.kind === "cap") return change.value !== "parent" || indicator.parentId !== null;
  return change.value > 0;
}

function take(scheme: Scheme, change: IndicatorChange | Extract<SchemeChange, { kind: "weight" }>): Scheme {
  if (change.kind === "weight") {
    const groups = scheme.groups.map((group) => (group.id === change.id ? { ...group, weight: change.value } : group));
    return { ...scheme, groups };
  }
  const indicators = scheme.indicators.map((indicator) =>
    indicator.id === change.id ? changeIndicator(indicator, change) : indicator,
  );
  return { ...scheme, indicators };
}

function changeIndicator(indicator: Indicator, change: IndicatorChange): Indicator {
  if (change.kind === "points") return { ...indicator, points: change.value };
  if (change.kind === "cap") return { ...indicator, capAt: change.value };
  return { ...indicator, measure: { kind: "perOccurrence", each: change.value } };
}

/** An edge is one tier's end and the next one's beginning; on a score the better tier begins where it lies. */
export function edgeBehind(scheme: Scheme, tiers: readonly Tier[], level: number): Points | null {
  const tier = tiers.find((entry) => entry.level === level);
  const bound = scheme.tierBasis === "score" ? tier?.lower : tier?.upper;
  const isLast = !tiers.some((entry) => entry.level > level);
  return isLast ? null : (bound?.value ?? null);
}

function moveEdge(
  scheme: Scheme,
  entry: ClassTiers,
  { level, value }: Extract<SchemeChange, { kind: "edge" }>,
): ClassTiers | null {
  if (edgeBehind(scheme, entry.tiers, level) === null) return null;
  const next = Math.min(...entry.tiers.filter((tier) => tier.level > level).map((tier) => tier.level));
  const [ownEnd, nextEnd] =
    scheme.tierBasis === "score" ? (["lower", "upper"] as const) : (["upper", "lower"] as const);
  const tiers = entry.tiers.map((tier) => {
    if (tier.level === level) return { ...tier, [ownEnd]: moveBound(tier[ownEnd], value) };
    return tier.level === next ? { ...tier, [nextEnd]: moveBound(tier[nextEnd], value) } : tier;
  });
  return { ...entry, tiers };
}

function moveBound(bound: Tier["lower"], value: Points): Tier["lower"] {
  return bound === null ? null : { ...bound, value };
}

/** From the best tier on edges lie further out: more deducted, or fewer points. */
function areEdgesInOrder(scheme: Scheme, { tiers }: ClassTiers): boolean {
  const sorted = [...tiers].sort((a, b) => a.level - b.level);
  const edges = sorted.flatMap((tier) => edgeBehind(scheme, tiers, tier.level) ?? []);
  const sign = scheme.tierBasis === "score" ? -1 : 1;
  return edges.every((edge, index) => index === 0 || (edge - (edges[index - 1] ?? edge)) * sign > 0);
}

/** Leaves out what the scheme says anyway. */
export function onlyDifferences(scheme: Scheme, changes: readonly SchemeChange[]): SchemeChange[] {
  return normaliseChanges(changes).filter((change) => currentValue(scheme, change) !== change.value);
}

/** What the scheme says now where a change would apply; null when there is no such place. */
export function currentValue(scheme: Scheme, change: SchemeChange): Points | CapAt | null {
  if (change.kind === "weight") return scheme.groups.find((group) => group.id === change.id)?.weight ?? null;
  if (change.kind === "edge") {
    const entry = scheme.classTiers.find((tiers) => tiers.unitClass === change.id);
    return entry === undefined ? null : edgeBehind(scheme, entry.tiers, change.level);
  }
  const indicator = scheme.indicators.find((entry) => entry.id === change.id);
  if (indicator === undefined) return null;
  if (change.kind === "points") return indicator.points;
  if (change.kind === "cap") return indicator.capAt;
  return indicator.measure.kind === "perOccurrence" ? indicator.measure.each : null;
}
