/** Back-tests as the screen reads them. */
import type { components } from "@/api/schema";

type Schemas = components["schemas"];
export type Line = Schemas["BacktestLine"];
export type Backtest = Schemas["BacktestDocument"];
export type Result = Schemas["BacktestResult"];
export type SideFigures = Schemas["BacktestSide"];
export type Flag = Schemas["BacktestFlag"];
export type CutOff = Schemas["BacktestCutOff"];
export type Terms = Schemas["BacktestTerms"];
export type Candidate = Schemas["ThresholdCandidate"];
export type Side = "live" | "draft";
export type What = "fired" | "caught" | "missed" | "false_alarms" | "late" | "unknown" | "gained" | "lost";

/** A figure whose customers are asked for, as it stands in the address. */
export interface Cell {
  side: Side;
  kind: string;
  key: string;
  what: What;
}

const UNFINISHED = ["waiting", "running", "cancelling"];
export const isUnfinished = (row: { state: { code: string } }): boolean => UNFINISHED.includes(row.state.code);

/** How long to wait before asking again; nothing changes once it has ended. */
export const nextLook = (data: unknown): number | false => (data && isUnfinished(data as Backtest) ? 2_000 : false);
export const nextLookAtList = (data: unknown): number | false =>
  (data as { items: Line[] } | undefined)?.items.some(isUnfinished) ? 3_000 : false;

export const written = ({ side, kind, key, what }: Cell): string => [side, kind, what, key].join(":");

/** Reads a figure from an address; null for anything else. */
export function cellOf(text: string): Cell | null {
  const [side, kind, what, ...key] = text.split(":");
  if ((side !== "live" && side !== "draft") || !kind || !what || !key.length) return null;
  return { side, kind, what: what as What, key: key.join(":") };
}

export const sidesOf = (result: Result): Side[] => (result.draft ? ["live", "draft"] : ["live"]);

export const flagsOf = (figures: SideFigures, kinds: readonly string[]): Flag[] =>
  figures.flags.filter(({ kind }) => kinds.includes(kind));

export type Change = Result["changes"][number];

/** Whom a change lets something fire on, or no longer: all of a flag that is new or gone, which the other side lacks. */
export function swapOf(
  result: Result,
  row: Change,
  what: "gained" | "lost",
): { value: number; bad: number; cell: Cell } {
  const { kind, key } = row;
  const side = what === "gained" ? "draft" : "live";
  const isWhole = what === "gained" ? row.is_new : row.is_gone;
  if (!isWhole) return { value: row[what], bad: row[`${what}_bad`], cell: { side: "draft", kind, key, what } };
  const flag = result[side]?.flags.find((each) => each.kind === kind && each.key === key);
  return { value: flag?.fired ?? 0, bad: flag?.caught ?? 0, cell: { side, kind, key, what: "fired" } };
}

const PLACES = ["any_rule", "grade", "rule"];

/** What fired at all: all rules together, grades, then rules, those that net most first. */
export function byWorth(flags: readonly Flag[]): Flag[] {
  const place = ({ kind }: Flag) => PLACES.indexOf(kind);
  return flags
    .filter(({ fired }) => fired > 0)
    .sort((one, other) => place(one) - place(other) || Number(other.net) - Number(one.net));
}

/** Of a league, those that were right often enough to be worth following: lead time alone favours what fires on everybody. */
export function leaders(figures: SideFigures, least: number): SideFigures["league"] {
  return figures.league.filter(({ precision }) => (precision ?? 0) >= least);
}
