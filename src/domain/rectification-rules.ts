import { DEFAULT_RULES, type RectificationRules, rulesAt } from "./rectification.ts";
import type { EventDraft, RectificationEvent } from "./rectification-event.ts";
import type { RECTIFICATION_SHEETS } from "./rectification-sheets.ts";
import type { RowOf } from "./sheet-column.ts";
import type { PlacedRow, RowLog } from "./sheet-rows.ts";

type RuleColumns = (typeof RECTIFICATION_SHEETS.rules)["columns"];

/** The longest name of a version; it is frozen on every case that is dispatched under it. */
const LONGEST_VERSION = 40;

/**
 * The versions that hold: those of the ledger in time order, behind our default for what came before the first of
 * them. A ledger that goes back as far as the default, or brings it itself, stands alone.
 */
export function withDefaultRules(held: readonly RectificationRules[]): RectificationRules[] {
  const ordered = [...held].sort((a, b) => Date.parse(a.effectiveFrom) - Date.parse(b.effectiveFrom));
  const begin = Date.parse(DEFAULT_RULES.effectiveFrom);
  const isCovered = ordered.some(
    ({ ruleVersion, effectiveFrom }) => ruleVersion === DEFAULT_RULES.ruleVersion || Date.parse(effectiveFrom) <= begin,
  );
  return isCovered ? ordered : [DEFAULT_RULES, ...ordered];
}

/** Why a version cannot be taken beside those that are known. A version is never rewritten: cases carry its name. */
export function faultOfRules(
  row: RectificationRules,
  known: readonly RectificationRules[],
): { column: "ruleVersion" | "effectiveFrom"; reason: string } | null {
  const same = known.find(({ ruleVersion }) => ruleVersion === row.ruleVersion);
  if (same !== undefined && !isSameRules(same, row))
    return {
      column: "ruleVersion",
      reason: `规则 ${row.ruleVersion} 已有，内容不同；规则变动请另写一个版本，已交办的件仍按原版本计算`,
    };
  const twin = known.find(
    ({ ruleVersion, effectiveFrom }) =>
      ruleVersion !== row.ruleVersion && Date.parse(effectiveFrom) === Date.parse(row.effectiveFrom),
  );
  return twin === undefined
    ? null
    : { column: "effectiveFrom", reason: `与规则 ${twin.ruleVersion} 的生效时间相同，分不清按哪一版计算` };
}

function isSameRules(a: RectificationRules, b: RectificationRules): boolean {
  return contentOf(a) === contentOf(b);
}

function contentOf({ effectiveFrom, limits, recheckWait, relapseDays }: RectificationRules): string {
  const limit = (part: RectificationRules["limits"]["general"]) => Object.entries(part).sort().flat().join(" ");
  return [Date.parse(effectiveFrom), limit(limits.serious), limit(limits.general), recheckWait, relapseDays].join("|");
}

/**
 * The rules under which a draft is recorded: those in force now. A dispatch sent again is read under the version that
 * was frozen the first time, so that a version that began in between does not make another limit of it.
 */
export function rulesForDraft(
  events: readonly RectificationEvent[],
  { id }: EventDraft,
  now: string,
  versions: readonly RectificationRules[],
): RectificationRules {
  const known = events.find((entry) => entry.id === id);
  const frozen = known?.kind === "dispatched" ? known.terms.ruleVersion : null;
  return versions.find(({ ruleVersion }) => ruleVersion === frozen) ?? rulesAt(versions, now);
}

/** Reads 时限规则; what it has taken holds for the cases of the same file. */
export class RuleIntake {
  readonly rules: RectificationRules[] = [];
  readonly #held: readonly RectificationRules[];
  readonly #log: RowLog;

  constructor(held: readonly RectificationRules[], log: RowLog) {
    this.#held = held;
    this.#log = log;
  }

  /** The versions in force once the file is in. */
  get known(): RectificationRules[] {
    return withVersions(this.#held, this.rules);
  }

  takeRow(row: RowOf<RuleColumns>, place: PlacedRow<RuleColumns>) {
    if (row.ruleVersion.length > LONGEST_VERSION)
      return this.#log.reject(place, "ruleVersion", `版本超过 ${LONGEST_VERSION} 个字`);
    if (this.rules.some(({ ruleVersion }) => ruleVersion === row.ruleVersion))
      return this.#log.reject(place, "ruleVersion", "同一个版本写了两行");
    const rules: RectificationRules = {
      ruleVersion: row.ruleVersion,
      effectiveFrom: row.effectiveFrom,
      limits: { serious: row.serious, general: row.general },
      recheckWait: row.recheckWait ?? DEFAULT_RULES.recheckWait,
      relapseDays: row.relapseDays ?? DEFAULT_RULES.relapseDays,
    };
    const fault = faultOfRules(rules, this.known);
    if (fault !== null) return this.#log.reject(place, fault.column, fault.reason);
    this.rules.push(rules);
  }
}

/** Known versions and others laid over them, with the default where they need it. */
export function withVersions(
  known: readonly RectificationRules[],
  more: readonly RectificationRules[],
): RectificationRules[] {
  const versions = new Map([...known, ...more].map((entry) => [entry.ruleVersion, entry]));
  return withDefaultRules([...versions.values()]);
}
