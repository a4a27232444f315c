import { expect, it } from "vitest";
import { APPLICATION_LIMITS, CLOCK_BEHAVIOURS } from "./application-limits.ts";
import { countWorkingDays, replyDeadlines } from "./workday.ts";
import { WORKING_DAY_CALENDAR } from "./working-day-calendar.ts";

const daysOf = (id: string) => APPLICATION_LIMITS.find((limit) => limit.id === id)?.days ?? Number.NaN;

it("prints the days that the deadlines are counted with", () => {
  const received = "2025-01-24";
  const { replyBy, extendedReplyBy, correctionNoticeBy, thirdPartyReplyBy } = replyDeadlines(
    received,
    WORKING_DAY_CALENDAR,
  );
  const until = (date: string) => countWorkingDays(received, date, WORKING_DAY_CALENDAR);
  expect(until(replyBy)).toBe(daysOf("reply"));
  expect(until(extendedReplyBy)).toBe(daysOf("reply") + daysOf("extension"));
  expect(until(correctionNoticeBy)).toBe(daysOf("correction"));
  expect(until(thirdPartyReplyBy)).toBe(daysOf("thirdParty"));
});

it("keeps restart, pause and extension apart, each with its article", () => {
  expect(CLOCK_BEHAVIOURS.map(({ id, article }) => [id, article.slice(0, 4)])).toEqual([
    ["restart", "第三十条"],
    ["pause", "第三十二"],
    ["extend", "第三十三"],
  ]);
});
