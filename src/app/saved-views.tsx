import { type FormEvent, useState } from "react";
import { Link, useLocation } from "react-router";
import { Button } from "#ui/button.tsx";
import { cleanName, keepViews, recallViews, renamed, type SavedView, without, withView } from "./saved-view-list.ts";
import styles from "./saved-views.module.css";

interface SavedViewsProps {
  /** 单位扣分: a first name for the view at hand. */
  title: string;
  onOpen: () => void;
}

/** 我的视图: addresses under names, kept in this browser only. */
export function SavedViews({ title, onOpen }: SavedViewsProps) {
  const { pathname, search } = useLocation();
  const [views, setViews] = useState(recallViews);
  const [message, setMessage] = useState("");
  const [renaming, setRenaming] = useState<string | null>(null);
  const change = (next: SavedView[], done: string) => {
    setViews(next);
    setMessage(keepViews(next) ? done : `${done}。浏览器不允许保存，关闭页面后失效`);
  };
  const save = (name: string) => {
    const view = { id: `${name}-${views.length}-${pathname}${search}`, name, address: `${pathname}${search}` };
    change(withView(views, view), `已保存“${name}”`);
  };
  return (
    <div className={styles["box"]}>
      <NameForm label="给当前页面和筛选起个名字" initial="" hint={title} action="保存" onSubmit={save} />
      <ul className={styles["list"]} aria-label="我的视图">
        {views.map((view) => (
          <li key={view.id} className={styles["view"]}>
            {renaming === view.id ? (
              <NameForm
                label={`“${view.name}”的新名字`}
                initial={view.name}
                hint=""
                action="改名"
                onSubmit={(name) => {
                  setRenaming(null);
                  change(renamed(views, view.id, name), `已改名为“${name}”`);
                }}
              />
            ) : (
              <>
                <Link to={view.address} className={styles["name"] ?? ""} onClick={onOpen}>
                  {view.name}
                </Link>
                <Button
                  look="quiet"
                  size="small"
                  aria-label={`改名：${view.name}`}
                  onClick={() => setRenaming(view.id)}
                >
                  改名
                </Button>
                <Button
                  look="quiet"
                  size="small"
                  aria-label={`删除：${view.name}`}
                  onClick={() => change(without(views, view.id), `已删除“${view.name}”`)}
                >
                  删除
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      {views.length === 0 ? <p className={styles["hint"]}>还没有保存过视图。只存在这台电脑的这个浏览器里。</p> : null}
      <p role="status" className={styles["hint"]}>
        {message}
      </p>
    </div>
  );
}

interface NameFormProps {
  label: string;
  initial: string;
  /** Taken when nothing is typed. */
  hint: string;
  action: string;
  onSubmit: (name: string) => void;
}

function NameForm({ label, initial, hint, action, onSubmit }: NameFormProps) {
  const [typed, setTyped] = useState(initial);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const name = cleanName(typed) || hint;
    if (name === "") return;
    onSubmit(name);
    setTyped("");
  };
  return (
    <form className={styles["form"]} onSubmit={submit}>
      <input
        className={styles["field"]}
        type="text"
        aria-label={label}
        placeholder={hint}
        maxLength={80}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" size="small">
        {action}
      </Button>
    </form>
  );
}
