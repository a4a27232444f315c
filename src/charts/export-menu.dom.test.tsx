import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, it } from "vitest";
import { ExportMenu } from "./export-menu.tsx";
import type { FigureContent, FigurePicture } from "./figure-spec.ts";

afterEach(cleanup);

function aContent(pictures: FigurePicture<null>[] = []): FigureContent<null> {
  return {
    chartKey: "k",
    title: "各单位扣分",
    finding: "",
    caption: "",
    legend: [],
    note: "",
    source: "",
    marks: [],
    series: null,
    Chart: () => null,
    chartHeight: () => 0,
    table: { columns: [], rows: [] },
    fileStem: { quarters: "2026Q3", subject: "各单位扣分", scope: "", asOf: null },
    pictures,
  };
}

const open = () => userEvent.click(screen.getByRole("button", { name: /^导出/ }));
const names = () => screen.getAllByRole("button").map((button) => button.textContent);

it("offers the same files for every figure", async () => {
  render(<ExportMenu content={aContent()} stale={false} />);
  await open();
  expect(names()).toEqual([
    "导出 ▾",
    "下载图片 PNG（屏幕 2×）",
    "下载图片 PNG（Word 15.6 cm，300 dpi）",
    "下载矢量图 SVG",
    "复制图片",
    "下载数据 CSV",
    "下载数据 XLSX",
    "下载",
  ]);
});

it("offers one document picture per class", async () => {
  const part = (suffix: string) => ({ suffix, title: "", finding: "", caption: "", series: null });
  render(<ExportMenu content={aContent([part("部门"), part("镇街")])} stale={false} />);
  await open();
  expect(names().filter((name) => name?.includes("Word"))).toHaveLength(2);
});

it("refuses, and says why, while the data shown is not the data asked for", async () => {
  render(<ExportMenu content={aContent()} stale />);
  await open();
  expect(screen.getByRole("status").textContent).toBe("数据更新中，暂不能导出。");
  expect(names()).toEqual(["导出 ▾"]);
});

it("closes with Escape and gives the focus back", async () => {
  render(<ExportMenu content={aContent()} stale={false} />);
  await open();
  await userEvent.keyboard("{ArrowDown}{Escape}");
  expect(names()).toEqual(["导出 ▾"]);
  expect(document.activeElement?.textContent).toBe("导出 ▾");
});
