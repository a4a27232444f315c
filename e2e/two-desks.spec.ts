import { describeTimeLeft } from "#domain/duration-text.ts";
import { board, foundCases, itemsIn, openItem, record } from "./board.ts";
import { expect, test } from "./fixtures.ts";
import { openAddress } from "./journey.ts";

// The browser notes every refused or failed request; here they are provoked.
test.use({ allowedMessage: /Failed to load resource/, serviceWorkers: "block" });

test("a desk clock three hours off changes nothing", async ({ page, baseURL, request }) => {
  await page.clock.setFixedTime(Date.now() + 3 * 3_600_000);
  await openAddress(page, baseURL, "/rectifications");
  const item = itemsIn(page, "一般错误", "未通过").first();
  const reply = await request.get(`api/rectifications/${await item.getAttribute("data-case")}`);
  const { progress }: { progress: { dueAt: string } } = await reply.json();
  const left = (Date.parse(progress.dueAt) - Date.parse(reply.headers()["server-time"] ?? "")) / 1000;
  const text = await item.innerText();
  // The minute may have turned between the two readings.
  expect([left, left - 60, left + 60].some((seconds) => text.includes(describeTimeLeft(seconds)))).toBe(true);
});

test("two desks record on one case: the second is told what happened, and nothing is lost", async ({
  page,
  otherContext,
  baseURL,
}) => {
  await openAddress(page, baseURL, "/rectifications");
  const other = await otherContext.newPage();
  await openAddress(other, baseURL, "/rectifications");
  const here = await openItem(page, itemsIn(page, "一般错误", "待复核").last());
  const there = await openItem(other, other.locator(`[data-case="${here.caseId}"]`));
  await there.drawer.getByRole("button", { name: "复核不通过", exact: true }).click();
  await record(here.drawer, "复核通过");
  await there.drawer.getByRole("button", { name: "确认复核不通过" }).click();
  await expect(there.drawer.getByRole("alert")).toContainText("该件已复核通过并办结");
  await expect(there.drawer.getByRole("table")).toContainText("复核通过");
  await expect(there.drawer.getByRole("table")).not.toContainText("复核不通过");
});

test("two desks dispatch one case: its clock starts once", async ({ page, otherContext, baseURL }) => {
  await openAddress(page, baseURL, "/rectifications");
  const other = await otherContext.newPage();
  await openAddress(other, baseURL, "/rectifications");
  const here = await openItem(page, foundCases(page).filter({ hasText: "一般" }).last());
  const there = await openItem(other, other.locator(`[data-case="${here.caseId}"]`));
  await there.drawer.getByRole("button", { name: "交办", exact: true }).click();
  await record(here.drawer, "交办");
  await there.drawer.getByRole("button", { name: "确认交办" }).click();
  await expect(there.drawer.getByRole("alert")).toContainText("该件已经交办，时限不能重新起算");
  await expect(there.drawer.getByRole("table")).toContainText("办理记录 1 条");
});

test("a failing poll keeps the list, says its age, and recovers", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/rectifications");
  const count = await board(page).getByRole("button").count();
  await page.route("**/api/rectifications?*", (route) => route.abort("connectionrefused"));
  await page.clock.fastForward(31_000);
  const notice = page.getByRole("alert").filter({ hasText: "更新失败" });
  await expect(notice).toContainText("没有应答");
  await expect(board(page).getByRole("button")).toHaveCount(count);
  await page.unroute("**/api/rectifications?*");
  await notice.getByRole("button", { name: "立即更新" }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.getByText(/^清单读取于 /)).toBeVisible();
});
