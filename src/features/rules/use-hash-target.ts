import { useEffect } from "react";

/** How long the parts above the target may still arrive and push it down. */
const SETTLING_MS = 3_000;

/**
 * Leads to the part that the address names behind #, once it is there, and stays with it while the parts above it are
 * still loading. As soon as the reader moves, the page is theirs. `visit` changes with each step of the history.
 */
export function useHashTarget(hash: string, visit: string): void {
  useEffect(() => {
    const id = toId(hash);
    const content = document.getElementById("content");
    if (id === "" || content === null || visit === "") return undefined;
    const stop = new AbortController();
    const lead = () => {
      const target = document.getElementById(id);
      if (target === null) return;
      target.scrollIntoView({ block: "start" });
      if (document.activeElement !== target) target.focus({ preventScroll: true });
    };
    const observer = new ResizeObserver(lead);
    observer.observe(content);
    const timer = window.setTimeout(() => stop.abort(), SETTLING_MS);
    for (const move of ["wheel", "pointerdown", "keydown", "touchstart"])
      window.addEventListener(move, () => stop.abort(), { signal: stop.signal, passive: true });
    stop.signal.addEventListener("abort", () => {
      observer.disconnect();
      window.clearTimeout(timer);
    });
    return () => stop.abort();
  }, [hash, visit]);
}

/** "#metric-coverage" → "metric-coverage"; an address that is no valid text names nothing. */
function toId(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
