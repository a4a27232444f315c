import { act, cleanup, render, screen } from "@testing-library/react";
import { StrictMode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { useEveryPanel as UseEveryPanel } from "./panel-turns.ts";

/** Says of each watched panel whether the window shows it; jsdom has no layout of its own. */
let see: (label: string, isIntersecting: boolean) => void;
let Panel: typeof import("./panel.tsx").Panel;
let useEveryPanel: typeof UseEveryPanel;

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  const watched = new Set<Element>();
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(report: (entries: Partial<IntersectionObserverEntry>[]) => void) {
        see = (label, isIntersecting) => {
          const target = [...watched].find((element) => element.textContent?.startsWith(label));
          if (target === undefined) throw new Error(`no panel starts with ${label}`);
          act(() => report([{ target, isIntersecting }]));
        };
      }
      observe = (element: Element) => watched.add(element);
      unobserve = (element: Element) => watched.delete(element);
    },
  );
  ({ Panel } = await import("./panel.tsx"));
  ({ useEveryPanel } = await import("./panel-turns.ts"));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function Sheet({ quarter, isPresented = false }: { quarter: string; isPresented?: boolean }) {
  return (
    <StrictMode>
      <Panel minHeight={100}>
        <p>走势 {quarter}</p>
      </Panel>
      <Panel minHeight={100}>
        <p>清单 {quarter}</p>
      </Panel>
      {isPresented ? <Presented /> : null}
    </StrictMode>
  );
}

function Presented() {
  useEveryPanel();
  return null;
}

function shown(): string[] {
  return screen.getAllByText(/一季度|二季度|三季度/).map((element) => {
    const waits = element.parentElement?.getAttribute("aria-busy") === "true";
    return `${element.textContent}${waits ? "（等）" : ""}`;
  });
}

function renderWithListBelow() {
  const { rerender } = render(<Sheet quarter="一季度" />);
  see("走势", true);
  see("清单", false);
  return rerender;
}

it("draws at first whatever the page has", () => {
  renderWithListBelow();
  expect(shown()).toEqual(["走势 一季度", "清单 一季度"]);
});

it("leaves a panel out of sight as it was, and says that it waits", () => {
  const rerender = renderWithListBelow();
  rerender(<Sheet quarter="二季度" />);
  expect(shown()).toEqual(["走势 二季度", "清单 一季度（等）"]);
});

it("draws the waiting panel when it comes into sight", () => {
  const rerender = renderWithListBelow();
  rerender(<Sheet quarter="二季度" />);
  see("清单", true);
  expect(shown()).toEqual(["走势 二季度", "清单 二季度"]);
});

it("draws it when the page rests; another pick starts the rest anew", () => {
  const rerender = renderWithListBelow();
  rerender(<Sheet quarter="二季度" />);
  act(() => vi.advanceTimersByTime(700));
  rerender(<Sheet quarter="三季度" />);
  act(() => vi.advanceTimersByTime(700));
  expect(shown()).toEqual(["走势 三季度", "清单 一季度（等）"]);
  act(() => vi.advanceTimersByTime(200));
  expect(shown()).toEqual(["走势 三季度", "清单 三季度"]);
});

it("prints the whole page as picked", () => {
  const rerender = renderWithListBelow();
  rerender(<Sheet quarter="二季度" />);
  act(() => {
    window.dispatchEvent(new Event("beforeprint"));
  });
  expect(shown()).toEqual(["走势 二季度", "清单 二季度"]);
});

it("lets nothing wait while figures are presented, and again afterwards", () => {
  const rerender = renderWithListBelow();
  rerender(<Sheet quarter="二季度" />);
  rerender(<Sheet quarter="二季度" isPresented />);
  expect(shown()).toEqual(["走势 二季度", "清单 二季度"]);
  rerender(<Sheet quarter="三季度" isPresented />);
  expect(shown()).toEqual(["走势 三季度", "清单 三季度"]);
  rerender(<Sheet quarter="三季度" />);
  rerender(<Sheet quarter="一季度" />);
  expect(shown()).toEqual(["走势 一季度", "清单 三季度（等）"]);
});
