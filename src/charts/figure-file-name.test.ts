import { expect, it } from "vitest";
import { figureFileName } from "./figure-file-name.ts";

const stem = { quarters: "2024Q3", subject: "各单位扣分", scope: "镇街", asOf: "2024-10-08T09:30:00Z" };

it("sorts by quarter and names subject, scope and day of the data", () => {
  expect(figureFileName(stem, "png")).toBe("2024Q3_各单位扣分_镇街_截至20241008.png");
});

it("takes the day in Shanghai, not that of the desk or of UTC", () => {
  expect(figureFileName({ ...stem, asOf: "2024-12-31T23:30:00Z" }, "png")).toContain("截至20250101");
});

it("replaces what Windows refuses and drops control characters", () => {
  expect(figureFileName({ ...stem, subject: 'A/B:C*?"<>|\\\b', scope: "" }, "csv")).toBe(
    "2024Q3_A-B-C-------_截至20241008.csv",
  );
});

it("leaves out empty parts and keeps a name when nothing is left", () => {
  expect(figureFileName({ quarters: "", subject: "…", scope: "", asOf: null }, "svg")).toBe("….svg");
  expect(figureFileName({ quarters: "", subject: "", scope: "", asOf: null }, "svg")).toBe("图_.svg");
});

it("does not use a device name and does not grow without end", () => {
  expect(figureFileName({ quarters: "", subject: "CON", scope: "", asOf: null }, "png")).toBe("图_CON.png");
  expect([...figureFileName({ ...stem, subject: "长".repeat(300) }, "png")]).toHaveLength(124);
});

it("names the part of a split figure", () => {
  expect(figureFileName(stem, "png", "部门")).toContain("_部门_");
});
