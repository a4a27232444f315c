import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import styles from "./figure.module.css";
import type { Box } from "./hit-model.ts";

interface FigureAsideProps {
  box: Box | null;
  children: ReactNode;
}

/** The page's own list: in the free box of the plot when it fits there, else under the plot. */
export function FigureAside({ box, children }: FigureAsideProps) {
  const ref = useRef<HTMLDivElement>(null);
  const [needed, setNeeded] = useState(0);
  const width = box?.width;
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || width === undefined) return;
    const measure = () => setNeeded(element.offsetHeight);
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(element);
    return () => observer.disconnect();
  }, [width]);
  if (children === undefined || children === null) return null;
  const place =
    box !== null && needed <= box.height ? { position: "absolute" as const, left: box.x, top: box.y } : undefined;
  // Measured at the width of the box in either place, so that the answer does not depend on where it stands.
  return (
    <div ref={ref} className={styles["aside"]} style={{ ...place, ...(width === undefined ? {} : { width }) }}>
      {children}
    </div>
  );
}
