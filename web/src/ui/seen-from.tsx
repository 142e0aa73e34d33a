/** The day from which "3 days ago" counts: its end on pages of a past day, now everywhere else. */
import dayjs from "dayjs";
import { createContext, type ReactNode, useContext } from "react";

const Seen = createContext<string | null>(null);

export function SeenFrom({ day, children }: { day: string | null; children: ReactNode }) {
  return <Seen value={day}>{children}</Seen>;
}

/** The instant to count from; undefined: now. */
export function useSeenFrom(): number | undefined {
  const day = useContext(Seen);
  return day === null ? undefined : dayjs(day).endOf("day").valueOf();
}
