/** Groups what happened by its day, in the order it comes. Pure. */

export type DayGroup<Entry> = { on: string; entries: Entry[] };

export function byDay<Entry extends { on: string }>(entries: readonly Entry[]): DayGroup<Entry>[] {
  const groups: DayGroup<Entry>[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last?.on === entry.on) last.entries.push(entry);
    else groups.push({ on: entry.on, entries: [entry] });
  }
  return groups;
}

/** What a timeline can be narrowed to, as the kinds that the server knows. */
export const SORTS = {
  all: [],
  alerts: ["alert", "alert_closed", "assessment", "owner", "merger", "merger_ended", "signal"],
  money: ["invoice", "payment", "credit_note", "bad_debt", "credit_limit"],
  trade: ["order", "delivery", "contract", "milestone", "enquiry"],
  dealings: ["ticket", "interaction", "signal", "contact"],
  outside: [
    "relation",
    "group_member",
    "check",
    "statement",
    "bureau_report",
    "legal_event",
    "firm_change",
    "news_item",
  ],
} as const satisfies Record<string, readonly string[]>;
export type Sort = keyof typeof SORTS;

/** Where an entry leads on the customer's page, if it is a fact. */
export const OTHER_SORTS: ReadonlySet<string> = new Set([
  "alert",
  "alert_closed",
  "assessment",
  "owner",
  "merger",
  "merger_ended",
]);
