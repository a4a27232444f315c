import { board, overdueInTitle } from "./board.ts";
import { expect, test } from "./fixtures.ts";
import { openAddress } from "./journey.ts";
import { NOW } from "./now.ts";

// Only in the demonstration does the server's clock obey the test: both are the page's own.
test("a limit that runs out while the page is open turns overdue in that second", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/rectifications");
  const strip = page.getByRole("region", { name: "一小时内到期" });
  await expect(strip).toContainText(/余 \d+ 分 \d\d 秒/);
  const overdueBefore = await overdueInTitle(page);
  const left = /余 (\d+) 分 (\d\d) 秒/.exec(await strip.innerText());
  const due = Date.parse(NOW) + (Number(left?.[1]) * 60 + Number(left?.[2])) * 1000;
  await page.clock.setFixedTime(due);
  await expect(strip).toContainText("余 0 秒");
  await expect(page).toHaveTitle(new RegExp(`^（${overdueBefore} 条超期）`));
  await page.clock.setFixedTime(due + 1000);
  await expect(page).toHaveTitle(new RegExp(`^（${overdueBefore + 1} 条超期）`), { timeout: 2_000 });
  await expect(board(page)).toContainText("已超不足 1 分");
  await expect(page.getByRole("navigation", { name: "主导航" })).toContainText(String(overdueBefore + 1));
});
