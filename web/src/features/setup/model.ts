/** The guided set-up, without the screen. */
import type { components } from "@/api/schema";

export type Rule = components["schemas"]["RuleListed"];

export const FEWEST = 3;
export const MOST = 5;

/** What a small team is advised to begin with, in this order, as far as the rules exist. */
export const ADVISED = [
  "overdue_30_days",
  "cumulative_overdue",
  "consecutive_overdue",
  "high_risk_score",
  "purchase_frequency_down",
];

/** The rules to choose from: the advised first, then those that would fire. */
export function inOrder(rules: readonly Rule[]): Rule[] {
  const place = (rule: Rule) => {
    const at = ADVISED.indexOf(rule.key);
    return at < 0 ? ADVISED.length : at;
  };
  return [...rules].sort((one, other) => place(one) - place(other) || (other.fires_now ?? 0) - (one.fires_now ?? 0));
}

/** What is ticked at first: a choice already made if it is a small one, else what is advised. */
export function firstChoice(rules: readonly Rule[]): string[] {
  const on = rules.filter(({ enabled }) => enabled).map(({ key }) => key);
  if (on.length <= MOST) return on;
  return ADVISED.filter((key) => rules.some((rule) => rule.key === key));
}

/** What a choice switches off: rules that are on now, and their open alerts, which close with them. */
export function givenUp(rules: readonly Rule[], chosen: ReadonlySet<string>): { rules: number; alerts: number } {
  const gone = rules.filter(({ key, enabled }) => enabled && !chosen.has(key));
  return { rules: gone.length, alerts: gone.reduce((sum, { open_alerts }) => sum + open_alerts, 0) };
}

export const STEPS = ["import", "rules", "alerts"] as const;
export type Step = (typeof STEPS)[number];
const MADE_OF: Readonly<Record<Step, readonly string[]>> = {
  import: ["customers", "invoices"],
  rules: ["rules"],
  alerts: ["alerts"],
};
type Told = readonly { key: string; done: boolean }[];

/** Whether all that a step is made of is done. */
export function isDone(step: Step, told: Told): boolean {
  return MADE_OF[step].every((key) => told.some((each) => each.key === key && each.done));
}

/** Which step waits: the first that is not done. */
export function stepOf(told: Told): Step {
  return STEPS.find((step) => !isDone(step, told)) ?? "alerts";
}
