import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "./button.tsx";
import styles from "./dialog.module.css";

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A sheet at the right edge over the page. Esc, 关闭 and a click beside it close it; the focus goes back by itself. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return undefined;
    if (!dialog.open) dialog.showModal();
    // A pointer on the backdrop hits the dialog itself; Esc is the dialog's own.
    const leave = (event: PointerEvent) => {
      if (event.target === dialog) dialog.close();
    };
    dialog.addEventListener("pointerdown", leave);
    return () => dialog.removeEventListener("pointerdown", leave);
  }, []);
  return (
    <dialog ref={ref} className={styles["dialog"]} aria-labelledby={titleId} onClose={onClose}>
      <div className={styles["sheet"]}>
        <header className={styles["head"]}>
          <h2 id={titleId} className={styles["title"]}>
            {title}
          </h2>
          <Button size="small" onClick={() => ref.current?.close()}>
            关闭
          </Button>
        </header>
        {children}
      </div>
    </dialog>
  );
}
