import { act, cleanup, render, screen } from "@testing-library/react";
import { Suspense, use } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useDeferredFilters } from "./use-deferred-filters.ts";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

interface Pick {
  name: string;
  arrives: Promise<void>;
}

function Figure({ pick }: { pick: Pick }) {
  use(pick.arrives);
  return <p data-testid="figure">{pick.name}</p>;
}

function Board({ pick }: { pick: Pick }) {
  const { filters, busy, stale } = useDeferredFilters(pick);
  return (
    <div data-testid="page" data-busy={busy} data-stale={stale}>
      <Suspense>
        <Figure pick={filters} />
      </Suspense>
    </div>
  );
}

function page(): string {
  const { busy, stale } = screen.getByTestId("page").dataset;
  return `${screen.getByTestId("figure").textContent} busy=${busy} stale=${stale}`;
}

it("is busy at once and stale only after a moment that a reader notices", async () => {
  const { rerender } = await act(async () => render(<Board pick={{ name: "部门", arrives: Promise.resolve() }} />));
  expect(page()).toBe("部门 busy=false stale=false");
  let arrive = () => {};
  const late = {
    name: "镇街",
    arrives: new Promise<void>((resolve) => {
      arrive = resolve;
    }),
  };
  await act(async () => rerender(<Board pick={late} />));
  expect(page()).toBe("部门 busy=true stale=false");
  await act(async () => vi.advanceTimersByTime(149));
  expect(page()).toBe("部门 busy=true stale=false");
  await act(async () => vi.advanceTimersByTime(1));
  expect(page()).toBe("部门 busy=true stale=true");
  await act(async () => arrive());
  expect(page()).toBe("镇街 busy=false stale=false");
});
