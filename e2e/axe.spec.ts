import { expectAccessible } from "./accessible.ts";
import { test } from "./fixtures.ts";
import { openAddress, readContent } from "./journey.ts";

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
