import { type KeyboardEvent, useRef, useState } from "react";
import { Button } from "./button.tsx";
import styles from "./multi-select.module.css";
import { Popover } from "./popover.tsx";
import { type Searchable, searchOptions } from "./search-options.ts";

export interface MultiSelectOption extends Searchable {
  id: string;
  label: string;
}

interface MultiSelectProps {
  /** 单位 */
  label: string;
  /** What is picked now, inside the button: 全部 54 家. */
  summary: string;
  /** 家 */
  unit: string;
  options: readonly MultiSelectOption[];
  /** Empty means all. */
  selected: readonly string[];
  /** Classes that are picked as a whole. */
  groups: readonly { label: string; ids: readonly string[] }[];
  searchHint: string;
  /** Called once, when the list closes and the pick has changed. */
  onApply: (selected: readonly string[]) => void;
}

/** A list with search in which many can be ticked; the page follows when the list closes. */
export function MultiSelect(props: MultiSelectProps) {
  const { label, summary, options, selected, onApply } = props;
  const [draft, setDraft] = useState<ReadonlySet<string>>(new Set());
  const apply = () => {
    const picked = options.filter((option) => draft.has(option.id)).map((option) => option.id);
    const settled = picked.length === options.length ? [] : picked;
    const isSame = settled.length === selected.length && settled.every((id) => selected.includes(id));
    if (!isSame) onApply(settled);
  };
  return (
    <Popover
      label={`选择${label}`}
      caption={label}
      trigger={summary}
      onOpen={() => setDraft(new Set(selected))}
      onClose={apply}
    >
      {(close) => <PickList {...props} draft={draft} onDraft={setDraft} onDone={close} />}
    </Popover>
  );
}

interface PickListProps extends Omit<MultiSelectProps, "onApply" | "selected" | "summary"> {
  draft: ReadonlySet<string>;
  onDraft: (draft: ReadonlySet<string>) => void;
  onDone: () => void;
}

function PickList({ label, unit, options, groups, searchHint, draft, onDraft, onDone }: PickListProps) {
  const [typed, setTyped] = useState("");
  const found = searchOptions(options, typed);
  const isAll = draft.size === 0 || draft.size === options.length;
  const toggle = (id: string) => onDraft(withToggled(draft, id));
  return (
    <div className={styles["list"]}>
      <SearchBox
        hint={searchHint}
        typed={typed}
        onType={setTyped}
        onEnter={() => {
          const [first] = found;
          if (first !== undefined) toggle(first.id);
        }}
      />
      <div className={styles["tools"]}>
        {groups.map((group) => (
          <Button
            key={group.label}
            look="quiet"
            size="small"
            onClick={() => onDraft(new Set([...draft, ...group.ids]))}
          >
            {group.label} {group.ids.length}
          </Button>
        ))}
        <Button look="quiet" size="small" disabled={isAll} onClick={() => onDraft(inverted(options, draft))}>
          反选
        </Button>
        <Button look="quiet" size="small" disabled={draft.size === 0} onClick={() => onDraft(new Set())}>
          全部
        </Button>
      </div>
      <OptionList label={label} options={found} draft={draft} onToggle={toggle} />
      <div className={styles["foot"]}>
        <span aria-live="polite">
          {isAll ? `全部 ${options.length} ${unit}` : `已选 ${draft.size} ${unit}，共 ${options.length} ${unit}`}
        </span>
        <Button look="strong" size="small" onClick={onDone}>
          完成
        </Button>
      </div>
    </div>
  );
}

function withToggled(draft: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(draft);
  if (!next.delete(id)) next.add(id);
  return next;
}

function inverted(options: readonly MultiSelectOption[], draft: ReadonlySet<string>): ReadonlySet<string> {
  return new Set(options.map((option) => option.id).filter((id) => !draft.has(id)));
}

/** The list was opened to find something: typing may begin at once. One function, so that only the arrival calls it. */
function focusOnArrival(box: HTMLInputElement | null): void {
  box?.focus();
}

interface SearchBoxProps {
  hint: string;
  typed: string;
  onType: (typed: string) => void;
  onEnter: () => void;
}

function SearchBox({ hint, typed, onType, onEnter }: SearchBoxProps) {
  return (
    <input
      ref={focusOnArrival}
      className={styles["search"]}
      type="search"
      autoComplete="off"
      placeholder={hint}
      aria-label={hint}
      value={typed}
      onChange={(event) => onType(event.target.value)}
      onKeyDown={(event) => {
        // While a Chinese word is being composed, Enter belongs to the input method.
        if (event.nativeEvent.isComposing) return;
        if (event.key === "Enter") {
          onEnter();
          event.currentTarget.select();
        }
        if (event.key === "ArrowDown") {
          event.preventDefault();
          event.currentTarget.parentElement?.querySelector<HTMLInputElement>("li input")?.focus();
        }
      }}
    />
  );
}

interface OptionListProps {
  label: string;
  options: readonly MultiSelectOption[];
  draft: ReadonlySet<string>;
  onToggle: (id: string) => void;
}

function OptionList({ label, options, draft, onToggle }: OptionListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [active, setActive] = useState(0);
  const move = (event: KeyboardEvent, from: number) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -from, End: options.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const boxes = list.current?.querySelectorAll("input") ?? [];
    boxes[Math.min(Math.max(from + step, 0), boxes.length - 1)]?.focus();
  };
  if (options.length === 0) return <p className={styles["none"]}>没有找到，请换一个字或拼音首字母。</p>;
  const tabStop = Math.min(active, options.length - 1);
  return (
    <ul ref={list} className={styles["options"]} aria-label={label}>
      {options.map((option, index) => (
        <li key={option.id}>
          <label className={styles["option"]}>
            <input
              type="checkbox"
              checked={draft.has(option.id)}
              tabIndex={index === tabStop ? 0 : -1}
              onFocus={() => setActive(index)}
              onKeyDown={(event) => move(event, index)}
              onChange={() => onToggle(option.id)}
            />
            <span>{option.label}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
