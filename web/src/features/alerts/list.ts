/** The alerts inbox as its address: which alerts, whose, in which order. Pure. */

import { type MomentAsked, momentOf, searchFrom, TODAY } from "@/ui/moment-asked";

export const STATES = ["open", "acknowledged", "snoozed", "resolved", "cleared"] as const;
export const SEVERITIES = ["critical", "high", "medium", "low"] as const;
export const MOVES = ["acknowledge", "snooze", "resolve", "reopen", "assign"] as const;

export type State = (typeof STATES)[number];
export type Severity = (typeof SEVERITIES)[number];
export type Move = (typeof MOVES)[number];

/** The boxes of the inbox; each shows the alerts of some states. */
export const BOXES = {
  open: ["open"],
  acknowledged: ["acknowledged"],
  snoozed: ["snoozed"],
  closed: ["resolved", "cleared"],
  all: [...STATES],
} as const satisfies Record<string, readonly State[]>;
export type Box = keyof typeof BOXES;

export type Whose = "all" | "me" | "none";

export type Inbox = {
  box: Box;
  whose: Whose;
  owner: string | null;
  severity: Severity[];
  rule: string[];
  customer: string | null;
  q: string;
  sort: string;
  /** From when one looks. */
  moment: MomentAsked;
};

export const DEFAULT_SORT = "-severity";

export const EMPTY_INBOX: Inbox = {
  box: "open",
  whose: "all",
  owner: null,
  severity: [],
  rule: [],
  customer: null,
  q: "",
  sort: DEFAULT_SORT,
  moment: TODAY,
};

/** Read an address. States that make up no box show the smallest box that holds them. */
export function inboxOf(search: URLSearchParams): Inbox {
  const owner = search.get("owner")?.trim() || null;
  const whose: Whose = owner === "me" ? "me" : owner === "none" ? "none" : "all";
  const severity = search.getAll("severity").filter((word): word is Severity => includes(SEVERITIES, word));
  return {
    box: boxOf(search.getAll("state").filter((word): word is State => includes(STATES, word))),
    whose,
    owner: whose === "all" ? owner : null,
    severity: [...new Set(severity)],
    rule: [...new Set(search.getAll("rule").filter(Boolean))],
    customer: search.get("customer")?.trim() || null,
    q: search.get("q")?.trim() ?? "",
    sort: search.get("sort")?.trim() || DEFAULT_SORT,
    moment: momentOf(search),
  };
}

function includes<Word extends string>(words: readonly Word[], word: string): word is Word {
  return (words as readonly string[]).includes(word);
}

function boxOf(states: readonly State[]): Box {
  if (states.length === 0) return "open";
  const boxes: Box[] = ["open", "acknowledged", "snoozed", "closed"];
  return boxes.find((box) => states.every((state) => includes<State>(BOXES[box], state))) ?? "all";
}

/** Write the address of an inbox, which is also the API's query; what is as always is left out. */
export function searchOf(inbox: Inbox): URLSearchParams {
  const search = new URLSearchParams();
  if (inbox.box !== "open") for (const state of BOXES[inbox.box]) search.append("state", state);
  if (inbox.whose !== "all") search.set("owner", inbox.whose);
  else if (inbox.owner) search.set("owner", inbox.owner);
  for (const severity of inbox.severity) search.append("severity", severity);
  for (const rule of inbox.rule) search.append("rule", rule);
  if (inbox.customer) search.set("customer", inbox.customer);
  if (inbox.q) search.set("q", inbox.q);
  if (inbox.sort !== DEFAULT_SORT) search.set("sort", inbox.sort);
  return searchFrom(search, inbox.moment);
}

/** Whether something besides the box narrows the inbox, so that an empty one may offer to show all. */
export function isNarrowed(inbox: Inbox): boolean {
  return searchOf({ ...inbox, box: "open", sort: DEFAULT_SORT, moment: TODAY }).size > 0;
}

/** The place of the row to look at after a key; null when nothing is chosen and there is nothing to choose. */
export function stepped(places: number, now: number | null, by: 1 | -1): number | null {
  if (places === 0) return null;
  if (now === null) return by === 1 ? 0 : places - 1;
  return Math.min(places - 1, Math.max(0, now + by));
}

/** What at least one of the chosen alerts allows; a bulk move says of the others why not. */
export function movesOfAny(rows: readonly { allowed: readonly string[] }[]): Move[] {
  return MOVES.filter((move) => rows.some((row) => row.allowed.includes(move)));
}

/** Days one snoozes to without thinking, counted from today. */
export const SNOOZES = [1, 3, 7, 14, 30] as const;
export const LONGEST_SNOOZE_DAYS = 366;
export const LONGEST_NOTE = 4000;

export function dayAfter(today: string, days: number): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
