import { useEffect, useId, useRef, useState } from "react";
import type { Points } from "#domain/points.ts";
import { readPoints } from "#domain/scheme-draft.ts";
import { plainPoints } from "./describe-changes.ts";
import styles from "./points-field.module.css";

interface PointsFieldProps {
  label: string;
  value: Points;
  /** What the scheme in force says. */
  base: Points;
  step?: number;
  onCommit: (points: Points) => void;
}

/** Typed numbers wait for a pause; steps of the arrow keys come as fast as they are pressed. */
const PAUSE_MS = 200;

/** One number of the draft. What it was stands beside it as soon as it differs. */
export function PointsField({ label, value, base, step = 0.1, onCommit }: PointsFieldProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const text = typed ?? plainPoints(value);
  const points = readPoints(text);
  const commit = (entry: string) => {
    window.clearTimeout(timer.current);
    const entered = readPoints(entry);
    if (entered === null) return;
    setTyped(null);
    if (entered !== value) onCommit(entered);
  };
  return (
    <span className={styles["field"]} data-changed={value !== base || undefined}>
      <input
        type="number"
        min={0}
        max={1000}
        step={step}
        value={text}
        aria-label={label}
        aria-invalid={points === null || undefined}
        aria-describedby={points === null ? `${id}-error` : undefined}
        title={`${label}：现行 ${plainPoints(base)}`}
        onChange={(event) => {
          const entry = event.target.value;
          setTyped(entry);
          window.clearTimeout(timer.current);
          timer.current = window.setTimeout(() => commit(entry), PAUSE_MS);
        }}
        onBlur={(event) => commit(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit(event.currentTarget.value);
          if (event.key === "Escape") setTyped(null);
        }}
      />
      {value === base ? null : <span className={styles["was"]}>原 {plainPoints(base)}</span>}
      {points === null ? (
        <span id={`${id}-error`} role="alert" className={styles["error"]}>
          应为 0–1000，小数不超过四位
        </span>
      ) : null}
    </span>
  );
}
