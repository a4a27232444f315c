import { useMemo } from "react";
import type { AnnualReport } from "#domain/annual-report.ts";
import type { Provenance } from "#domain/provenance.ts";
import {
  PLAUSIBILITY_LABEL,
  PLAUSIBILITY_LIMITS,
  type PlausibilityFlag,
  plausibilityFlags,
} from "#domain/report-plausibility.ts";
import { cellLabel } from "#domain/report-text-value.ts";
import { Button } from "#ui/button.tsx";
import { CardWords } from "./card-words.tsx";
import styles from "./plausibility.module.css";
import { leadToCells } from "./text-check-links.ts";

interface PlausibilityCardProps {
  report: AnnualReport;
  previous: AnnualReport | null;
  /** Reports of other bodies of the same year. */
  others: readonly AnnualReport[];
  provenance: Provenance;
}

/** 合理性提示: what looks odd in a report that may add up all the same. Warnings only. */
export function PlausibilityCard({ report, previous, others, provenance }: PlausibilityCardProps) {
  const flags = useMemo(
    () => plausibilityFlags(report, { previous: previous ?? undefined, others }),
    [report, previous, others],
  );
  const { copy, jump, round } = PLAUSIBILITY_LIMITS;
  return (
    <CardWords
      title="合理性提示"
      finding={describeFlags(flags, report, others.length)}
      note={`提示不是错误，说明原因即可。雷同：非零数至少 ${copy.minFigures} 个且 ${copy.minShare * 100}% 以上相同；突变：相差 ${jump.step} 以上且 ${jump.ratio} 倍以上；过整：${round.minFigures} 个以上非零数全是 ${round.multiple} 的倍数。${previous === null ? `没有 ${report.year - 1} 年的报告，不与上年比较。` : ""}`}
      source={provenance.source}
      marks={provenance.marks}
    >
      {flags.length === 0 ? null : (
        <ul className={styles["list"]} aria-label="合理性提示">
          {flags.map((flag) => (
            <FlagLine key={`${flag.kind}-${flag.message}`} flag={flag} />
          ))}
        </ul>
      )}
    </CardWords>
  );
}

function describeFlags(flags: readonly PlausibilityFlag[], report: AnnualReport, others: number): string {
  const scope = `${report.bodyName} ${report.year} 年，与上年和同年 ${others} 家机关比较`;
  if (flags.length === 0) return `${scope}，没有需要留意之处。`;
  const kinds = Object.entries(PLAUSIBILITY_LABEL).flatMap(([kind, label]) => {
    const count = flags.filter((flag) => flag.kind === kind).length;
    return count === 0 ? [] : [`${label} ${count}`];
  });
  return `${scope}，提示 ${flags.length} 处：${kinds.join("、")}。`;
}

/** Cells named in full up to this many; more are counted. */
const NAMED_CELLS = 3;

function FlagLine({ flag }: { flag: PlausibilityFlag }) {
  const { kind, bodyName, year, cells, message } = flag;
  const named = cells.slice(0, NAMED_CELLS).map(cellLabel).join("；");
  const more = cells.length > NAMED_CELLS ? `等 ${cells.length} 格` : "";
  return (
    <li className={styles["line"]}>
      <p className={styles["head"]}>
        <span aria-hidden="true">◇</span>
        <b>{PLAUSIBILITY_LABEL[kind]}</b>
        <span>{`${bodyName} · ${year} 年`}</span>
      </p>
      <p className={styles["message"]}>{message}</p>
      <p className={styles["cells"]}>
        {`${named}${more}`}
        <Button
          look="quiet"
          size="small"
          aria-label={`${PLAUSIBILITY_LABEL[kind]}，${named}：定位单元格`}
          onClick={() => leadToCells(cells)}
        >
          定位单元格
        </Button>
      </p>
    </li>
  );
}
