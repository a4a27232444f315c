import { expectAccessible } from "./accessible.ts";
import { test } from "./fixtures.ts";
import { openAddress, readContent } from "./journey.ts";

// The longest page holds some 2,000 cells, whose contrast axe measures one by one.
test.setTimeout(90_000);

for (const scheme of ["light", "dark"] as const) {
  for (const address of [
    "/",
    "/inspections",
    "/deductions",
    "/rectifications",
    "/applications",
    "/annual-report",
    "/what-if?draft=1;t:一类.1:2.5;e:updates:0.4",
    "/rules",
    "/units",
    "/deductions?unit=nobody",
    "/deductions?explain=2026Q4,u20",
  ]) {
    test(`${address} has no accessibility violation (${scheme})`, async ({ page, baseURL }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await openAddress(page, baseURL, address);
      await readContent(page);
      await expectAccessible(page);
    });
  }
}
