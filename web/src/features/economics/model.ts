/** The economics of alerts as the screen reads them. */
import dayjs from "dayjs";
import type { components } from "@/api/schema";

type Schemas = components["schemas"];
export type Economics = Schemas["AlertEconomics"];
export type Figures = Schemas["AlertFigures"];
export type RuleFigures = Schemas["RuleEconomics"];
export type Judged = Schemas["AlertJudged"];
export type What = "hits" | "right" | "false" | "late" | "unknown" | "said_false" | "contradicted" | "handled";

/** What stands in the address: the period in days up to today, the horizon, and prices in percent. */
export const STANDARD = {
  days: "365",
  horizon: "180",
  margin: "15",
  avoided: "50",
  overdue_loss: "50",
  minutes: "15",
  behind: "",
};
export type State = typeof STANDARD;
export const SPANS = ["90", "180", "365", "730"];
export const HORIZONS = ["30", "90", "180", "365"];

/** The first day of a period that ends today. */
export const firstDay = (days: number, today: Date): string =>
  dayjs(today)
    .subtract(days - 1, "day")
    .format("YYYY-MM-DD");

/** The question to the server for what stands in the address. */
export function queryOf(state: State, today: Date) {
  const permille = (percent: string) => Math.round(Number(percent) * 10);
  return {
    from_day: firstDay(Number(state.days), today),
    horizon_days: Number(state.horizon),
    margin_permille: permille(state.margin),
    avoided_permille: permille(state.avoided),
    overdue_loss_permille: permille(state.overdue_loss),
    minutes_per_alert: Number(state.minutes),
  };
}

/** A figure whose alerts are asked for, as it stands in the address: `what:rule`, without a rule of all of them. */
export const written = (what: What, rule = ""): string => `${what}:${rule}`;

export function cellOf(text: string): { what: What; rule: string } | null {
  const [what, ...rule] = text.split(":");
  return what && rule.length ? { what: what as What, rule: rule.join(":") } : null;
}

/** Rules that gave alerts, and how many that are on gave none. */
export function heard(items: readonly RuleFigures[]): { shown: RuleFigures[]; silent: number } {
  const shown = items.filter(({ hits }) => hits > 0);
  return { shown, silent: items.length - shown.length };
}
