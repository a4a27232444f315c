import { useEffect, useState } from "react";

/** A change that is shown sooner needs no veil: dimming and clearing again would cost two more frames than the change. */
const PATIENCE_MS = 150;

/** True once something has been on for a moment that a reader notices. */
export function useLasting(isOn: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => setLasts(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [isOn]);
  return isOn && lasts;
}
