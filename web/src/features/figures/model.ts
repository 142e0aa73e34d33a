/** The figures of the book, arranged for the screen. Pure. */
import type { components } from "@/api/schema";

export type Figures = components["schemas"]["PortfolioFigures"];
export type Figure = Figures["figures"][number];
export type Age = Figures["ageing"][number];
export type Course = components["schemas"]["PortfolioCourse"];
export type Unit = Figure["unit"];

/** What belongs together, in the order in which it is read. */
export const GROUPS = {
  turnover: [
    "dso",
    "dso_average",
    "dso_3_months",
    "dso_countback",
    "best_possible_dso",
    "turnover_year_end",
    "turnover_average",
    "turnover_days_year_end",
    "turnover_days_average",
  ],
  collection: ["average_days_delinquent", "collection_effectiveness", "overdue_share"],
  concentration: ["top_1_share", "top_5_share", "top_10_share", "hhi", "top_1_region_share", "hhi_regions"],
  loss: ["churn_rate", "bad_debt_rate", "default_rate"],
} as const;
export type Group = keyof typeof GROUPS;

export interface Grouped {
  group: Group;
  figures: Figure[];
}

/** The figures by group; what no group names stands with the last. */
export function grouped(figures: readonly Figure[]): Grouped[] {
  const named = new Set<string>(Object.values(GROUPS).flat());
  return (Object.keys(GROUPS) as Group[]).map((group) => ({
    group,
    figures: figures.filter(
      ({ key }) => (GROUPS[group] as readonly string[]).includes(key) || (group === "loss" && !named.has(key)),
    ),
  }));
}

export interface Point {
  day: string;
  value: number | null;
}

/** A figure's course, oldest first. */
export const courseOf = (course: Course, key: string): Point[] =>
  course.items.map(({ as_of, values }) => ({ day: as_of, value: values[key] ?? null }));

/** Decimals that a unit is written with, and drawn with: shares are drawn as per cent. */
export const digitsOf = (unit: Unit): number => (unit === "multiple" ? 2 : 1);
export const drawn = (value: number | null, unit: Unit): number | null =>
  value === null ? null : unit === "share" ? value * 100 : value;

/** The sums below the table of ages; null where a part is hidden or not known. */
export function totalOf(ages: readonly Age[], field: "amount" | "expected_loss"): number | null {
  const parts = ages.map((age) => age[field]);
  return parts.includes(null) ? null : parts.reduce((total, part) => total + Number(part), 0);
}

/** The figure that an address names; the first one when it names none that there is. */
export const chosenOf = (figures: readonly Figure[], key: string): Figure | undefined =>
  figures.find((figure) => figure.key === key) ?? figures[0];
