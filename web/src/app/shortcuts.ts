/** Keys: `/` searches, `g` then a letter goes to a place, `?` tells which keys there are. Never while someone types. */
import { useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import type { Place } from "./nav";

const PATIENCE_MS = 1200;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName) || target.closest("dialog") !== null)
  );
}

export function useShortcuts(places: readonly Place[], on: { search: () => void; help: () => void }): void {
  const navigate = useNavigate();
  const since = useRef(0);
  const { search, help } = on;
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const afterG = event.timeStamp - since.current < PATIENCE_MS && since.current > 0;
      since.current = 0;
      const place = afterG ? places.find(({ letter }) => letter === event.key) : undefined;
      if (place) void navigate(place.to);
      else if (event.key === "/") search();
      else if (event.key === "?") help();
      else if (event.key === "g") {
        since.current = event.timeStamp;
        return;
      } else return;
      event.preventDefault();
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [places, navigate, search, help]);
}
