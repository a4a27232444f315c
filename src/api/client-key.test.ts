import { afterEach, expect, it, vi } from "vitest";
import { newClientKey } from "./client-key.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

it("makes a key of its own for each record, short enough for the contract", () => {
  const keys = new Set(Array.from({ length: 50 }, newClientKey));
  expect(keys.size).toBe(50);
  for (const key of keys) expect(key.length).toBeLessThanOrEqual(64);
});

it("does without randomUUID, which plain-http addresses do not have", () => {
  const getRandomValues = (bytes: Uint8Array) => bytes.fill(171);
  vi.stubGlobal("crypto", { getRandomValues });
  expect(newClientKey()).toBe("ab".repeat(16));
});
