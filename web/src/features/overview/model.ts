/** What is computed from the overview's document for the screen. */
import type { components } from "@/api/schema";
import type { AlertLine } from "@/ui/alert-lines";

type Schemas = components["schemas"];
export type Overview = Schemas["Overview"];
export type Bucket = Schemas["Age"];
export type IndustryLine = Schemas["IndustryRisk"];
export type Cell = Schemas["Place"];
export type GradesOn = Schemas["Course"];
export type SentencePart = Schemas["Part"];

/** Each amount as a part of the greatest: how long its bar is. */
export function lengths(amounts: readonly (string | number | null)[]): number[] {
  const numbers = amounts.map((amount) => Math.max(0, Number(amount ?? 0)));
  const greatest = Math.max(...numbers, 0);
  return numbers.map((amount) => (greatest ? amount / greatest : 0));
}

/** Each amount as a share of their sum; null when there is no sum. */
export function shares(amounts: readonly (string | null)[]): (number | null)[] {
  const sum = amounts.reduce((total, amount) => total + Number(amount ?? 0), 0);
  return amounts.map((amount) => (sum > 0 && amount !== null ? Number(amount) / sum : null));
}

/** How the number of a grade's customers changed between the last two days on record. */
export function lastChange(points: readonly GradesOn[], grade: string): { since: string; count: number } | null {
  const [before, after] = points.slice(-2);
  if (!before || !after) return null;
  return { since: before.as_of, count: (after.counts[grade] ?? 0) - (before.counts[grade] ?? 0) };
}

/** A newest alert as the lists of alerts show it. */
export const lineOf = ({ id, code, name, label, severity, opened_at }: Schemas["NewAlert"]): AlertLine => ({
  id,
  customer: { code, name },
  rule: { label },
  severity,
  opened: { at: opened_at },
});

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Rows of value, best first; columns of risk, mild first. */
export function grid(cells: readonly Cell[]): {
  grades: Cell[];
  rows: { tier: string; label: string; cells: (Cell | undefined)[] }[];
} {
  const rank = (grade: string) => ["low", "medium", "high", "unrated"].indexOf(grade);
  const grades = distinct(cells.map(({ grade }) => grade)).toSorted((one, other) => rank(one) - rank(other));
  const firsts = grades.flatMap((grade) => cells.find((cell) => cell.grade === grade) ?? []);
  const tiers = distinct(cells.map(({ tier }) => tier)).toSorted(
    (one, other) => Number(other === "high") - Number(one === "high"),
  );
  const rows = tiers.map((tier) => ({
    tier,
    label: cells.find((cell) => cell.tier === tier)?.tier_words ?? tier,
    cells: grades.map((grade) => cells.find((cell) => cell.tier === tier && cell.grade === grade)),
  }));
  return { grades: firsts, rows };
}
