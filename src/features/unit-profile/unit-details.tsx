import { useSuspenseQuery } from "@tanstack/react-query";
import { memo } from "react";
import { Link } from "react-router";
import { endpointQuery } from "#api/endpoint-query.ts";
import { findingContract } from "#api/finding-contract.ts";
import type { Register } from "#api/quarter-results.ts";
import { FINDING_STATUS_LABEL, type Finding } from "#domain/finding.ts";
import { formatPoints } from "#domain/points.ts";
import type { Quarter } from "#domain/quarter.ts";
import { type Scheme, schemeInForce } from "#domain/scheme.ts";
import type { Unit } from "#domain/unit.ts";
import { filterSearch } from "#filters/filter-search.ts";
import { TableHead } from "#ui/table-head.tsx";
import styles from "./unit-profile-page.module.css";

interface UnitDetailsProps {
  register: Register;
  unit: Unit;
  quarter: Quarter;
}

const ALL = 500;

/** The ledger lines of the quarter with clause and evidence, which a sheet of paper has no room for. */
export const UnitFindings = memo(function UnitFindings({ register, unit, quarter }: UnitDetailsProps) {
  const query = endpointQuery(findingContract.findings, { quarter: [quarter], unit: [unit.id], limit: ALL });
  const { rows, total } = useSuspenseQuery(query).data;
  const inspection = register.inspections.find((entry) => entry.quarter === quarter);
  const scheme =
    register.schemes.find((entry) => entry.id === inspection?.schemeId) ?? schemeInForce(register.schemes, quarter);
  const ordered = [...rows].sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
  return (
    <>
      <TableHead title={`扣分依据 ${total} 条`} />
      {ordered.length === 0 ? <p className={styles["none"]}>本季度没有扣分记录。</p> : null}
      <ul>
        {ordered.map((finding) => (
          <FindingLine key={finding.id} finding={finding} scheme={scheme} />
        ))}
      </ul>
    </>
  );
});

function FindingLine({ finding, scheme }: { finding: Finding; scheme: Scheme | undefined }) {
  const indicator = scheme?.indicators.find((entry) => entry.id === finding.indicatorId);
  const isVeto = indicator?.effect === "veto";
  const sign = indicator?.effect === "bonus" ? "+" : "−";
  return (
    <li className={styles["finding"]}>
      <p className={styles["findingHead"]}>
        <b>{indicator?.name ?? finding.indicatorId}</b>
        <span className={isVeto ? styles["veto"] : styles["points"]}>
          {isVeto ? "否决" : `${sign}${formatPoints(finding.points, 2)}`}
        </span>
      </p>
      <p>{finding.problem}</p>
      <p className={styles["clause"]}>
        {finding.occurredOn} · {FINDING_STATUS_LABEL[finding.status]}
        {finding.evidenceUrl === null ? " · 无佐证链接" : " · "}
        {finding.evidenceUrl === null ? null : (
          <a
            href={finding.evidenceUrl}
            target="_blank"
            rel="noreferrer"
            className={styles["evidence"]}
            aria-label={`${indicator?.name ?? ""}佐证，${finding.occurredOn}`}
          >
            佐证
          </a>
        )}
      </p>
      <p className={styles["clause"]}>{indicator?.clause}</p>
    </li>
  );
}

/** The same unit on the other pages, with the same quarter. */
export const UnitLinks = memo(function UnitLinks({ unit, quarter }: Pick<UnitDetailsProps, "unit" | "quarter">) {
  const links = [
    {
      path: "/deductions",
      word: "得分说明（单位扣分）",
      search: filterSearch({ quarters: [quarter], explain: { quarter, unitId: unit.id, step: null } }),
    },
    {
      path: "/inspections",
      word: "本季度问题清单（季度检查）",
      search: filterSearch({ quarters: [quarter], units: [unit.id] }),
    },
    {
      path: "/rectifications",
      word: "在办与超期（错误整改）",
      search: filterSearch({ quarters: [quarter], units: [unit.id] }),
    },
    {
      path: "/applications",
      word: "申请的去向（依申请公开）",
      search: filterSearch({ units: [unit.id], body: unit.id }),
    },
    { path: "/annual-report", word: "表二、表三、表四（年度报告）", search: filterSearch({ body: unit.id }) },
  ];
  return (
    <>
      <TableHead title="在其他页面看这家单位" />
      <ul className={styles["links"]}>
        {links.map(({ path, word, search }) => (
          <li key={path}>
            <Link to={{ pathname: path, search }} className={styles["link"] ?? ""}>
              {word}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
});
