import { addressOf } from "./desk-address.ts";
import { figureOf, saveFile, textOfSvg } from "./figure.ts";
import { filterBar } from "./filter-bar.ts";
import { expect, test } from "./fixtures.ts";
import { expectAddressIsState, openAddress, readContent } from "./journey.ts";

const MOVED_EDGE = "draft=1;t:一类.1:2.5";

test("a number that is changed shows at once who changes tier, and stands in the address", async ({
  page,
  baseURL,
}) => {
  await openAddress(page, baseURL, "/what-if");
  await expect(page.getByRole("region", { name: "结论" })).toContainText("未改动规则：54 家单位");
  await page.getByRole("spinbutton", { name: "一类一/二档线" }).fill("2.5");
  await expect.poll(() => addressOf(page)).toBe(`/what-if?${MOVED_EDGE}`);
  await expect(page.getByRole("region", { name: "结论" })).toContainText(/1 处改动使 54 家中 \d+ 家换档（升 \d+ 家）/);
  await expect(page.getByRole("button", { name: "撤销改动：一类一/二档线 2 → 2.5" })).toBeVisible();
  await page.getByRole("button", { name: "全部还原" }).click();
  await expect.poll(() => addressOf(page)).toBe("/what-if");
});

test("the address is the draft: reload, another desk, back", async ({ page, baseURL, otherContext }) => {
  await openAddress(page, baseURL, `/what-if?${MOVED_EDGE};e:updates:0.4`);
  await expectAddressIsState(page, otherContext, () =>
    filterBar(page).getByRole("button", { name: "镇街", exact: true }).click(),
  );
});

test("arrow keys alone change a draft, and Back undoes the last step", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/what-if");
  await page.getByRole("spinbutton", { name: "二类二/三档线" }).focus();
  await page.keyboard.press("ArrowUp");
  await expect.poll(() => addressOf(page)).toBe("/what-if?draft=1;t:二类.2:5.1");
  await page.goBack();
  await expect.poll(() => addressOf(page)).toBe("/what-if");
  await expect(page.getByRole("spinbutton", { name: "二类二/三档线" })).toHaveValue("5");
});

// One server serves all specs at once: this one saves for the scheme of 2025, on which no other spec looks.
test("a draft is saved under a name, opened again, and touches no published quarter", async ({ page, baseURL }) => {
  const address = "/what-if?quarter=2025Q3&draft=1;e:updates:0.4";
  await openAddress(page, baseURL, address);
  const saved = page.getByRole("region", { name: "草稿版本" });
  await saved.getByRole("textbox", { name: "草稿名称" }).fill("栏目更新从严");
  await page.keyboard.press("Enter");
  await expect(saved.getByRole("status")).toContainText("已存草稿“栏目更新从严”；已发布的季度不受影响。");

  await openAddress(page, baseURL, "/what-if?quarter=2025Q3");
  await saved.getByRole("button", { name: "栏目更新从严", exact: true }).click();
  await expect.poll(() => addressOf(page)).toBe(address);
});

test("a draft is renamed in place and removed after a question, by keyboard alone", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/what-if?quarter=2025Q3&draft=1;e:channels:0.4");
  const saved = page.getByRole("region", { name: "草稿版本" });
  await saved.getByRole("textbox", { name: "草稿名称" }).fill("渠道从严");
  await page.keyboard.press("Enter");
  await expect(saved.getByRole("button", { name: "渠道从严", exact: true })).toBeVisible();

  await saved.getByRole("button", { name: "改名：渠道从严" }).press("Enter");
  await expect(saved.getByRole("textbox", { name: "“渠道从严”的新名称" })).toBeFocused();
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText("渠道试行");
  await page.keyboard.press("Enter");
  const said = saved.getByRole("status");
  await expect(said).toHaveText("“渠道从严”已改名为“渠道试行”。");

  await saved.getByRole("button", { name: "删除：渠道试行" }).press("Enter");
  const question = saved.getByRole("group", { name: "删除：渠道试行" });
  await expect(question).toContainText("删除后不能恢复；已发出的链接仍能打开同样的改动。");
  await expect(question.getByRole("button", { name: "取消" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question).toHaveCount(0);
  await saved.getByRole("button", { name: "删除：渠道试行" }).press("Enter");
  await question.getByRole("button", { name: "确认删除" }).press("Enter");
  await expect(said).toHaveText("已删除草稿“渠道试行”。");
  await expect(saved.getByRole("button", { name: "渠道试行", exact: true })).toHaveCount(0);
  expect(addressOf(page)).toBe("/what-if?quarter=2025Q3&draft=1;e:channels:0.4");
});

test.describe("a name that is taken", () => {
  // The browser notes the refused request itself.
  test.use({ allowedMessage: /Failed to load resource/ });

  test("is refused in words, and the draft stays in the page", async ({ page, baseURL }) => {
    const address = "/what-if?quarter=2025Q3&draft=1;e:links:0.4";
    await openAddress(page, baseURL, address);
    const saved = page.getByRole("region", { name: "草稿版本" });
    const name = saved.getByRole("textbox", { name: "草稿名称" });
    await name.fill("链接从严");
    await page.keyboard.press("Enter");
    await expect(saved.getByRole("status")).toContainText("已存草稿“链接从严”");
    await name.fill("链接从严");
    await saved.getByRole("button", { name: "存为草稿版本" }).click();
    await expect(saved.getByRole("status")).toContainText("已有名为“链接从严”的草稿，请换个名称。");
    expect(addressOf(page)).toBe(address);

    await name.fill("链接另案");
    await saved.getByRole("button", { name: "存为草稿版本" }).click();
    await saved.getByRole("button", { name: "改名：链接另案" }).click();
    await saved.getByRole("textbox", { name: "“链接另案”的新名称" }).fill("链接从严");
    await saved.getByRole("button", { name: "确认改名" }).click();
    await expect(saved.getByRole("status")).toHaveText("没有办成：已有名为“链接从严”的草稿，请换个名称。");
    await expect(saved.getByRole("textbox", { name: "“链接另案”的新名称" })).toHaveValue("链接从严");
  });
});

test("what means nothing in the scheme is named and left out", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/what-if?draft=1;p:nobody:3;t:一类.1:9;p:updates:-1;w:x:__proto__");
  const notes = filterBar(page).getByRole("status");
  await expect(notes).toContainText("已忽略：推演草稿 p:updates:-1、w:x:__proto__");
  await expect(notes).toContainText(/已忽略：推演草稿 .*nobody.*（本方案没有这一项，或数值不成立）/);
  await expect(page.getByRole("region", { name: "结论" })).toContainText("未改动规则");
});

test("a number that is no number says so and changes nothing", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/what-if");
  const field = page.getByRole("spinbutton", { name: "链接错敏分值" });
  await field.fill("-3");
  await expect(page.getByRole("alert")).toHaveText("应为 0–1000，小数不超过四位");
  expect(addressOf(page)).toBe("/what-if");
});

test("units near an edge are listed with the finding that decides", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/what-if");
  const table = page.getByRole("table", { name: "临界单位" });
  await expect(table.getByText(/撤销“.+”（2026-\d\d-\d\d，−\d+\.\d\d）则升为.档/).first()).toBeVisible();
});

test("every picture and sheet of a draft says 推演 and what was tried", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, `/what-if?${MOVED_EDGE}`);
  await readContent(page);
  for (const key of ["what-if-units", "what-if-migration"]) {
    const figure = figureOf(page, key);
    const svg = await saveFile(page, figure, "下载矢量图 SVG");
    expect(svg.name).toMatch(/^2026Q3_推演_/);
    const words = textOfSvg(svg.bytes.toString("utf8"));
    expect(words).toContain("推演结果，不是正式得分，不得用于通报");
    expect(words).toContain("一类一/二档线 2 → 2.5");
    const csv = await saveFile(page, figure, "下载数据 CSV");
    expect(csv.bytes.toString("utf8")).toContain("推演");
  }
});

test("on a quarter that is not published the picture says 草稿 as well", async ({ page, baseURL }) => {
  await openAddress(page, baseURL, "/what-if?quarter=2026Q4");
  const svg = await saveFile(page, figureOf(page, "what-if-units"), "下载矢量图 SVG");
  const words = textOfSvg(svg.bytes.toString("utf8"));
  for (const word of ["草稿，未经审定", "推演结果", "演示数据"]) expect(words).toContain(word);
});
