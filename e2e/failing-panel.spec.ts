import type { Page } from "@playwright/test";
import { figureOf } from "./figure.ts";
import { pickQuarters } from "./filter-bar.ts";
import { expect, test } from "./fixtures.ts";
import { openAddress } from "./journey.ts";

// The browser notes every failed request and React every error that a panel caught; here the failures are the point.
test.use({
  allowedMessage: /Failed to load resource|服务内部出错|返回的数据不符合约定|没有应答/,
  serviceWorkers: "block",
});

const PROBLEM = {
  type: "about:blank",
  title: "Internal Server Error",
  status: 500,
  code: "internal",
  field: null,
  message: "服务内部出错，已记入服务日志",
};

async function failOnce(page: Page, path: string): Promise<{ heal: () => void }> {
  let isBroken = true;
  await page.route(`**${path}*`, async (route) => {
    if (!isBroken) return route.continue();
    await route.fulfill({
      status: 500,
      headers: { "content-type": "application/problem+json; charset=utf-8" },
      body: JSON.stringify(PROBLEM),
    });
  });
  return {
    heal: () => {
      isBroken = false;
    },
  };
}

test("a failed panel says what failed, its neighbours stay, and 重试 brings it back", async ({ page, baseURL }) => {
  const findings = await failOnce(page, "/api/findings");
  await openAddress(page, baseURL, "/inspections");
  const failure = page.getByRole("alert").first();
  await expect(failure).toContainText("服务内部出错");
  await expect(failure).toContainText("代码 internal");
  await expect(failure).toContainText("/api/findings");
  await expect(page.locator("[data-chart]").first()).toBeVisible();
  findings.heal();
  await failure.getByRole("button", { name: "重试" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a reply that breaks the contract is named with endpoint and field, never drawn", async ({ page, baseURL }) => {
  await page.route("**/api/deduction-totals*", async (route) => {
    const reply = await route.fetch();
    const rows: Record<string, unknown>[] = await reply.json();
    if (rows[0] !== undefined) rows[0] = { ...rows[0], confirmed: "many" };
    await route.fulfill({ response: reply, json: rows });
  });
  await openAddress(page, baseURL, "/deductions");
  const failure = page.getByRole("alert").first();
  await expect(failure).toContainText("/api/deduction-totals");
  await expect(failure).toContainText("confirmed");
  await expect(page.locator('[data-chart="deduction-ranking"]')).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "单位扣分" })).toBeVisible();
});

test("a server that cannot be reached is said in every panel, and the frame stays", async ({ page, baseURL }) => {
  await page.route("**/api/**", (route) => route.abort("connectionrefused"));
  await openAddress(page, baseURL, "/applications");
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByRole("navigation", { name: "主导航" })).toBeVisible();
  await page.unroute("**/api/**");
  const retry = page.getByRole("main").getByRole("button", { name: "重试" });
  for (let left = await retry.count(); left > 0; left = await retry.count()) {
    await retry.first().click();
    await expect(retry).not.toHaveCount(left);
  }
  await expect(page.locator("[data-chart]").first()).toBeVisible();
});

test("while the data shown is not the data asked for, it is dimmed and no file leaves", async ({ page, baseURL }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/coverage?quarter=2024Q4", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(new URL("deductions", baseURL).href);
  const figure = figureOf(page, "deduction-ranking");
  await expect(figure.locator("[data-chart] svg")).toBeVisible();
  await pickQuarters(page, ["2024年", "四季度"]);
  const button = figure.getByRole("button", { name: /^导出/ });
  await expect(figure.getByText("更新中", { exact: true })).toBeVisible();
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await button.click({ force: true });
  await expect(figure.getByRole("status")).toContainText("数据更新中，暂不能导出");
  await expect(figure.getByRole("button", { name: /PNG/ })).toHaveCount(0);
  release();
  await expect(button).toHaveAttribute("aria-disabled", "false");
  await expect(figure.getByText("更新中", { exact: true })).toHaveCount(0);
});
