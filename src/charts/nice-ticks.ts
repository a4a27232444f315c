/** 0 and round steps up to the maximum: (412, 4) → 0 100 200 300 400. Whole numbers only when the maximum is one. */
export function niceTicks(maximum: number, count: number): number[] {
  if (maximum <= 0) return [0];
  const rough = maximum / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const candidate = [1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10;
  const step = Number.isInteger(maximum) ? Math.max(1, candidate * power) : candidate * power;
  return Array.from({ length: Math.floor(maximum / step + 1e-9) + 1 }, (_, index) =>
    Number((index * step).toPrecision(12)),
  );
}
