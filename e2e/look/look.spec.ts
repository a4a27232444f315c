import { type APIRequestContext, expect, test } from "@playwright/test";
import { expectSettled } from "#e2e/desk-address.ts";

const PAGES = ["inspections", "deductions", "applications"];
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];
const SCHEMES = ["light", "dark"] as const;

type State = "full" | "one" | "empty";

async function searchOf(state: State, request: APIRequestContext): Promise<string> {
  if (state === "full") return "";
  const units: { id: string; kind: string }[] = await (await request.get("api/units")).json();
  const township = units.find((unit) => unit.kind === "township")?.id ?? "";
  // A township among the departments: a choice that no unit meets.
  return state === "one" ? `?unit=${township}` : `?unit=${township}&side=department`;
}

for (const name of PAGES) {
  for (const size of SIZES) {
    for (const scheme of SCHEMES) {
      for (const state of ["full", "one", "empty"] as const) {
        test(`${name} ${size.width} ${scheme} ${state}`, async ({ page, request }) => {
          await page.setViewportSize(size);
          await page.emulateMedia({ colorScheme: scheme });
          const search = await searchOf(state, request);
          await page.goto(`${name}${search}`);
          await expectSettled(page);
          await page.waitForLoadState("networkidle");
          const path = `test-results/look/${name}-${size.width}-${scheme}-${state}.png`;
          await page.screenshot({ path, fullPage: true });
          expect(path).not.toBe("");
        });
      }
    }
  }
}
