import { useEffect } from "react";
import { recall, useLocalMemory } from "./local-memory.ts";

const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const THEME_LABEL = { system: "跟随系统", light: "浅色", dark: "深色" } satisfies Record<Theme, string>;

const KEY = "theme";
const DARK_DESK = "(prefers-color-scheme: dark)";

export function nextTheme(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
}

function paint(theme: Theme): void {
  const isDark = theme === "dark" || (theme === "system" && window.matchMedia(DARK_DESK).matches);
  document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
}

/** Before the first paint, so that a dark desk sees no white flash. */
export function paintRememberedTheme(): void {
  paint(recall(KEY, THEMES) ?? "system");
}

export function useTheme() {
  const [theme, setTheme] = useLocalMemory<Theme>(KEY, THEMES, "system");
  useEffect(() => {
    paint(theme);
    if (theme !== "system") return undefined;
    const desk = window.matchMedia(DARK_DESK);
    const follow = () => paint("system");
    desk.addEventListener("change", follow);
    return () => desk.removeEventListener("change", follow);
  }, [theme]);
  return [theme, setTheme] as const;
}
