import { useRegister } from "#api/quarter-results.ts";
import { byOrder } from "#domain/unit.ts";
import { FindCombobox } from "./find-combobox.tsx";

/** One unit by name or initials; null when the speaker thinks better of it. */
export function MeetingUnitPicker({ onPick }: { onPick: (unitId: string | null) => void }) {
  const { units } = useRegister();
  const entries = [...units].sort(byOrder).map((unit) => ({
    id: unit.id,
    group: "单位",
    label: unit.shortName,
    detail: "",
    texts: [unit.shortName, unit.name],
    initials: unit.pinyin,
  }));
  return (
    <FindCombobox
      label="只看哪一家单位"
      hint="名称或拼音首字母，如 gyz"
      entries={entries}
      opensUpwards
      onPick={onPick}
      onLeave={() => onPick(null)}
    />
  );
}
