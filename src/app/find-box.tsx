import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { useLocation, useNavigate } from "react-router";
import { endpointQuery } from "#api/endpoint-query.ts";
import { findingContract } from "#api/finding-contract.ts";
import { useRegister } from "#api/quarter-results.ts";
import { latestQuarter } from "#filters/settle-filters.ts";
import { useFilters } from "#filters/use-filters.ts";
import styles from "./find-box.module.css";
import { FindCombobox } from "./find-combobox.tsx";
import {
  type FoundPlace,
  findingEntries,
  indicatorEntries,
  pageEntries,
  schemeOf,
  unitEntries,
} from "./find-entries.ts";
import type { PageRoute } from "./page-routes.ts";

/** Findings of one quarter that are looked through; a district of 54 units has about 300. */
const MOST_FINDINGS = 500;

interface FindBoxProps {
  /** Given, not imported: the list belongs to what is loaded first, and a copy of its own would double it. */
  pages: readonly PageRoute[];
  onClose: () => void;
}

/** 查找: pages, units, indicators and the findings of the quarter that is looked at, by words or pinyin initials. */
export function FindBox({ pages, onClose }: FindBoxProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const navigate = useNavigate();
  const { places, note, ask } = useFoundPlaces(pages);
  useEffect(() => {
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  const go = (id: string) => {
    const place = places.find((entry) => entry.id === id);
    dialog.current?.close();
    if (place !== undefined) void navigate(place.to);
  };
  return (
    <dialog ref={dialog} className={styles["dialog"]} aria-label="查找" onClose={onClose}>
      <FindCombobox
        label="查找单位、指标、问题、页面"
        hint="名称或拼音首字母，如 gyz；↑↓ 选择，回车打开，Esc 关闭"
        entries={places}
        mostInGroup={6}
        onType={ask}
        onPick={go}
        onLeave={() => dialog.current?.close()}
      />
      <p className={styles["note"]}>{note}</p>
    </dialog>
  );
}

function useFoundPlaces(pages: readonly PageRoute[]): {
  places: readonly FoundPlace[];
  note: string;
  ask: (typed: string) => void;
} {
  const register = useRegister();
  const { search } = useLocation();
  const { filters } = useFilters();
  const [isAsked, setAsked] = useState(false);
  const picked = filters.quarters[filters.quarters.length - 1];
  const isKnown = register.inspections.some((inspection) => inspection.quarter === picked);
  const quarter = isKnown && picked !== undefined ? picked : latestQuarter(register.inspections);
  // The ledger is only asked once somebody types: most come for a page or a unit.
  const { data } = useQuery({
    ...endpointQuery(findingContract.findings, { quarter: quarter === null ? [] : [quarter], limit: MOST_FINDINGS }),
    enabled: isAsked && quarter !== null,
  });
  const places = useMemo(() => {
    const scheme = schemeOf(register, quarter);
    return [
      ...pageEntries(pages, search),
      ...unitEntries(register, quarter),
      ...indicatorEntries(scheme),
      ...(isAsked ? findingEntries(data?.rows ?? [], register, scheme) : []),
    ];
  }, [pages, register, quarter, search, isAsked, data]);
  const left = (data?.total ?? 0) - (data?.rows.length ?? 0);
  const note = left > 0 ? `问题只查本季度前 ${MOST_FINDINGS} 条，另有 ${left} 条未查，请到季度检查页翻看。` : "";
  return { places, note, ask: (typed) => setAsked(typed.trim() !== "") };
}
