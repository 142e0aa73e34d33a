/** What a customer's page shows, as its address: which part, from which day, with which knowledge, opened how far. Pure. */

import { dayIn, type MomentAsked, momentOf, numberIn } from "@/ui/moment-asked";

export const TABS = [
  "summary",
  "score",
  "change",
  "strategy",
  "way_back",
  "readings",
  "group",
  "facts",
  "alerts",
  "timeline",
] as const;
export type Tab = (typeof TABS)[number];

export type Place = MomentAsked & {
  tab: Tab;
  /** The reading that is opened into its facts. */
  reading: string | null;
  /** The kind of facts that is shown, and the one fact that is opened. */
  kind: string | null;
  fact: number | null;
  /** The earlier day that the score is compared with, and with which knowledge of it: what we knew then if null. */
  since: string | null;
  known: "now" | null;
  /** Which score the way back leads to, and by when the customer may be asked to pay; the usual ones if null. */
  target: number | null;
  pay_by: string | null;
};

export function placeOf(search: URLSearchParams): Place {
  const tab = TABS.find((each) => each === search.get("tab")) ?? "summary";
  return {
    tab,
    ...momentOf(search),
    reading: search.get("reading") || null,
    kind: search.get("kind") || null,
    fact: numberIn(search, "fact"),
    since: dayIn(search, "since"),
    known: search.get("known") === "now" ? "now" : null,
    target: numberIn(search, "target"),
    pay_by: dayIn(search, "pay_by"),
  };
}

export function searchOfPlace(place: Place): URLSearchParams {
  const search = new URLSearchParams();
  if (place.tab !== "summary") search.set("tab", place.tab);
  for (const name of [
    "kind",
    "fact",
    "reading",
    "as_of",
    "known_on",
    "known_at",
    "since",
    "known",
    "policy",
    "target",
    "pay_by",
  ] as const) {
    const value = place[name];
    if (value !== null) search.set(name, String(value));
  }
  return search;
}

/** The address of another part of the same page: the moment stays, what was opened closes. */
export function elsewhere(place: Place, to: Partial<Place>): string {
  const next: Place = { ...place, kind: null, fact: null, reading: null, ...to };
  const search = searchOfPlace(next);
  return search.size ? `?${search}` : "?";
}
