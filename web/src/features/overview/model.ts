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
const MILD_FIRST = ["low", "medium", "high", "unrated"];
const rank = ({ grade }: Cell): number => MILD_FIRST.indexOf(grade);

/** A sum of amounts; null where they are hidden. */
function sum(amounts: readonly (string | null)[]): number | null {
  return amounts.includes(null) ? null : amounts.reduce((total, amount) => total + Number(amount), 0);
}

/** One quadrant of a value tier, with its customers of each grade, mild first. */
export interface Quadrant {
  key: string;
  label: string;
  customers: number;
  receivable: number | null;
  overdue: number | null;
  query: string;
  grades: Cell[];
}

function quadrantOf(cells: readonly Cell[]): Quadrant {
  const [{ quadrant, quadrant_words, tier }] = cells as [Cell];
  return {
    key: quadrant,
    label: quadrant_words,
    customers: cells.reduce((total, { customers }) => total + customers, 0),
    receivable: sum(cells.map(({ receivable }) => receivable)),
    overdue: sum(cells.map(({ overdue }) => overdue)),
    query: String(new URLSearchParams({ quadrant, tier })),
    grades: cells.toSorted((one, other) => rank(one) - rank(other)),
  };
}

/** Rows of value, best first; in each its quadrants, the one with the milder grades first. */
export function matrix(cells: readonly Cell[]): { tier: string; label: string; quadrants: Quadrant[] }[] {
  const risk = ({ customers, grades }: Quadrant): number =>
    grades.reduce((total, cell) => total + rank(cell) * cell.customers, 0) / customers;
  const tiers = distinct(cells.map(({ tier }) => tier)).toSorted(
    (one, other) => Number(other === "high") - Number(one === "high"),
  );
  return tiers.map((tier) => {
    const inTier = cells.filter((cell) => cell.tier === tier);
    return {
      tier,
      label: inTier[0]?.tier_words ?? tier,
      quadrants: distinct(inTier.map(({ quadrant }) => quadrant))
        .map((key) => quadrantOf(inTier.filter(({ quadrant }) => quadrant === key)))
        .toSorted((one, other) => risk(one) - risk(other)),
    };
  });
}
