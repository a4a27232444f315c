import { shanghaiDate } from "#domain/shanghai-time.ts";
import type { FileStem } from "./figure-spec.ts";
import { stripControls } from "./text-measure.ts";

/** Windows allows 255 in a path part; a folder path of the office needs the rest. */
const LONGEST = 120;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** 2024Q3_各单位扣分_镇街_截至20241008.png — sorts by quarter, Chinese stays, the day is that of Shanghai. */
export function figureFileName(stem: FileStem, extension: string, scope = stem.scope): string {
  const parts = [stem.quarters, stem.subject, scope, stem.asOf === null ? "" : `截至${dayOf(stem.asOf)}`];
  const name = parts
    .map(safePart)
    .filter((part) => part !== "")
    .join("_");
  return `${cut(RESERVED.test(name) || name === "" ? `图_${name}` : name)}.${extension}`;
}

function dayOf(moment: string): string {
  return shanghaiDate(moment).replaceAll("-", "");
}

/** Characters that Windows refuses become a dash; spaces and dots at an end would be dropped by it silently. */
function safePart(part: string): string {
  return stripControls(part)
    .replace(/\s+/g, "")
    .replace(/[\\/:*?"<>|]/g, "-")
    .replace(/^[.\s]+|[.\s]+$/g, "");
}

function cut(name: string): string {
  return [...name].slice(0, LONGEST).join("");
}
