import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { strToU8, zipSync } from "fflate";
import { beforeAll, expect, it } from "vitest";
import { publishedReport } from "#domain/fixtures/published-annual-reports.ts";
import tongnanText from "#domain/fixtures/report-text-tongnan-office-2024.txt?raw";
import { cellAnchor } from "./cell-anchor.ts";
import { TextCheckCard } from "./text-check-card.tsx";

const provenance = { source: "年度报告 · 数据截至 2025-01-26 09:00", asOf: null, marks: [] };

beforeAll(() => {
  // jsdom lays nothing out, so it has nothing to scroll.
  Element.prototype.scrollIntoView = () => {};
});

function show() {
  const report = publishedReport("tongnan-office", 2024);
  render(
    <>
      <table>
        <tbody>
          <tr>
            <td id={cellAnchor("t3.outcomeTotal.total")}>23</td>
          </tr>
        </tbody>
      </table>
      <TextCheckCard report={report} previous={null} provenance={provenance} />
    </>,
  );
  return userEvent.setup();
}

async function paste(user: ReturnType<typeof userEvent.setup>, text: string) {
  await user.click(screen.getByRole("textbox", { name: "报告正文" }));
  await user.paste(text);
  await user.click(screen.getByRole("button", { name: "比对" }));
}

const lines = () => within(screen.getByRole("list", { name: "对照结果" })).getAllByRole("listitem");

it("marks every number of the pasted text and lists those a table can tell", async () => {
  const user = show();
  await paste(user, tongnanText);
  expect(screen.getByText("正文 23 个数字，3 个可与表比对：不一致 0、两可 0、一致 3。")).toBeTruthy();
  expect(lines().map((line) => line.textContent)).toEqual([
    expect.stringContaining("正文 24，与表内“新收”24 相符"),
    expect.stringContaining("正文 23，与表内“办理结果总计”23 相符"),
    expect.stringContaining("正文 1，与表内“结转下年度”1 相符"),
  ]);
  expect(screen.getByText(/第二至四部分为表格/)).toBeTruthy();
});

it("puts a changed number first, with both numbers and the exact difference", async () => {
  const user = show();
  await paste(user, tongnanText.replace("办结23件", "办结25件"));
  expect(lines()[0]?.textContent).toContain("不一致");
  expect(lines()[0]?.textContent).toContain("正文 25，表内“办理结果总计”23，差 +2");
});

it("leads from number to line, from line to cell, and back by Escape", async () => {
  const user = show();
  await paste(user, tongnanText);
  await user.click(screen.getByRole("button", { name: /^23件/ }));
  expect(document.activeElement?.textContent).toContain("办理结果总计");
  await user.click(screen.getByRole("button", { name: "办结23件：定位单元格" }));
  expect(document.activeElement?.id).toBe(cellAnchor("t3.outcomeTotal.total"));
  await user.keyboard("{Escape}");
  expect(document.activeElement?.textContent).toContain("办理结果总计");
  await user.click(screen.getByRole("button", { name: "办结23件：回到正文" }));
  expect(document.activeElement?.textContent).toContain("23件");
});

it("says which cell is meant when the page does not show it", async () => {
  const user = show();
  await paste(user, tongnanText);
  await user.click(screen.getByRole("button", { name: /受理.*定位单元格/ }));
  expect(screen.getByText(/本页没有显示这一格：一、本年新收政府信息公开申请数量·总计/)).toBeTruthy();
});

it("opens a .docx in the browser, tables left out", async () => {
  const user = show();
  const xml = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
    <w:p><w:r><w:t>受理政府信息公开申请</w:t></w:r><w:r><w:t>24件。</w:t></w:r></w:p>
    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>新收 99件</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`;
  const file = new File([zipSync({ "word/document.xml": strToU8(xml) }) as BlobPart], "年报.docx");
  await user.upload(screen.getByLabelText("打开报告文件"), file);
  expect(await screen.findByText("正文 1 个数字，1 个可与表比对：不一致 0、两可 0、一致 1。")).toBeTruthy();
});

it.each([
  [new File(["x"], "年报.doc"), "不能读取 .doc"],
  [new File(["不是压缩包"], "年报.docx"), "这个 .docx 打不开"],
  [new File([zipSync({ "a.txt": strToU8("x") }) as BlobPart], "b.docx"), "不是 Word 文档"],
  [new File(["  "], "空.txt"), "文件里没有文字"],
  [new File(["字".repeat(400_000)], "长.txt"), "超过 1 MB"],
  [new File(["字".repeat(61_000)], "长.txt"), "超过 60,000 字"],
  [new File([new Uint8Array([0xff, 0xff, 0xff])], "乱.txt"), "文字编码无法识别"],
])("says what is wrong with %#", async (file, words) => {
  show();
  // The picker offers only .txt and .docx; a file that is dropped on it can be anything.
  const user = userEvent.setup({ applyAccept: false });
  await user.upload(screen.getByLabelText("打开报告文件"), file);
  expect((await screen.findByRole("alert")).textContent).toContain(words);
  expect(screen.getByRole("textbox", { name: "报告正文" })).toBeTruthy();
});

it("reads a .txt of Chinese Windows (GB18030)", async () => {
  const user = show();
  const bytes = new Uint8Array([0xca, 0xdc, 0xc0, 0xed, 0xc9, 0xea, 0xc7, 0xeb, 0x32, 0x34, 0xbc, 0xfe]);
  await user.upload(screen.getByLabelText("打开报告文件"), new File([bytes], "年报.txt"));
  expect(await screen.findByText(/1 个可与表比对：不一致 0、两可 0、一致 1/)).toBeTruthy();
});

it("warns when the title names another year than the table", async () => {
  const user = show();
  await paste(user, "某局2023年政府信息公开工作年度报告\n受理政府信息公开申请24件。");
  expect(screen.getByText("正文标题写的是 2023 年，现在比对的是 2024 年的表。")).toBeTruthy();
});
