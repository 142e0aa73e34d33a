/** The columns a customer list can show. Pure: what they are called stands in the catalogue. */

export const COLUMNS = [
  "name",
  "code",
  "grade",
  "score",
  "score_change",
  "coverage",
  "quadrant",
  "tier",
  "receivable",
  "overdue",
  "overdue_days",
  "limit_utilisation",
  "alerts",
  "owner",
  "industry",
  "region",
  "standing_since",
  "assessed",
] as const;

export type Column = (typeof COLUMNS)[number];

/** What fits in 1280 px beside the navigation without scrolling sideways. */
export const USUAL: readonly Column[] = [
  "name",
  "grade",
  "score",
  "quadrant",
  "receivable",
  "overdue",
  "overdue_days",
  "limit_utilisation",
  "alerts",
  "owner",
];

/** Pixels; the name takes what is left. */
export const WIDTHS: Record<Exclude<Column, "name">, number> = {
  code: 96,
  grade: 76,
  score: 120,
  score_change: 84,
  coverage: 76,
  quadrant: 92,
  tier: 84,
  receivable: 108,
  overdue: 100,
  overdue_days: 72,
  limit_utilisation: 112,
  alerts: 56,
  owner: 80,
  industry: 92,
  region: 80,
  standing_since: 104,
  assessed: 104,
};
export const NAME_WIDTH = 208;
export const READING_WIDTH = 124;

/** The server's word for ordering by a column, and the way that shows first what is bad or big. */
export const SORTS: Partial<Record<Column, { key: string; first: "asc" | "desc" }>> = {
  name: { key: "name", first: "asc" },
  code: { key: "code", first: "asc" },
  grade: { key: "grade", first: "desc" },
  score: { key: "score", first: "asc" },
  tier: { key: "value", first: "desc" },
  receivable: { key: "receivable", first: "desc" },
  overdue: { key: "overdue", first: "desc" },
  overdue_days: { key: "overdue_days", first: "desc" },
  limit_utilisation: { key: "limit_utilisation", first: "desc" },
  alerts: { key: "alerts", first: "desc" },
  assessed: { key: "assessed", first: "desc" },
};

const KNOWN: ReadonlySet<string> = new Set(COLUMNS);

export function isColumn(key: string): key is Column {
  return KNOWN.has(key);
}

/** What is shown: the name always first; an address that names only indicators adds them to the usual columns. */
export function shownColumns(asked: readonly string[] | null): string[] {
  if (!asked) return [...USUAL];
  const listed = asked.some(isColumn) ? asked : [...USUAL, ...asked];
  return ["name", ...new Set(listed.filter((key) => key !== "name"))];
}

/** More than these the server does not add to a list. */
export const MOST_INDICATORS = 20;

/** The indicators among the columns, which the server must be asked for. */
export function indicatorColumns(shown: readonly string[]): string[] {
  return shown.filter((key) => !isColumn(key)).slice(0, MOST_INDICATORS);
}

/** What to write into the address; null for the usual columns. */
export function askedColumns(shown: readonly string[]): string[] | null {
  const usual = shown.length === USUAL.length && shown.every((key, place) => key === USUAL[place]);
  const indicators = new Set(indicatorColumns(shown));
  return usual ? null : shown.filter((key) => isColumn(key) || indicators.has(key));
}

/** How wide the table is at least, so that it scrolls only when more is asked for than fits. */
export function tableWidth(shown: readonly string[]): number {
  const widths = shown.map((key) =>
    key === "name" ? NAME_WIDTH : isColumn(key) ? WIDTHS[key as keyof typeof WIDTHS] : READING_WIDTH,
  );
  return widths.reduce((sum, width) => sum + width, 0);
}
