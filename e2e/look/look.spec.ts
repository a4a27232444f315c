import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expectSettled, toUrl } from "#e2e/desk-address.ts";
import { expect, test } from "#e2e/fixtures.ts";
import { NOW } from "#e2e/now.ts";
import { ROOT } from "#e2e/product-server.ts";
import { demoLedger } from "#server/demo-district.ts";

const FOLDER = join(ROOT, "test-results/look");
const PAGES = [
  "inspections",
  "deductions",
  "rectifications",
  "applications",
  "annual-report",
  "what-if",
  "rules",
  "units",
  "overview",
];
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
];

const township = demoLedger(new Date(NOW)).units.find((unit) => unit.kind === "township")?.id ?? "";
const STATES = {
  full: "",
  one: `?unit=${township}`,
  // A township among the departments: a choice that no unit meets.
  empty: `?unit=${township}&side=department`,
};

mkdirSync(FOLDER, { recursive: true });

for (const name of PAGES) {
  for (const size of SIZES) {
    for (const scheme of ["light", "dark"] as const) {
      for (const [state, search] of Object.entries(STATES)) {
        const title = `${name} ${size.width} ${scheme} ${state}`;
        test(title, async ({ page, baseURL }) => {
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme: scheme });
          await page.goto(toUrl(`/${name === "overview" ? "" : name}${search}`, baseURL ?? ""));
          await expectSettled(page);
          await page.waitForLoadState("networkidle");
          await page.screenshot({ path: join(FOLDER, `${title.replaceAll(" ", "-")}.png`), fullPage: true });
          const { scroll, client } = await page.evaluate(() => ({
            scroll: document.documentElement.scrollWidth,
            client: document.documentElement.clientWidth,
          }));
          expect(scroll, "nothing runs out of the window sideways").toBeLessThanOrEqual(client);
        });
      }
    }
  }
}
