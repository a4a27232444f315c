import { readFileSync } from "node:fs";

/** One of the published samples that the page offers. */
export function sample(name: string) {
  return { name, bytes: readFileSync(new URL(`../public/samples/${name}`, import.meta.url)) };
}

export function csv(name: string, ...lines: readonly string[]) {
  return { name, bytes: Buffer.from(lines.join("\r\n")) };
}
