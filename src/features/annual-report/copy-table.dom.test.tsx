import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { GridCell, MergedGrid } from "#charts/merged-grid.ts";
import { copyTable } from "./copy-table.ts";

const WORDS = { title: "示例局2024年表三", foot: "示例局 · 2024 年 · 演示数据" };

function aCell(key: string, changes: Partial<GridCell> = {}): GridCell {
  const plain = {
    role: "figure",
    value: null,
    colSpan: 1,
    rowSpan: 1,
    look: "plain",
    isStrong: false,
    slot: null,
  } as const;
  return { key, text: key, ...plain, ...changes };
}

const GRID: MergedGrid = {
  columns: [1, 1],
  headRows: 1,
  rows: [
    { key: "head", cells: [aCell("申请人", { role: "head", colSpan: 2 })] },
    { key: "row", cells: [aCell("3"), aCell("4")] },
  ],
};

/** jsdom has neither the command nor an event with data: a browser that copies by event, and what it took. */
function browserThatCopies(): Map<string, string> {
  const taken = new Map<string, string>();
  document.execCommand = (command) => {
    expect(command).toBe("copy");
    const event = new Event("copy", { cancelable: true });
    Object.assign(event, { clipboardData: { setData: (type: string, data: string) => taken.set(type, data) } });
    document.dispatchEvent(event);
    return event.defaultPrevented;
  };
  return taken;
}

function clipboardThat(writeText: (text: string) => Promise<void>): void {
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
}

beforeEach(() => {
  document.body.innerHTML = '<button type="button">复制表格</button>';
});

afterEach(() => {
  Reflect.deleteProperty(document, "execCommand");
  Reflect.deleteProperty(navigator, "clipboard");
});

it("takes the table along as HTML with its spans and as text, and says so", async () => {
  const taken = browserThatCopies();
  expect(await copyTable(GRID, WORDS)).toBe("表格已复制，粘贴到 WPS、Word 或 Excel 时保留合并单元格。");
  expect([...taken.keys()]).toEqual(["text/html", "text/plain"]);
  expect(taken.get("text/html")).toContain('<th colspan="2"');
  expect(taken.get("text/html")).toContain("演示数据");
  expect(taken.get("text/plain")?.split("\r\n")).toEqual([WORDS.title, "申请人\t", "3\t4", WORDS.foot]);
});

it("leaves nothing on the page, gives the focus back, and does not listen to later copies", async () => {
  const taken = browserThatCopies();
  const button = document.querySelector("button");
  button?.focus();
  await copyTable(GRID, WORDS);
  expect(document.querySelector("textarea")).toBeNull();
  expect(document.activeElement).toBe(button);
  taken.clear();
  document.dispatchEvent(new Event("copy"));
  expect(taken.size).toBe(0);
});

it.each([
  ["answers no", () => false],
  [
    "throws",
    () => {
      throw new Error("denied");
    },
  ],
])("where the copy command %s, the text goes by the newer way and the loss is said", async (_name, command) => {
  document.execCommand = command;
  const writeText = vi.fn(async () => {});
  clipboardThat(writeText);
  expect(await copyTable(GRID, WORDS)).toContain("表格已按纯文本复制");
  expect(writeText).toHaveBeenCalledWith(expect.stringContaining("3\t4"));
  expect(document.querySelector("textarea")).toBeNull();
});

it("where nothing may be copied, XLSX is named instead", async () => {
  document.execCommand = () => false;
  clipboardThat(async () => {
    throw new Error("denied");
  });
  expect(await copyTable(GRID, WORDS)).toBe("浏览器不允许复制，请改用“导出”下载 XLSX。");
});
