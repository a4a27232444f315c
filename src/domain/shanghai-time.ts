/** China has kept UTC+8 without summer time since 1991; the desk's own time zone never matters. */
const OFFSET_MS = 8 * 3_600_000;

function toShanghaiIso(moment: string): string {
  return new Date(Date.parse(moment) + OFFSET_MS).toISOString();
}

/** A UTC moment as the office writes it: "2026-10-08T09:30:00Z" → "2026-10-08 17:30". */
export function formatShanghai(moment: string): string {
  return toShanghaiIso(moment).slice(0, 16).replace("T", " ");
}

/** The office's calendar day of a UTC moment: "2026-12-31T23:30:00Z" → "2027-01-01". */
export function shanghaiDate(moment: string): string {
  return toShanghaiIso(moment).slice(0, 10);
}

/** The UTC moment at which an office day begins, and the one at which the next begins: "2027-01-01" → "2026-12-31T16:00:00.000Z". */
export function shanghaiDay(date: string): { from: string; to: string } {
  const from = Date.parse(`${date}T00:00:00Z`) - OFFSET_MS;
  return { from: new Date(from).toISOString(), to: new Date(from + 24 * 3_600_000).toISOString() };
}

/** The Sunday that ends the week of a calendar day: "2026-11-16", a Monday, → "2026-11-22". */
export function sundayOf(date: string): string {
  const time = Date.parse(date);
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return new Date(time + (6 - sinceMonday) * 86_400_000).toISOString().slice(0, 10);
}
