import { expect, it } from "vitest";
import { fittingScale } from "./svg-to-png.ts";

it("keeps the scale that the purpose asks for", () => expect(fittingScale(590, 752, 3.125)).toBe(3.125));

it("lowers the scale of a picture that no canvas holds", () => {
  expect(fittingScale(590, 20_000, 3) * 20_000).toBeLessThanOrEqual(16_384);
  const scale = fittingScale(5_000, 5_000, 3);
  expect(5_000 * scale * 5_000 * scale).toBeLessThanOrEqual(64_000_001);
});
