/** Which kinds of facts a customer's page shows, in which groups, and which of their columns stand in the table. Pure. */

export const GROUPS = {
  money: ["invoice", "payment", "credit_note", "allocation", "credit_limit", "bad_debt"],
  trade: ["order", "delivery", "contract", "milestone", "enquiry"],
  dealings: ["ticket", "interaction", "signal"],
  background: [
    "customer",
    "contact",
    "relation",
    "group_member",
    "check",
    "statement",
    "bureau_report",
    "legal_event",
    "firm_change",
    "news_item",
  ],
} as const;
export type Group = keyof typeof GROUPS;
export type Kind = (typeof GROUPS)[Group][number];

export const KINDS: readonly Kind[] = Object.values(GROUPS).flat();

export const isKind = (asked: string): asked is Kind => KINDS.some((kind) => kind === asked);

export function kindOf(asked: string | null): Kind {
  return KINDS.find((kind) => kind === asked) ?? "invoice";
}

/** What people look for first; the other fields stand beside, when a row is opened. */
const FIRST: Partial<Record<Kind, readonly string[]>> = {
  invoice: ["document_no", "issue_on", "due_on", "amount_minor", "open_minor", "overdue_days", "settled_on"],
  payment: ["document_no", "paid_on", "amount_minor", "unapplied_minor", "method", "matures_on"],
  credit_note: ["document_no", "invoice_no", "issue_on", "amount_minor", "reason"],
  allocation: ["document_no", "allocated_on", "entry", "amount_minor", "payment"],
  credit_limit: ["limit_type", "amount_minor", "from_on", "to_on", "is_unlimited"],
  bad_debt: ["document_no", "entry", "booked_on", "amount_minor"],
  order: ["order_no", "placed_on", "amount_minor", "promised_on", "cancelled_on"],
  delivery: ["delivery_no", "order_no", "delivered_on", "accepted_on", "amount_minor"],
  contract: ["contract_no", "signed_on", "ends_on", "amount_minor", "terms_days"],
  milestone: ["title", "contract_no", "obliged", "due_on", "met_on"],
  enquiry: ["topic", "asked_on", "answered_on", "elapsed_minutes"],
  ticket: ["topic", "ticket_type", "opened_on", "closed_on", "cost_minor"],
  interaction: ["subject", "happened_on", "channel", "attitude", "satisfaction"],
  signal: ["signal_type", "severity", "points", "observed_on", "expires_on", "note", "reporter"],
  customer: ["name", "uscc", "industry", "region", "status", "owner"],
  contact: ["person_name", "role", "is_key", "phone", "email", "from_on", "to_on"],
  relation: ["other_name", "relation_type", "share_permille", "from_on", "to_on"],
  group_member: ["group", "from_on", "to_on"],
  check: ["scope", "checked_on", "result"],
  statement: ["period_end_on", "revenue_minor", "net_profit_minor", "total_assets_minor", "total_liabilities_minor"],
  bureau_report: ["agency", "reported_as_of", "rating", "rating_points"],
  legal_event: ["title", "event_type", "role", "filed_on", "closed_on", "amount_minor"],
  firm_change: ["item", "changed_on"],
  news_item: ["title", "published_on", "sentiment", "topic"],
};
const MOST_OTHERS = 7;

/** The columns of a table, in the order people read them; a column the server does not know is left out. */
export function tableColumns<Column extends { key: string }>(kind: string, columns: readonly Column[]): Column[] {
  const first = FIRST[kind as Kind];
  if (!first) return columns.slice(0, MOST_OTHERS);
  return first.flatMap((key) => columns.filter((column) => column.key === key));
}

/** Behind a number the same, in fewer columns. */
const BEHIND: Partial<Record<Kind, readonly string[]>> = {
  invoice: ["document_no", "due_on", "amount_minor", "open_minor", "settled_on"],
};
const MOST_BEHIND = 5;

export function columnsBehind<Column extends { key: string }>(kind: string, columns: readonly Column[]): Column[] {
  const first = BEHIND[kind as Kind];
  const shown = first
    ? first.flatMap((key) => columns.filter((column) => column.key === key))
    : tableColumns(kind, columns);
  return shown.slice(0, MOST_BEHIND);
}

/** Kinds whose rows are open or closed, so that the open ones can be asked for alone. */
export const MAY_BE_OPEN: ReadonlySet<string> = new Set(["invoice", "legal_event"]);
