/** Small seeded generator: the demonstration district must be the same on every machine and every day. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole number from `min` to `max`, both inclusive. */
  int(min: number, max: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** Draws one entry with a probability proportional to its weight. */
  draw<T>(list: readonly T[], weightOf: (entry: T) => number): T | undefined;
}

/** FNV-1a, so that a readable key such as "2026Q3|u05" seeds its own stream. */
function hash(key: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Mulberry32 seeded by a key. */
export function randomFor(key: string): Random {
  let state = hash(key);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    pick: (list) => list[int(0, list.length - 1)] ?? list[0],
    draw: (list, weightOf) => drawer(list, weightOf)(next()),
  };
}

/** Prepares a weighted choice once for many draws; the argument is a number in [0, 1). */
export function drawer<T>(list: readonly T[], weightOf: (entry: T) => number): (at: number) => T | undefined {
  let sum = 0;
  const ends = list.map((entry) => {
    sum += weightOf(entry);
    return sum;
  });
  return (at) => {
    const mark = at * sum;
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (mark < (ends[middle] ?? 0)) high = middle;
      else low = middle + 1;
    }
    return list[low];
  };
}
