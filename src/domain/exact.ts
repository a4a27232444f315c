/** value × numerator / denominator in exact integers, rounded half up; arguments are not negative. */
export function scaleExactly(value: number, numerator: number, denominator: number): number {
  if (numerator === denominator) return value;
  const doubled = value * numerator * 2 + denominator;
  // Below 2^53 plain numbers are exact as well, and a hundred times faster.
  if (doubled <= Number.MAX_SAFE_INTEGER) return (doubled - (doubled % (denominator * 2))) / (denominator * 2);
  const divisor = BigInt(denominator);
  return Number((BigInt(value) * BigInt(numerator) * 2n + divisor) / (divisor * 2n));
}

/**
 * Splits `total` in proportion to `parts` so that the pieces add up to it exactly (largest remainder).
 * Equal remainders go to the smaller part first, then to the earlier: 大姚 published 3/8 as 37 and 1/8 as 13.
 */
export function apportion(total: number, parts: readonly number[]): number[] {
  const sum = parts.reduce((all, part) => all + BigInt(part), 0n);
  if (sum === 0n) return parts.map(() => 0);
  const pieces = parts.map((part, index) => {
    const product = BigInt(total) * BigInt(part);
    return { index, part, floor: Number(product / sum), remainder: product % sum };
  });
  const missing = total - pieces.reduce((all, piece) => all + piece.floor, 0);
  const byRemainder = [...pieces].sort(
    (a, b) => Number(b.remainder - a.remainder) || a.part - b.part || a.index - b.index,
  );
  const raised = new Set(byRemainder.slice(0, missing).map((piece) => piece.index));
  return pieces.map((piece) => piece.floor + (raised.has(piece.index) ? 1 : 0));
}
