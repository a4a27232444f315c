import { useEffect } from "react";
import { useOverdueCount } from "#api/open-cases.ts";

/** Tells the shell how many cases are overdue, and shows nothing itself. */
export function OverdueCount({ onChange }: { onChange: (overdue: number) => void }) {
  const overdue = useOverdueCount();
  useEffect(() => onChange(overdue), [overdue, onChange]);
  return null;
}
