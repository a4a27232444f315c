import { expect, test } from "./fixtures.ts";
import { openAddress, readContent } from "./journey.ts";

test("a desk in another time zone reads the same dates and figures", async ({ page, browser, baseURL }) => {
  await openAddress(page, baseURL, "/inspections");
  const here = await readContent(page);
  const banner = await page.getByRole("banner").innerText();
  const context = await browser.newContext({ timezoneId: "America/Los_Angeles" });
  const away = await context.newPage();
  await away.clock.setFixedTime(await page.evaluate(() => Date.now()));
  await openAddress(away, baseURL, "/inspections");
  expect(await readContent(away)).toBe(here);
  expect(await away.getByRole("banner").innerText()).toBe(banner);
  await context.close();
});
