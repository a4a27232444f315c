import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useServerMinute, useServerSecond } from "./live-clock.ts";

const START = Date.parse("2026-10-08T06:00:30.000Z");

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const NO_TURNS: readonly number[] = [];
const TURNS = [START + 10_000];

function Minute({ turns }: { turns: readonly number[] }) {
  return <p>{useServerMinute(turns)}</p>;
}

function Second() {
  return <p>{useServerSecond()}</p>;
}

function shown(): string {
  return screen.getByText(/^2026/).textContent ?? "";
}

function pass(milliseconds: number): void {
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
}

it("is read again at the full minute, not a minute after the page was opened", () => {
  render(<Minute turns={NO_TURNS} />);
  pass(29_000);
  expect(shown()).toContain("06:00:30");
  pass(1_100);
  expect(shown()).toContain("06:01:00");
});

it("is read again in the very second of a turn, and then at the minute as before", () => {
  render(<Minute turns={TURNS} />);
  pass(10_100);
  expect(shown()).toContain("06:00:40");
  pass(5_000);
  expect(shown()).toContain("06:00:40");
  pass(15_000);
  expect(shown()).toContain("06:01:00");
});

it("takes up new turns while it waits for the minute", () => {
  const { rerender } = render(<Minute turns={NO_TURNS} />);
  pass(5_000);
  rerender(<Minute turns={TURNS} />);
  pass(5_100);
  expect(shown()).toContain("06:00:40");
});

it("follows each second where seconds are shown", () => {
  render(<Second />);
  pass(3_100);
  expect(shown()).toContain("06:00:33");
});

it("knows the right moment as soon as the page comes back into sight, however long its timers slept", () => {
  render(<Minute turns={NO_TURNS} />);
  vi.setSystemTime(START + 8 * 3_600_000);
  act(() => {
    document.dispatchEvent(new Event("visibilitychange"));
  });
  expect(shown()).toContain("14:00:30");
});

it("notices within a second that the desk woke up or its clock was set", () => {
  render(<Minute turns={NO_TURNS} />);
  pass(2_000);
  vi.setSystemTime(START + 3_600_000);
  pass(1_100);
  expect(shown()).toContain("07:00:3");
  vi.setSystemTime(START);
  pass(1_100);
  expect(shown()).toContain("06:00:3");
});
