import { chromium } from "@playwright/test";
import { addressOf } from "./desk-address.ts";
import { browserArgs } from "./find-browser.ts";
import { expect, test } from "./fixtures.ts";
import { openAddress, readContent } from "./journey.ts";

test("lives in a sub-folder of a plain web host, through the service worker", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/deductions");
  await readContent(page);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(1);
  await page.reload();
  await readContent(page);
  expect(addressOf(page)).toBe("/deductions");
  await expect(page.getByText("演示数据").first()).toBeVisible();
});

test("works on a plain-http address, where browsers refuse service workers", async ({ baseURL }) => {
  const { port } = new URL(baseURL ?? "");
  // The name leads to this machine, but the browser does not count it as a secure address.
  const browser = await chromium.launch({
    executablePath: process.env["E2E_CHROMIUM"] ?? "",
    args: [...browserArgs(), "--host-resolver-rules=MAP office.test 127.0.0.1"],
  });
  const page = await browser.newPage();
  const messages: string[] = [];
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(error.message));
  await page.goto(`http://office.test:${port}/kanban/#/deductions`);
  await readContent(page);
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  await expect(page.locator("[data-chart] svg").first()).toBeVisible();
  expect(messages).toEqual([]);
  await browser.close();
});
