import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach, expect, vi } from "vitest";

/** Silence is part of passing: a warning of React or of the page fails the test that caused it. */
let spoken: unknown[][] = [];

beforeEach(() => {
  spoken = [];
  for (const level of ["error", "warn"] as const) {
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      spoken.push(words);
    });
  }
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  expect(spoken).toEqual([]);
});
