import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { DEFAULT_RULES } from "#domain/rectification.ts";
import { toMoment, toSeconds } from "#domain/rectification-limit.ts";
import { readLog } from "#domain/rectification-log.ts";
import { aLog, DISPATCHED, FAILED, RECEIVED, REPORTED } from "#domain/rectification-test-builders.ts";
import { boardPictureHeight } from "./board-picture.tsx";
import { BoardTable } from "./board-table.tsx";
import { DueSoonStrip } from "./due-soon-strip.tsx";
import { type BoardSeries, isWithinHour, readBoard, toBoardSeries } from "./to-board-series.ts";
import type { CaseWithProgress } from "./use-rectification-view.ts";

const NOW = "2026-10-08T06:00:00.000Z";
/** Reports and failed re-checks lie behind now, whatever the age of the case. */
const PATHS = [
  [],
  [["2026-10-08T05:00:00.000Z", RECEIVED]],
  [["2026-10-08T05:00:00.000Z", REPORTED]],
  [
    ["2026-10-08T05:00:00.000Z", REPORTED],
    ["2026-10-08T05:30:00.000Z", FAILED],
  ],
] as const;

afterEach(cleanup);

function aCase(index: number): CaseWithProgress {
  const dispatchedAt = toMoment(toSeconds(NOW) - 3600 * (2 + (index % 60)) - 90);
  const severity = index % 8 < 4 ? "general" : "serious";
  const log = { ...aLog([[dispatchedAt, DISPATCHED], ...(PATHS[index % 4] ?? [])]), severity } as const;
  return {
    id: `c${index}`,
    unitId: `u${index % 54}`,
    severity,
    errorType: "typo",
    source: "thirdParty",
    wrongText: "按装",
    suggestedText: "安装",
    excerpt: null,
    url: null,
    foundAt: dispatchedAt,
    progress: readLog(log, new Map()),
  };
}

function aBoard(count: number): BoardSeries {
  const items = readBoard(
    Array.from({ length: count }, (_, index) => aCase(index)),
    () => "区机关事务中心",
    NOW,
  );
  return toBoardSeries(items, [], { now: NOW, total: count, limits: DEFAULT_RULES.limits });
}

const CROWDED = aBoard(5000);

it("with 5,000 open cases the board stays under 3,000 nodes, and says how many it leaves to the table", () => {
  const { container } = render(<BoardTable series={CROWDED} onPick={undefined} />);
  expect(container.querySelectorAll("*").length).toBeLessThan(3000);
  expect(container.querySelectorAll("button")).toHaveLength(2 * (20 + 40 + 20 + 20));
  expect(screen.getAllByText(/^另有 \d+ 条，见“表”$/)).toHaveLength(8);
}, 30_000);

it("with 40 open cases every one stands on the board", () => {
  const { container } = render(<BoardTable series={aBoard(40)} onPick={undefined} />);
  expect(container.querySelectorAll("button")).toHaveLength(40);
});

it("a strip of many cases of the last hour names the first of them and counts the rest", () => {
  const items = CROWDED.items.filter(({ reading }) => isWithinHour(reading));
  render(<DueSoonStrip items={items} now={NOW} openCase={() => undefined} />);
  expect(items.length).toBeGreaterThan(12);
  expect(screen.getAllByRole("listitem")).toHaveLength(13);
  expect(screen.getByText(`另有 ${items.length - 12} 条，见看板`)).toBeTruthy();
});

it("a lane of any length fits the page of a document as a picture; both lanes stand abreast on a slide", () => {
  const [lane] = CROWDED.lanes;
  const one = { ...CROWDED, lanes: lane === undefined ? [] : [lane] };
  expect(boardPictureHeight(one, 562)).toBeLessThanOrEqual(650);
  expect(boardPictureHeight(CROWDED, 1200)).toBeLessThan(boardPictureHeight(CROWDED, 562) / 1.8);
});
