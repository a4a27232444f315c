/** What a list entry can be found by. */
export interface Searchable {
  /** Texts that contain what was typed: short and full name. */
  texts: readonly string[];
  /** Lower-case pinyin initials. */
  initials: string;
}

/** Full-width letters of a Chinese keyboard count as their plain ones. */
function normalise(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
}

/** ghj is found in qghzyj: letters may be left out, as people do with long names. */
function isSubsequence(letters: string, text: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** 0 is the closest match; null is none. */
function matchRank(query: string, { texts, initials }: Searchable): number | null {
  if (texts.some((text) => normalise(text).includes(query))) return 0;
  if (initials.startsWith(query)) return 1;
  if (initials.includes(query)) return 2;
  if (query.length >= 2 && /^[a-z]+$/.test(query) && isSubsequence(query, initials)) return 3;
  return null;
}

/** The entries that match, closest first and otherwise in their own order. */
export function searchOptions<T extends Searchable>(options: readonly T[], typed: string): readonly T[] {
  const query = normalise(typed);
  if (query === "") return options;
  return options
    .map((option, order) => ({ option, order, rank: matchRank(query, option) }))
    .filter((match) => match.rank !== null)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.order - b.order)
    .map((match) => match.option);
}
