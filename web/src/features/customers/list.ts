/** The customer list as its address: which customers, in which order, with which columns. Pure. */

export const MANY = [
  "grade",
  "quadrant",
  "tier",
  "industry",
  "region",
  "rule",
  "fires",
  "severity",
  "aging",
  "codes",
] as const;
export const ONE = [
  "q",
  "owner",
  "has_alert",
  "overdue_min",
  "overdue_days_min",
  "overdue_days_max",
  "score_min",
  "score_max",
  "changed_since",
] as const;

export type ManyFilter = (typeof MANY)[number];
export type OneFilter = (typeof ONE)[number];

/** What the list is narrowed to; the names are those of the API, so that an address is also a query. */
export type Filters = Partial<Record<ManyFilter, string[]> & Record<OneFilter, string>>;

export type ListState = { filters: Filters; sort: string; columns: string[] | null };

/** Those that have a field of their own above the list; the others show as chips when they are set. */
const USUAL: ReadonlySet<string> = new Set(["q", "owner", "grade", "quadrant", "industry"]);
export const isUsual = (name: ManyFilter | OneFilter): boolean => USUAL.has(name);

/** The lists one looks at every day, by what narrows them. */
export const READY_VIEWS = {
  all: "",
  high: "grade=high",
  overdue: "overdue_days_min=1&sort=-overdue_days",
  alerts: "has_alert=true",
  key_watch: "quadrant=key_watch",
} as const;

/** What is worth the most attention stands first. */
export const DEFAULT_SORT = "-priority";

export const EMPTY_LIST: ListState = { filters: {}, sort: DEFAULT_SORT, columns: null };

/** Read the address of a list. Unknown words are left out; a value given twice counts once. */
export function listOf(search: URLSearchParams): ListState {
  const filters: Filters = {};
  for (const name of MANY) {
    const values = [
      ...new Set(
        search
          .getAll(name)
          .map((value) => value.trim())
          .filter(Boolean),
      ),
    ];
    if (values.length > 0) filters[name] = values;
  }
  for (const name of ONE) {
    const value = search.get(name)?.trim();
    if (value) filters[name] = value;
  }
  return { filters, sort: search.get("sort")?.trim() || DEFAULT_SORT, columns: columnsOf(search) };
}

function columnsOf(search: URLSearchParams): string[] | null {
  const given = search.getAll("columns").flatMap((value) => value.split(","));
  const columns = [...new Set(given.map((key) => key.trim()).filter(Boolean))];
  return columns.length > 0 ? columns : null;
}

/** Write the address of a list; what is as always is left out. */
export function searchOf(list: ListState): URLSearchParams {
  const search = new URLSearchParams();
  for (const name of ONE) if (list.filters[name]) search.set(name, list.filters[name]);
  for (const name of MANY) for (const value of list.filters[name] ?? []) search.append(name, value);
  if (list.sort !== DEFAULT_SORT) search.set("sort", list.sort);
  for (const key of list.columns ?? []) search.append("columns", key);
  return search;
}

/** Change one filter; an empty value takes it away. */
export function withFilter(list: ListState, name: ManyFilter | OneFilter, value: string[] | string | null): ListState {
  const filters = { ...list.filters };
  if (value === null || value.length === 0) delete filters[name];
  else Object.assign(filters, { [name]: value });
  return { ...list, filters };
}

/** Filters that take whole numbers only: days. */
export const isWhole = (name: OneFilter): boolean => name.startsWith("overdue_days");

/** Change a filter that is a number, as it is being typed. */
export function withNumber(list: ListState, name: OneFilter, value: number | null): ListState {
  return withFilter(list, name, value === null ? null : String(isWhole(name) ? Math.trunc(value) : value));
}

/** How many filters are set; a search counts, too. */
export function filterCount(filters: Filters): number {
  return Object.keys(filters).length;
}

/** One set filter value as a chip that can be taken away. */
export type Chip = { name: ManyFilter | OneFilter; value: string };

export function chipsOf(filters: Filters): Chip[] {
  const chips: Chip[] = [];
  for (const name of MANY) for (const value of filters[name] ?? []) chips.push({ name, value });
  for (const name of ONE) {
    const value = filters[name];
    if (value && name !== "q") chips.push({ name, value });
  }
  return chips;
}

export function withoutChip(list: ListState, chip: Chip): ListState {
  const now = list.filters[chip.name];
  return withFilter(list, chip.name, Array.isArray(now) ? now.filter((value) => value !== chip.value) : null);
}

/** Whether two lists show the same customers in the same order and in the same columns. */
export function isSameList(one: ListState, other: ListState): boolean {
  const plain = (list: ListState) => {
    const search = searchOf(list);
    search.sort(); // by name only: columns keep their order
    return search.toString();
  };
  return plain(one) === plain(other);
}
