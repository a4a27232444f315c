import { render } from "@testing-library/react";
import { memo } from "react";
import { expect, it } from "vitest";
import { useSteady } from "./use-steady.ts";

it("a panel rests while new lists say the same, and is drawn again when a row changes", () => {
  let drawn = 0;
  const List = memo(function List({ rows }: { rows: readonly { id: string }[] }) {
    drawn += 1;
    return <p>{rows.map(({ id }) => id).join()}</p>;
  });
  function Panel({ ids }: { ids: readonly string[] }) {
    return <List rows={useSteady(ids.map((id) => ({ id })))} />;
  }
  const { rerender, container } = render(<Panel ids={["a", "b"]} />);
  rerender(<Panel ids={["a", "b"]} />);
  rerender(<Panel ids={["a", "b"]} />);
  expect(drawn).toBe(1);
  rerender(<Panel ids={["a", "c"]} />);
  expect(drawn).toBe(2);
  expect(container.textContent).toBe("a,c");
});
