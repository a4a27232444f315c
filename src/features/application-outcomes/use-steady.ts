import { replaceEqualDeep } from "@tanstack/react-query";
import { useLayoutEffect, useRef } from "react";

/**
 * The value of before for as long as the new one says the same. A pick makes new lists of the same rows; what is drawn
 * from them rests until the rows themselves change.
 */
export function useSteady<T>(value: T): T {
  const held = useRef(value);
  const steady: T = replaceEqualDeep(held.current, value);
  useLayoutEffect(() => {
    held.current = steady;
  });
  return steady;
}
