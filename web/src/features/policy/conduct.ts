/** Strategies, contingency plans and letters as the screen reads them. */
import type { Label } from "./model";

export interface Step {
  step: string;
  label: Label;
  role: string;
  within_days: number;
  evidence: Label;
}
export interface Strategy {
  label: Label;
  about?: Label | null;
  terms_days?: number | null;
  limit_percent?: number | null;
  deposit_percent?: number | null;
  delivery?: string | null;
  stop_after_days?: number | null;
  pledge?: string | null;
  visit_days?: number | null;
  review_days?: number | null;
  observation_months?: number | null;
  service?: string | null;
  responsible?: string | null;
  approvers?: string[];
  steps?: Step[];
  letter?: string | null;
}
export interface Strategies {
  label: Label;
  quadrants: Record<string, Strategy>;
  grades: Record<string, Strategy>;
}
export interface Plan {
  label: Label;
  rules: string[];
  about?: Label | null;
  steps: Step[];
  letter?: string | null;
}
export interface Plans {
  contingency_plans: Record<string, Plan>;
}
export const PURPOSES = ["general", "way_back"] as const;
export type Purpose = (typeof PURPOSES)[number];
export interface Letter {
  label: Label;
  purpose?: Purpose;
  subject: Label;
  body: Label;
}
export interface Letters {
  letters: Record<string, Letter>;
}

/** The numbers a strategy may state, with their bounds. */
export const NUMBERS = [
  { name: "terms_days", min: 0, max: 365 },
  { name: "limit_percent", min: 0, max: 300 },
  { name: "deposit_percent", min: 0, max: 100 },
  { name: "stop_after_days", min: 0, max: 365 },
  { name: "visit_days", min: 1, max: 366 },
  { name: "review_days", min: 1, max: 366 },
  { name: "observation_months", min: 1, max: 24 },
] as const;
export const CHOICES = {
  delivery: ["open", "deposit_first", "cash_before_delivery", "stop"],
  pledge: ["none", "asked", "required"],
  service: ["vip", "standard", "simplified"],
} as const;
export type ChoiceName = keyof typeof CHOICES;
export const CHOICE_NAMES = Object.keys(CHOICES) as ChoiceName[];

/** Rules that no plan is for. */
export function withoutPlan(plans: Plans, rules: readonly string[]): string[] {
  const planned = new Set(Object.values(plans.contingency_plans).flatMap(({ rules: each }) => each));
  return rules.filter((rule) => !planned.has(rule));
}

const PLACE = /\{([^{}\n]{1,60})\}/g;
/** The placeholders of a letter, in both languages. */
export const placesIn = ({ subject, body }: Pick<Letter, "subject" | "body">): string[] => [
  ...new Set(
    [subject.zh, subject.en, body.zh, body.en].flatMap((text) =>
      [...text.matchAll(PLACE)].map(([, name]) => name ?? ""),
    ),
  ),
];
/** Put a placeholder where the caret is. */
export const inserted = (text: string, at: number, name: string): string =>
  `${text.slice(0, at)}{${name}}${text.slice(at)}`;

/** A list with one of its items at another place. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, index) => index !== from);
  const item = items[from];
  return item === undefined ? rest : [...rest.slice(0, to), item, ...rest.slice(to)];
}
