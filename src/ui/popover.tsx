import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from "react";
import { Icon } from "./icons.tsx";
import styles from "./popover.module.css";

interface PopoverProps {
  /** Names the opened box. */
  label: string;
  trigger: ReactNode;
  /** Full name of the button, when its words alone say too little. */
  triggerName?: string;
  align?: "start" | "end";
  className?: string;
  /** Stands inside the button before its words and makes it look like the other controls of a bar. */
  caption?: string;
  onOpen?: () => void;
  /** Called on every way of closing: 完成, Esc, a click elsewhere, focus going elsewhere. */
  onClose?: () => void;
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A button with a box under it. Esc and a click elsewhere close it, and the focus goes back to the button. */
export function Popover(props: PopoverProps) {
  const { label, trigger, triggerName, align = "start", className = "", caption } = props;
  const { open, toggle, close, wrapper, button } = useDisclosure(props);
  const boxId = useId();
  const content = typeof props.children === "function" ? props.children(() => close(true)) : props.children;
  return (
    <span ref={wrapper} className={styles["wrapper"]}>
      <button
        ref={button}
        type="button"
        className={caption === undefined ? className : styles["control"]}
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-controls={open ? boxId : undefined}
        aria-label={triggerName}
        onClick={toggle}
      >
        {caption === undefined ? (
          trigger
        ) : (
          <>
            <span className={styles["caption"]}>{caption}</span>
            <span className={styles["summary"]}>{trigger}</span>
            <Icon name="down" size={12} />
          </>
        )}
      </button>
      {open ? (
        <div id={boxId} role="dialog" aria-label={label} className={`${styles["box"]} ${styles[align]}`}>
          {content}
        </div>
      ) : null}
    </span>
  );
}

function useDisclosure({ onOpen, onClose }: Pick<PopoverProps, "onOpen" | "onClose">) {
  const [open, setOpen] = useState(false);
  const wrapper = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const close = useCallback(
    (backToButton: boolean) => {
      setOpen(false);
      onClose?.();
      if (backToButton) button.current?.focus();
    },
    [onClose],
  );
  const toggle = () => {
    if (open) close(true);
    else {
      onOpen?.();
      setOpen(true);
    }
  };

  useEffect(() => {
    if (!open) return undefined;
    const leave = (event: Event) => {
      if (event.target instanceof Node && !wrapper.current?.contains(event.target)) close(false);
    };
    const giveUp = (event: KeyboardEvent) => {
      if (event.key === "Escape") close(true);
    };
    document.addEventListener("keydown", giveUp);
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("keydown", giveUp);
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [open, close]);

  return { open, toggle, close, wrapper, button };
}
