import { expectAccessible } from "./accessible.ts";
import { board, foundCases, itemsIn, openItem, reachByTab, record } from "./board.ts";
import { addressOf } from "./desk-address.ts";
import { expect, test } from "./fixtures.ts";
import { openAddress } from "./journey.ts";

// One server serves all specs at once: these record in the lane of 24 hours, two-desks.spec.ts in that of 48, and the
// case that walks is the youngest of its lane, so that no spec takes another's case.
test("a case walks from its receipt to a passed re-check and leaves the board", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/rectifications");
  const { drawer, caseId } = await openItem(page, itemsIn(page, "严重错误", "待接收").first());
  await record(drawer, "接收");
  await record(drawer, "报告整改完成");
  await expect(drawer).toContainText("报告整改完成不等于办结");
  await record(drawer, "复核通过");
  await expect(drawer).toContainText("复核通过，办结。");
  await expect(drawer.getByText("该件没有可登记的事项。")).toBeVisible();
  await drawer.getByRole("button", { name: "关闭" }).click();
  await expect(page.locator(`[data-case="${caseId}"]`)).toHaveCount(0);
});

test("a failed re-check is warned of beforehand and opens the case again", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/rectifications");
  const { drawer, caseId } = await openItem(page, itemsIn(page, "严重错误", "待复核").first());
  await drawer.getByRole("button", { name: "复核不通过", exact: true }).click();
  await expect(drawer.getByText(/复核不通过将恢复原时限，记为第 \d 次整改/)).toBeVisible();
  await drawer.getByRole("button", { name: "确认复核不通过" }).click();
  await expect(drawer.getByText("已登记：复核不通过。")).toBeVisible();
  await drawer.getByRole("button", { name: "关闭" }).click();
  const failed = itemsIn(page, "严重错误", "未通过");
  await expect(failed.and(page.locator(`[data-case="${caseId}"]`))).toBeVisible();
});

test("a case is opened, recorded on and left without a mouse", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/rectifications");
  const item = itemsIn(page, "严重错误", "整改中").first();
  await item.focus();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "整改件" });
  const report = drawer.getByRole("button", { name: "报告整改完成", exact: true });
  await expect(report).toBeVisible();
  for (let step = 0; step < 12 && !(await report.evaluate((node) => node === document.activeElement)); step += 1)
    await page.keyboard.press("Tab");
  await expect(report).toBeFocused();
  await page.keyboard.press("Enter");
  const note = drawer.getByRole("textbox", { name: "登记方名称" });
  for (let step = 0; step < 6 && !(await note.evaluate((node) => node === document.activeElement)); step += 1)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(drawer.getByText("已登记：报告整改完成。")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
});

test("a found case is dispatched without a mouse, its due time told beforehand, and is then called general", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, "/rectifications");
  const found = foundCases(page).filter({ hasText: "严重" });
  const caseId = (await found.getAttribute("data-case")) ?? "";
  await found.focus();
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog", { name: "整改件" });
  await reachByTab(page, drawer.getByRole("button", { name: "交办", exact: true }));
  await page.keyboard.press("Enter");
  await expect(drawer.getByText(/按规则 v1：24 小时（自然时间）。现在交办，.* 到期/)).toBeVisible();
  await reachByTab(page, drawer.getByRole("combobox", { name: "时限" }));
  await page.keyboard.press("ArrowDown");
  await reachByTab(page, drawer.getByRole("spinbutton", { name: "小时数" }));
  await page.keyboard.type("6");
  await expect(drawer.getByText(/按通知另定的时限，不按规则：6 小时/)).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(drawer.getByText(/已登记：交办。到期时间 \d{4}-/)).toBeVisible();
  await drawer.getByRole("button", { name: "调整级别", exact: true }).click();
  await expect(drawer.getByText(/改为一般错误后，时限从交办时刻重新计算/)).toBeVisible();
  await drawer.getByRole("button", { name: "确认调整级别" }).click();
  await expect(drawer.getByText(/已登记：调整级别。/)).toBeVisible();
  await page.keyboard.press("Escape");
  const received = itemsIn(page, "一般错误", "待接收");
  await expect(received.and(page.locator(`[data-case="${caseId}"]`))).toBeVisible();
  await expect(foundCases(page).and(page.locator(`[data-case="${caseId}"]`))).toHaveCount(0);
});

test("a change of severity that would be past due at once says so before it is recorded", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/rectifications");
  const { drawer } = await openItem(page, itemsIn(page, "一般错误", "整改中").first());
  await drawer.getByRole("button", { name: "调整级别", exact: true }).click();
  await expect(drawer.getByText(/改为严重错误后即超期，已超 /)).toBeVisible();
  await drawer.getByRole("button", { name: "取消" }).click();
  await expect(drawer.getByRole("form")).toHaveCount(0);
});

test("the figure of rates and the open case stand in the address", async ({ page, otherContext, baseURL }) => {
  await openAddress(page, baseURL, "/rectifications");
  await page.getByRole("button", { name: "各季度（按件）" }).click();
  await page.getByRole("button", { name: "首次报告", exact: true }).click();
  await expect.poll(() => addressOf(page)).toBe("/rectifications?rates=quarterCases&measure=firstReport");
  await expect(page.getByRole("heading", { name: "各季度按时报结率" })).toBeVisible();
  const { drawer, caseId } = await openItem(page, itemsIn(page, "一般错误", "整改中").last());
  expect(addressOf(page)).toContain(`case=${caseId}`);
  const colleague = await otherContext.newPage();
  await colleague.goto(page.url());
  await expect(colleague.getByRole("dialog", { name: "整改件" })).toContainText(caseId);
  await expect(colleague.getByRole("heading", { name: "各季度按时报结率" })).toBeAttached();
  await page.goBack();
  await expect(drawer).toHaveCount(0);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "各季度按时整改率" })).toBeVisible();
});

test("the dispatch slip prints on one A4 page, black on white, and nothing else does", async ({ page, baseURL }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openAddress(page, baseURL, "/rectifications");
  await openItem(page, itemsIn(page, "严重错误", "整改中").first());
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const slip = page.getByText("政府网站错敏信息整改交办单");
  await expect(slip).toBeVisible();
  await expect(page.getByRole("navigation", { name: "主导航" })).toBeHidden();
  expect(await slip.evaluate((node) => getComputedStyle(node).color)).toBe("rgb(0, 0, 0)");
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12]/);
});

test("the drawer with a form in it has no accessibility violation", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/rectifications");
  const { drawer } = await openItem(page, board(page).getByRole("button").last());
  await drawer.getByRole("region", { name: "登记" }).getByRole("button").last().click();
  await expect(drawer.getByRole("form")).toBeVisible();
  await expectAccessible(page, "dialog");
});
