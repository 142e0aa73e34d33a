/** The keys of the inbox. Never while someone types, nor while a dialog asks something. */
import { useEffect, useRef } from "react";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}

/** Calls `on` with a key; `false` from it lets the browser have it. */
export function useKeys(on: (key: string) => boolean, enabled: boolean): void {
  const latest = useRef(on);
  useEffect(() => {
    latest.current = on;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    let afterG = false;
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const isTick = event.target instanceof HTMLInputElement && event.target.type === "checkbox";
      if ((isTyping(event.target) && !isTick) || document.querySelector("dialog[open]")) return;
      const wasAfterG = afterG;
      afterG = event.key === "g"; // `g a` goes to a place, see the shell's keys
      if (!wasAfterG && latest.current(event.key)) event.preventDefault();
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [enabled]);
}
