import { pinyin } from "pinyin-pro";

/** 区水利局 → "qslj": lower-case initials for the unit search; letters and digits stay, other signs go. */
export function pinyinInitials(name: string): string {
  return pinyin(name, { pattern: "first", toneType: "none", type: "array" })
    .join("")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}
