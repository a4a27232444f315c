import { useState } from "react";

/**
 * Pure taste (theme, folded navigation) lives in this browser, never in the address.
 * Storage may be refused or full: then the taste lasts as long as the page.
 */
export function useLocalMemory<T extends string>(key: string, choices: readonly T[], initial: T) {
  const [value, setValue] = useState<T>(() => recall(key, choices) ?? initial);
  const change = (next: T) => {
    setValue(next);
    try {
      window.localStorage.setItem(key, next);
    } catch {
      // Nothing depends on it.
    }
  };
  return [value, change] as const;
}

export function recall<T extends string>(key: string, choices: readonly T[]): T | undefined {
  try {
    const stored = window.localStorage.getItem(key);
    return choices.find((choice) => choice === stored);
  } catch {
    return undefined;
  }
}
