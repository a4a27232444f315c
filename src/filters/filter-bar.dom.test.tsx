import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { describe, expect, it } from "vitest";
import { quarterSchema } from "#domain/quarter.ts";
import type { Unit } from "#domain/unit.ts";
import { FilterBar } from "./filter-bar.tsx";
import { useSettledFilters } from "./settle-filters.ts";
import { useFilters } from "./use-filters.ts";

const QUARTERS = ["2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3", "2026Q4"] as const;
const inspections = QUARTERS.map((text) => ({
  quarter: quarterSchema.parse(text),
  status: text === "2026Q4" ? ("draft" as const) : ("published" as const),
}));

function aUnit(order: number, shortName: string, pinyin: string, kind: Unit["kind"], unitClass: string): Unit {
  return {
    id: `u${order}`,
    name: `示例${shortName}`,
    shortName,
    pinyin,
    kind,
    class: unitClass,
    order,
    activeFrom: null,
    activeTo: null,
  };
}

const units = [
  aUnit(1, "区公安局", "qgaj", "department", "一类"),
  aUnit(2, "区规划资源局", "qghzyj", "department", "二类"),
  aUnit(3, "云溪镇", "yxz", "township", "一类"),
  aUnit(4, "归雁镇", "gyz", "township", "一类"),
];

function Page() {
  const control = useFilters();
  const settled = useSettledFilters(control.filters, { inspections, units });
  return (
    <>
      <FilterBar
        {...control}
        filters={settled.filters ?? control.filters}
        ignored={[...control.ignored, ...settled.ignored]}
        inspections={inspections}
        units={units}
      />
      <button
        type="button"
        onClick={() => {
          control.changeFilters({ side: "township" });
          control.changeFilters({ sort: "register" });
        }}
      >
        两次改动
      </button>
    </>
  );
}

function open(address = "/deductions") {
  const router = createMemoryRouter([{ path: "/deductions", element: <Page /> }], { initialEntries: [address] });
  render(<RouterProvider router={router} useTransitions={false} />);
  const back = () => act(() => router.navigate(-1));
  return { user: userEvent.setup(), router, back, search: () => router.state.location.search };
}

describe("unit picker", () => {
  it("finds a unit by pinyin initials and applies when it closes, with the count in the control", async () => {
    const { user, search } = open();
    await user.click(screen.getByRole("button", { name: /单位 ?全部 4 家/ }));
    await user.type(screen.getByRole("searchbox"), "ghj");
    expect(screen.getAllByRole("checkbox").map((box) => box.parentElement?.textContent)).toEqual(["区规划资源局"]);
    await user.keyboard("{Enter}");
    expect(search()).toBe("");
    await user.click(screen.getByRole("button", { name: "完成" }));
    expect(search()).toBe("?unit=u2");
    expect(screen.getByRole("button", { name: /单位 ?已选 1 家/ })).toHaveProperty("ariaExpanded", "false");
  });

  it("works by keyboard alone: arrows, space, Escape, and the focus comes back", async () => {
    const { user, search } = open();
    const trigger = screen.getByRole("button", { name: /单位 ?全部/ });
    act(() => trigger.focus());
    await user.keyboard("{Enter}");
    expect(document.activeElement).toBe(screen.getByRole("searchbox"));
    await user.keyboard("{ArrowDown}{ArrowDown} {End} {Escape}");
    expect(search()).toBe("?unit=u2,u4");
    expect(document.activeElement).toBe(trigger);
  });

  it("selects a class and inverts", async () => {
    const { user, search } = open();
    await user.click(screen.getByRole("button", { name: /单位 ?全部/ }));
    const box = screen.getByRole("dialog", { name: "选择单位" });
    expect(within(box).getByRole("button", { name: "反选" })).toHaveProperty("disabled", true);
    await user.click(within(box).getByRole("button", { name: "镇街 2" }));
    await user.click(within(box).getByRole("button", { name: "反选" }));
    expect(within(box).getByText("已选 2 家，共 4 家")).toBeTruthy();
    await user.click(document.body);
    expect(search()).toBe("?unit=u1,u2");
  });

  it("says all when every unit is ticked, and leaves it out of the address", async () => {
    const { user, search } = open("/deductions?unit=u1,u2,u3");
    await user.click(screen.getByRole("button", { name: /已选 3 家/ }));
    await user.click(screen.getByRole("checkbox", { name: "归雁镇" }));
    expect(screen.getByText("全部 4 家", { selector: "[aria-live]" })).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(search()).toBe("");
  });
});

describe("quarters", () => {
  it("shows the latest published quarter by default and its base", () => {
    open();
    expect(screen.getByRole("button", { name: /季度 ?三季度/ })).toBeTruthy();
    expect(screen.getByText("环比：较 2026 二季度")).toBeTruthy();
    expect(screen.queryByText("草稿")).toBeNull();
  });

  it("takes several quarters in one step, and marks a draft", async () => {
    const { user, search, back } = open();
    await user.click(screen.getByRole("button", { name: /季度 ?三季度/ }));
    const year = screen.getByRole("group", { name: "2026年" });
    await user.click(within(year).getByRole("checkbox", { name: "四季度（草稿）" }));
    await user.click(screen.getByRole("button", { name: "完成" }));
    expect(search()).toBe("?quarter=2026Q4,2026Q3");
    expect(screen.getByText("草稿")).toBeTruthy();
    await back();
    expect(search()).toBe("");
  });

  it("writes a whole year as the year", async () => {
    const { user, search } = open();
    await user.click(screen.getByRole("button", { name: /季度 ?三季度/ }));
    await user.click(within(screen.getByRole("group", { name: "2025年" })).getByRole("checkbox", { name: "全年" }));
    await user.click(within(screen.getByRole("group", { name: "2026年" })).getByRole("checkbox", { name: "三季度" }));
    await user.click(screen.getByRole("button", { name: "完成" }));
    expect(search()).toBe("?quarter=2025");
    expect(screen.getByRole("button", { name: /季度 ?三、四季度/ })).toBeTruthy();
  });

  it("keeps the quarter when the year changes", async () => {
    const { user, search } = open();
    await user.selectOptions(screen.getByRole("combobox", { name: /年度/ }), "2025");
    expect(search()).toBe("?quarter=2025Q3");
  });
});

describe("the address bar", () => {
  it("loses none of two changes in one tick, and Back undoes a step", async () => {
    const { user, search, back } = open("/deductions?tab=table");
    await user.click(screen.getByRole("button", { name: "两次改动" }));
    expect(search()).toBe("?tab=table&side=township&sort=register");
    await back();
    expect(search()).toBe("?tab=table&side=township");
    expect(screen.getByRole("button", { name: "镇街" })).toHaveProperty("ariaPressed", "true");
  });

  it("drops picked units that the new side does not hold", async () => {
    const { user, search } = open("/deductions?unit=u1,u3");
    await user.click(screen.getByRole("button", { name: "镇街" }));
    expect(search()).toBe("?side=township&unit=u3");
  });

  it("takes a chip away", async () => {
    const { user, search } = open("/deductions?unit=u1,u3&compare=yoy");
    await user.click(screen.getByRole("button", { name: "去掉区公安局" }));
    expect(search()).toBe("?unit=u3&compare=yoy");
    await user.click(screen.getByRole("button", { name: "取消比较" }));
    expect(search()).toContain("compare=none");
  });

  it("goes back to the defaults, not to the state at loading", async () => {
    const { user, search } = open("/deductions?quarter=2025&side=township&tab=table");
    await user.click(screen.getByRole("button", { name: "重置" }));
    expect(search()).toBe("?tab=table");
  });

  it("names what it ignores, and cleans the address on request", async () => {
    const { user, search } = open("/deductions?quarter=2026Q9,2026Q2&unit=zzz,u1&class=九类");
    expect(screen.getByText("已忽略：季度 2026Q9")).toBeTruthy();
    expect(screen.getByText("已忽略：单位 zzz（名册里没有）")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "去掉" }));
    expect(search()).toBe("?quarter=2026Q2&unit=u1");
    expect(screen.queryByText(/已忽略/)).toBeNull();
  });
});
