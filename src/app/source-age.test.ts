import { describe, expect, it } from "vitest";
import { describeAge, describeSource, formatShanghai } from "./source-age.ts";

const at = (text: string) => new Date(text);

describe("describeSource", () => {
  it("shows the moment in Asia/Shanghai with its age", () => {
    expect(describeSource({ asOf: "2026-10-08T09:30:00Z" }, "台账", at("2026-10-08T13:29:59Z"))).toBe(
      "台账截至 2026-10-08 17:30（3 小时前）",
    );
  });
  it("crosses midnight with Shanghai, not with UTC", () => {
    expect(formatShanghai("2025-12-31T23:30:00Z")).toBe("2026-01-01 07:30");
  });
});

describe("describeAge", () => {
  const asOf = "2026-10-08T09:30:00Z";
  it("rounds down through minutes, hours and days", () => {
    const ages = ["2026-10-08T09:30:59Z", "2026-10-08T10:29:59Z", "2026-10-10T09:29:00Z", "2026-10-10T09:30:00Z"];
    expect(ages.map((now) => describeAge(asOf, at(now)))).toEqual(["刚刚", "59 分钟前", "47 小时前", "2 天前"]);
  });
  it("has no age for a moment ahead of the clock", () =>
    expect(describeAge(asOf, at("2026-10-07T00:00:00Z"))).toBe(""));
});
