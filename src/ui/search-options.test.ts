import { describe, expect, it } from "vitest";
import { searchOptions } from "./search-options.ts";

const options = [
  { id: "u1", texts: ["区公安局", "示例区公安局"], initials: "qgaj" },
  { id: "u2", texts: ["区规划资源局", "示例区规划和自然资源局"], initials: "qghzyj" },
  { id: "u3", texts: ["归河街道", "归河街道办事处"], initials: "ghjd" },
];
const find = (typed: string) => searchOptions(options, typed).map((option) => option.id);

describe("searchOptions", () => {
  it("lists everything for an empty search", () => expect(find(" ")).toEqual(["u1", "u2", "u3"]));
  it("finds a part of the short or the full name", () => {
    expect(find("规划")).toEqual(["u2"]);
    expect(find("办事处")).toEqual(["u3"]);
  });
  it("finds pinyin initials, whole beginnings before left-out letters", () =>
    expect(find("ghj")).toEqual(["u3", "u2"]));
  it("takes full-width and capital letters", () => expect(find("ＱＧＡ")).toEqual(["u1"]));
  it("finds nothing for a stranger", () => expect(find("zzz")).toEqual([]));
});
