/** Whether the screen is a phone's: tables become cards, filters a drawer. */
import { useSyncExternalStore } from "react";

const narrow = globalThis.matchMedia?.("(max-width: 899px)");

export function useNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      narrow?.addEventListener("change", changed);
      return () => narrow?.removeEventListener("change", changed);
    },
    () => narrow?.matches ?? false,
  );
}
