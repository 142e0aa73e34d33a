/** The documents of the policy as the screen reads them, and numbers as people write them. */
import { parse } from "yaml";
import type { components } from "@/api/schema";

type Schemas = components["schemas"];
export type Version = Schemas["VersionLine"];
export type ChangeLine = Schemas["ChangeLine"];
export type Change = Schemas["ChangeDocument"];
export type Draft = Schemas["DraftShown"];
export type Trial = Schemas["PolicyTrial"];
export type RuleSaid = Schemas["RuleSaid"];
export type Group = Schemas["ConditionGroup"];
export type Line = Schemas["ConditionLine"];

export const KINDS = [
  "scorecard",
  "grading",
  "value_card",
  "matrix",
  "rules",
  "strategies",
  "contingency_plans",
  "letters",
  "indicators",
  "signals",
  "rule_choice",
  "authority",
] as const;
export type Kind = (typeof KINDS)[number];
export const kindOf = (text: string | undefined): Kind | undefined => KINDS.find((kind) => kind === text);

/** Kinds whose documents hold definitions that can end one by one. */
export const ENDING: readonly Kind[] = [
  "indicators",
  "rules",
  "signals",
  "contingency_plans",
  "letters",
  "strategies",
  "scorecard",
  "value_card",
];

/** Kinds that a trial on stored readings can tell something about. */
export const TRIED: readonly Kind[] = ["scorecard", "grading", "value_card", "matrix", "rules"];

/** A text of the same change. */
export type Beside = Pick<Draft, "kind" | "body">;
export const besideIn = (change: Change, kind: Kind): Beside[] =>
  change.drafts.filter((each) => each.kind !== kind).map(({ kind: other, body }) => ({ kind: other, body }));

export interface Label {
  zh: string;
  en: string;
}
export interface Bin {
  up_to?: number | null;
  points: number;
}
export interface Item {
  indicator: string;
  weight: number;
  bins: Bin[];
}
export const MISSING = ["spread", "neutral", "worst"] as const;
export interface Card {
  label: Label;
  items: Item[];
  missing?: (typeof MISSING)[number];
  neutral_points?: number;
  refuse_below_permille?: number;
  signal_cap?: number;
}
export interface Band {
  grade: string;
  label: Label;
  below?: number | null;
}
export interface Grading {
  bands: Band[];
  unrated: Label;
  margin?: number;
  minimum_stay_days?: number;
}
export interface Tier {
  tier: string;
  label: Label;
  below?: number | null;
}
export interface ValueCard {
  card: Card;
  tiers: Tier[];
}
export interface Matrix {
  quadrants: Record<string, { label: Label; cells: [string, string][] }>;
}
export type Severity = "low" | "medium" | "high" | "critical";
export interface Threshold {
  value: number;
  unit: string;
  label: Label;
  min: number;
  max: number;
}
export interface Intent {
  action: string;
  to?: string | null;
  value?: string;
}
export interface Rule {
  label: Label;
  when: string;
  scope?: string;
  severity: Severity;
  risk_type: string;
  source: string;
  thresholds?: Record<string, Threshold>;
  cooldown_days?: number;
  recipients?: string[];
  actions?: Intent[];
}
export interface Rules {
  rules: Record<string, Rule>;
}
export interface Indicator {
  key: string;
  label: Label;
  unit: string;
  worse: string;
  dimension: string;
}

/** Reads a document; null when the text is no YAML mapping, which the server will say better. */
export function read<T>(text: string): T | null {
  try {
    const found: unknown = parse(text);
    return found !== null && typeof found === "object" && !Array.isArray(found) ? (found as T) : null;
  } catch {
    return null;
  }
}

export function indicatorsIn(text: string): Indicator[] {
  const found = read<{ indicators: Record<string, Omit<Indicator, "key">> }>(text);
  return Object.entries(found?.indicators ?? {}).map(([key, each]) => ({ ...each, key }));
}

export const said = (label: Label | undefined, language: string): string =>
  (language.startsWith("zh") ? label?.zh : label?.en) ?? "";

/** What stands before a reading's stored number: shares are typed in per cent, money in whole units. */
export function factorOf(unit: string | undefined, places = 2): number {
  return unit === "share" ? 100 : unit === "minor" ? 1 / 10 ** places : 1;
}
const tidy = (value: number): number => Number(value.toPrecision(12));
export const outside = (value: number, unit: string | undefined): number => tidy(value * factorOf(unit));
/** Back to what is stored: whole numbers for money, days and counts. */
export function inside(value: number, unit: string | undefined): number {
  const stored = tidy(value / factorOf(unit));
  return unit === "minor" ? Math.round(stored) : stored;
}

export const totalWeight = (items: readonly Item[]): number => items.reduce((sum, { weight }) => sum + weight, 0);

/** What is wrong with bins, before the server is asked: bounds must rise, and only the last bin is open. */
export function wrongBin(bins: readonly Bin[]): number | null {
  for (const [index, { up_to }] of bins.entries()) {
    const isLast = index === bins.length - 1;
    const before = bins[index - 1]?.up_to;
    if (isLast ? up_to !== undefined && up_to !== null : up_to === undefined || up_to === null) return index;
    if (!isLast && typeof before === "number" && (up_to as number) <= before) return index;
  }
  return null;
}

/** Cut-offs that do not rise. */
export function wrongBand(bands: readonly { below?: number | null }[]): number | null {
  return wrongBin(bands.map(({ below }) => ({ up_to: below, points: 0 })));
}

/** Value tiers and grades that stand in no quadrant, or in more than one. */
export function wrongCells(matrix: Matrix, tiers: readonly string[], grades: readonly string[]): string[] {
  const cells = Object.values(matrix.quadrants).flatMap(({ cells: each }) => each.map((cell) => cell.join("/")));
  const wanted = tiers.flatMap((tier) => grades.map((grade) => `${tier}/${grade}`));
  return wanted.filter((cell) => cells.filter((each) => each === cell).length !== 1);
}

/** The quadrant a cell stands in. */
export const quadrantOf = (matrix: Matrix, tier: string, grade: string): string | undefined =>
  Object.entries(matrix.quadrants).find(([, { cells }]) => cells.some(([a, b]) => a === tier && b === grade))?.[0];

/** May I go on with this change? */
export const isEditable = ({ is_mine, state }: Pick<ChangeLine, "is_mine" | "state">): boolean =>
  is_mine && ["draft", "refused", "withdrawn", "outdated"].includes(state.code);

/** A key for something new, made of what it is called, that nothing there has. */
export function freeKey(wish: string, taken: Iterable<string>, fallback: string): string {
  const plain =
    wish
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^[^a-z]+|_+$/g, "")
      .slice(0, 30) || fallback;
  const there = new Set(taken);
  for (let number = 1; ; number++) {
    const key = number === 1 ? plain : `${plain}_${number}`;
    if (!there.has(key)) return key;
  }
}
