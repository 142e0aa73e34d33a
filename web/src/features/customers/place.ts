/** What a customer's page shows, as its address: which part, from which day, with which knowledge, opened how far. Pure. */

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

/** `as_of`: what had happened by the end of the day; what we knew by the end of `known_on` or at the batch `known_at`. */
export type MomentAsked = {
  as_of: string | null;
  known_on: string | null;
  known_at: number | null;
  /** By the policy of today instead of that of the day. */
  policy: "now" | null;
};

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

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function placeOf(search: URLSearchParams): Place {
  const day = (name: string) => {
    const text = search.get(name) ?? "";
    return DAY.test(text) ? text : null;
  };
  const tab = TABS.find((each) => each === search.get("tab")) ?? "summary";
  const number = (name: string) => {
    const given = Number(search.get(name));
    return Number.isSafeInteger(given) && given > 0 ? given : null;
  };
  return {
    tab,
    as_of: day("as_of"),
    known_on: day("known_on"),
    known_at: number("known_at"),
    reading: search.get("reading") || null,
    kind: search.get("kind") || null,
    fact: number("fact"),
    since: day("since"),
    known: search.get("known") === "now" ? "now" : null,
    policy: search.get("policy") === "now" ? "now" : null,
    target: number("target"),
    pay_by: day("pay_by"),
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

/** The part of an API query that says from when one looks. */
export function momentQuery({ as_of, known_on, known_at, policy }: MomentAsked): {
  as_of?: string;
  known_on?: string;
  known_at?: number;
  policy?: "now";
} {
  return {
    ...(as_of ? { as_of } : {}),
    ...(known_on ? { known_on } : {}),
    ...(known_at ? { known_at } : {}),
    ...(policy ? { policy } : {}),
  };
}

/** Back to today and to everything we know. */
export const TODAY: MomentAsked = { as_of: null, known_on: null, known_at: null, policy: null };
