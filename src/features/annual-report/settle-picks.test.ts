import { expect, it } from "vitest";
import { PUBLISHED_REPORTS } from "#domain/fixtures/published-annual-reports.ts";
import { settlePicks } from "./settle-picks.ts";

const headings = PUBLISHED_REPORTS.map(({ report }) => report);

it("a form narrows bodies and years to those that used it", () => {
  const { heading, ignored } = settlePicks({ body: "pingtan", year: null, reportForm: "2019" }, headings);
  expect(heading).toMatchObject({ bodyId: "pingtan", year: 2020, form: "2019" });
  expect(ignored).toEqual([]);
  expect(settlePicks({ body: "tongnan-office", year: null, reportForm: "2019" }, headings).ignored[0]).toContain(
    "tongnan-office",
  );
});

it("a form that nobody used is named and left out", () => {
  const modern = headings.filter(({ form }) => form === "2021");
  const { heading, ignored } = settlePicks({ body: null, year: null, reportForm: "2019" }, modern);
  expect(heading).not.toBeNull();
  expect(ignored[0]).toContain("格式");
});
