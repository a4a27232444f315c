import { type KeyboardEvent, useDeferredValue, useId, useMemo, useState } from "react";
import { type Searchable, searchOptions } from "#ui/search-options.ts";
import styles from "./find-combobox.module.css";

export interface FindEntry extends Searchable {
  /** Unique over all groups. */
  id: string;
  group: string;
  label: string;
  detail: string;
}

interface FindComboboxProps {
  label: string;
  hint: string;
  entries: readonly FindEntry[];
  /** Shown at most in a group. */
  mostInGroup?: number;
  /** The list stands over the field. */
  opensUpwards?: boolean;
  onType?: (typed: string) => void;
  onPick: (id: string) => void;
  /** Escape on an empty field. */
  onLeave: () => void;
}

const MOST = 8;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: MOST, PageUp: -MOST };

/**
 * A field whose list follows what is typed, by name or pinyin initials (ARIA combobox with a listbox in groups): arrows
 * move through all groups, Enter takes the marked entry, Escape clears and then leaves. The focus stays in the field.
 */
export function FindCombobox(props: FindComboboxProps) {
  const { label, hint, entries, mostInGroup = MOST, onType, onPick, onLeave } = props;
  const id = useId();
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const sought = useDeferredValue(typed);
  const groups = useMemo(() => toGroups(entries, sought, mostInGroup), [entries, sought, mostInGroup]);
  const flat = groups.flatMap((group) => group.entries);
  const at = Math.min(active, flat.length - 1);
  const current = flat[at];
  // A quick Enter comes before the list has followed: it means what was typed, not what still stands in the list.
  const chosen = sought === typed ? current : toGroups(entries, typed, mostInGroup)[0]?.entries[0];
  const optionId = (entry: FindEntry) => `${id}-${entry.id}`;

  function type(text: string) {
    setTyped(text);
    setActive(0);
    onType?.(text);
  }
  function move(to: number) {
    const next = Math.min(Math.max(to, 0), flat.length - 1);
    setActive(next);
    const target = flat[next];
    if (target !== undefined) document.getElementById(optionId(target))?.scrollIntoView({ block: "nearest" });
  }
  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    // While a Chinese word is being composed, the keys belong to the input method.
    if (event.nativeEvent.isComposing) return;
    const steps = STEPS[event.key];
    if (steps !== undefined) move(at + steps);
    else if (event.key === "Enter" && chosen !== undefined) onPick(chosen.id);
    else if (event.key === "Escape" && typed !== "") type("");
    else if (event.key === "Escape") onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div className={styles["box"]} data-upwards={props.opensUpwards || undefined}>
      <input
        ref={focusOnArrival}
        className={styles["field"]}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label={label}
        aria-expanded={flat.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={current === undefined ? undefined : optionId(current)}
        aria-autocomplete="list"
        placeholder={hint}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={handleKey}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className={styles["list"]}>
        {groups.map((group) =>
          group.entries.map((entry, place) => (
            <Option
              key={entry.id}
              id={optionId(entry)}
              entry={entry}
              isFirst={place === 0}
              isActive={entry === current}
              onPoint={() => setActive(flat.indexOf(entry))}
              onPick={() => onPick(entry.id)}
            />
          )),
        )}
      </div>
      <FoundCount count={flat.length} />
    </div>
  );
}

function FoundCount({ count }: { count: number }) {
  return (
    <p role="status" className={count > 0 ? "visually-hidden" : styles["none"]}>
      {count > 0 ? `${count} 项` : "没有找到，请换一个字或拼音首字母。"}
    </p>
  );
}

interface OptionProps {
  id: string;
  entry: FindEntry;
  /** The first of its group carries the heading. */
  isFirst: boolean;
  isActive: boolean;
  onPoint: () => void;
  onPick: () => void;
}

/** The keys are the field's, which keeps the focus; the pointer only marks and takes. */
function Option({ id, entry, isFirst, isActive, onPoint, onPick }: OptionProps) {
  return (
    <>
      {isFirst ? (
        <p aria-hidden="true" className={styles["group"]}>
          {entry.group}
        </p>
      ) : null}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={isActive}
        className={styles["option"]}
        onPointerMove={onPoint}
        onPointerDown={(event) => event.preventDefault()}
        onClick={onPick}
        onKeyDown={onPoint}
      >
        <span>{entry.label}</span>
        <span className={styles["detail"]}>{entry.detail}</span>
        <span className="visually-hidden">（{entry.group}）</span>
      </div>
    </>
  );
}

/** Typing may begin at once. One function, so that only the arrival calls it. */
function focusOnArrival(field: HTMLInputElement | null): void {
  field?.focus();
}

function toGroups(entries: readonly FindEntry[], typed: string, most: number) {
  const found = searchOptions(entries, typed);
  const names = [...new Set(entries.map((entry) => entry.group))];
  return names.flatMap((name) => {
    const own = found.filter((entry) => entry.group === name).slice(0, most);
    return own.length === 0 ? [] : [{ name, entries: own }];
  });
}
