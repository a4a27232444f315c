import { type FormEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import type { ExportRequest } from "./export-figure.ts";
import styles from "./export-menu.module.css";
import type { FigureContent, FigurePicture } from "./figure-spec.ts";

interface ExportMenuProps<S> {
  content: FigureContent<S>;
  stale: boolean;
}

interface MenuEntry<S> {
  label: string;
  request: ExportRequest<S>;
}

/** Said while the data shown is not the data asked for; gone as soon as it is. */
const REFUSED = "数据更新中，暂不能导出。";

/**
 * 导出 ▾: a list of buttons that opens under its button. The code that makes files is fetched when it is first needed.
 * A native list instead of a menu library: 1 KB against 20, and the size form may stand in it.
 */
export function ExportMenu<S>({ content, stale }: ExportMenuProps<S>) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [message, setMessage] = useState("");
  useOpenList(box, isOpen, (isKey) => {
    setOpen(false);
    if (isKey) button.current?.focus();
  });

  function toggle() {
    if (stale) {
      setMessage(REFUSED);
      return;
    }
    setOpen(!isOpen);
    // Fetched while the reader chooses; a failure shows when an entry is chosen.
    import("./export-figure.ts").catch(() => undefined);
  }
  async function start(request: ExportRequest<S>) {
    setOpen(false);
    button.current?.focus();
    // The page knows at once that it is behind, and dims only when that lasts.
    if (stale || box.current?.closest("[aria-busy=true]")) {
      setMessage(REFUSED);
      return;
    }
    setMessage("正在生成…");
    try {
      const { exportFigure } = await import("./export-figure.ts");
      setMessage(await exportFigure(content, request));
    } catch (error) {
      setMessage(`导出失败：${error instanceof Error ? error.message : "原因不明"}。请重试。`);
    }
  }
  return (
    <div ref={box} className={styles["box"]}>
      <button
        ref={button}
        type="button"
        className={styles["button"]}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-disabled={stale}
        aria-label={`导出：${content.title}`}
        onClick={toggle}
      >
        导出 ▾
      </button>
      {isOpen && (
        <div id={`${id}-list`} className={styles["list"]}>
          <ul>
            {toEntries(content).map((entry) => (
              <li key={entry.label}>
                <button type="button" className={styles["entry"]} onClick={() => void start(entry.request)}>
                  {entry.label}
                </button>
              </li>
            ))}
          </ul>
          <CustomSize pictures={content.pictures ?? []} onSubmit={(request) => void start(request)} />
        </div>
      )}
      <p role="status" className={message === "" ? styles["silent"] : styles["message"]}>
        {message === REFUSED && !stale ? "" : message}
      </p>
    </div>
  );
}

/** A figure of two classes leaves as one slide, or as one document picture per class; a sheet as one A4 page. */
function toEntries<S>(content: FigureContent<S>): MenuEntry<S>[] {
  const pictures = content.pictures ?? [];
  if (content.sheet) {
    return [
      { label: "下载图片 PNG（单位一页纸 A4，300 dpi）", request: { kind: "word", picture: null } },
      ...COMMON_ENTRIES,
    ];
  }
  const word = "下载图片 PNG（Word 15.6 cm，300 dpi）";
  const words: MenuEntry<S>[] =
    pictures.length === 0
      ? [{ label: word, request: { kind: "word", picture: null } }]
      : pictures.map((picture) => ({ label: `${word} · ${picture.suffix}`, request: { kind: "word", picture } }));
  return [
    { label: "下载图片 PNG（屏幕 2×）", request: { kind: "screen", picture: null } },
    ...words,
    ...COMMON_ENTRIES,
  ];
}

const COMMON_ENTRIES: readonly MenuEntry<never>[] = [
  { label: "下载矢量图 SVG", request: { kind: "svg", picture: null } },
  { label: "复制图片", request: { kind: "copy", picture: null } },
  { label: "下载数据 CSV", request: { kind: "csv" } },
  { label: "下载数据 XLSX", request: { kind: "xlsx" } },
];

interface CustomSizeProps<S> {
  pictures: readonly FigurePicture<S>[];
  onSubmit: (request: ExportRequest<S>) => void;
}

/** PNG at a width in centimetres and a density, for other paper and other programs. */
function CustomSize<S>({ pictures, onSubmit }: CustomSizeProps<S>) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const picture = pictures.find((entry) => entry.suffix === form.get("part")) ?? null;
    onSubmit({ kind: "custom", picture, widthCm: Number(form.get("width")), dpi: Number(form.get("dpi")) });
  }
  return (
    <form className={styles["custom"]} onSubmit={submit}>
      <span>自定义 PNG</span>
      {pictures.length > 0 && (
        <label>
          内容
          <select className={styles["field"]} name="part" defaultValue="">
            <option value="">全部</option>
            {pictures.map((picture) => (
              <option key={picture.suffix}>{picture.suffix}</option>
            ))}
          </select>
        </label>
      )}
      <label>
        宽{" "}
        <input
          className={styles["field"]}
          name="width"
          type="number"
          min={4}
          max={60}
          step={0.1}
          defaultValue={15.6}
          required
        />{" "}
        cm
      </label>
      <label>
        <input
          className={styles["field"]}
          name="dpi"
          type="number"
          min={72}
          max={600}
          step={1}
          defaultValue={300}
          required
          aria-label="分辨率 dpi"
        />{" "}
        dpi
      </label>
      <button type="submit" className={styles["submit"]}>
        下载
      </button>
    </form>
  );
}

function moveFocus(event: KeyboardEvent, box: HTMLElement, step: 1 | -1): void {
  const { target } = event;
  if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) return;
  const stops = [...box.querySelectorAll<HTMLElement>("button, select, input")];
  const next = stops[stops.findIndex((stop) => stop.contains(document.activeElement)) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** While open: arrows move through the list, Escape closes it and gives the focus back, a press elsewhere closes it. */
function useOpenList(box: RefObject<HTMLElement | null>, isOpen: boolean, close: (isKey: boolean) => void): void {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    const element = box.current;
    if (!isOpen || element === null) return;
    const stop = new AbortController();
    const leave = (event: Event) => {
      if (event.target instanceof Node && !element.contains(event.target)) latest.current(false);
    };
    document.addEventListener("pointerdown", leave, { signal: stop.signal });
    document.addEventListener("focusin", leave, { signal: stop.signal });
    element.addEventListener(
      "keydown",
      (event) => {
        if (event.key === "Escape") latest.current(true);
        else if (event.key === "ArrowDown") moveFocus(event, element, 1);
        else if (event.key === "ArrowUp") moveFocus(event, element, -1);
      },
      { signal: stop.signal },
    );
    return () => stop.abort();
  }, [box, isOpen]);
}
