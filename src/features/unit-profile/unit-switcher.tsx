import { Link, useLocation, useNavigate } from "react-router";
import { byOrder, type Unit } from "#domain/unit.ts";
import { Select } from "#ui/select.tsx";
import styles from "./unit-profile-page.module.css";

interface UnitSwitcherProps {
  units: readonly Unit[];
  unit: Unit;
}

/** The unit before, any unit, the unit after: in administrative order, with the quarter kept. */
export function UnitSwitcher({ units, unit }: UnitSwitcherProps) {
  const { search } = useLocation();
  const navigate = useNavigate();
  const ordered = [...units].sort(byOrder);
  const place = ordered.findIndex((entry) => entry.id === unit.id);
  const before = ordered[place - 1];
  const after = ordered[place + 1];
  return (
    <nav className={styles["switcher"]} aria-label="换一家单位">
      <Neighbour unit={before} word="上一家" search={search} />
      <Select
        label="单位"
        choices={ordered.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        value={unit.id}
        onChange={(id) => void navigate({ pathname: unitPath(id), search })}
      />
      <Neighbour unit={after} word="下一家" search={search} />
      <span className={styles["place"]}>
        名册第 {place + 1} / {ordered.length}
      </span>
    </nav>
  );
}

function Neighbour({ unit, word, search }: { unit: Unit | undefined; word: string; search: string }) {
  if (unit === undefined) return <span className={styles["noNeighbour"]}>{word}：无</span>;
  return (
    <Link to={{ pathname: unitPath(unit.id), search }} className={styles["neighbour"] ?? ""}>
      {word}：{unit.shortName}
    </Link>
  );
}

export function unitPath(id: string): string {
  return `/units/${encodeURIComponent(id)}`;
}
