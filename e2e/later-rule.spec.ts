import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { DEFAULT_RULES } from "#domain/rectification.ts";
import { demoLedger } from "#server/demo-district.ts";
import { itemsIn, openItem } from "./board.ts";
import { test as base, expect } from "./fixtures.ts";
import { openAddress } from "./journey.ts";
import { type ProductServer, runServerCommand, startServer, temporaryDatabase } from "./product-server.ts";

/** An office whose ledger brings a version of the rules that began when its cases were open. */
const test = base.extend<object, { office: ProductServer }>({
  office: [
    async ({ browserName: _ }, use) => {
      const database = temporaryDatabase();
      const file = join(dirname(database.slice("file:".length)), "ledger.json");
      const now = new Date();
      const limits = { ...DEFAULT_RULES.limits, general: { kind: "elapsedHours", hours: 72 } };
      const rules = {
        ...DEFAULT_RULES,
        ruleVersion: "2026-2",
        effectiveFrom: new Date(now.getTime() - 60_000).toISOString(),
        limits,
      };
      writeFileSync(file, JSON.stringify({ ...demoLedger(now), rectificationRules: [rules] }));
      const end = await runServerCommand("import", [file], { DATABASE_URL: database });
      expect(end.code, end.output).toBe(0);
      const server = await startServer({ DATABASE_URL: database });
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ office }, use) => {
    await use(office.url);
  },
});

test("a version of the rules that began later tells its difference and moves nothing", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/rectifications");
  await expect(
    page.getByText(/规则 2026-2 自 \d{4}-\d\d-\d\d \d\d:\d\d 起生效：在办件中 \d+ 条如按新规则到期时间不同/),
  ).toBeVisible();
  const { drawer } = await openItem(page, itemsIn(page, "一般错误", "整改中").first());
  await expect(drawer.getByText(/^规则 2026-2 下到期时间会晚 24 小时 00 分/)).toBeVisible();
  await expect(drawer.getByText(/^规则已有新版本。/)).toBeVisible();
  await expect(drawer.getByText("48 小时，连续计算", { exact: false })).toBeVisible();
  await drawer.getByRole("button", { name: "关闭" }).click();
  const serious = await openItem(page, itemsIn(page, "严重错误", "整改中").first());
  await expect(serious.drawer.getByText("规则已有新版本", { exact: false })).toHaveCount(0);
});
