/** An indicator of one's own between the form and the text: measures with a window and a filter, and a formula. Pure. */
import { setAll } from "./document";
import { freeKey, type Label } from "./model";

/** Keys of one's own begin so; shipped ones never do. */
export const OWN = "own_";
export const isOwn = (key: string): boolean => key.startsWith(OWN);

export const FUNCTIONS = ["count", "sum", "min", "max"] as const;
export type Taking = (typeof FUNCTIONS)[number];
export const FORMS = ["plain", "ratio", "difference", "text"] as const;
export type Form = (typeof FORMS)[number];
export const UNITS = ["count", "minor", "share", "days", "multiple", "hours", "years", "points", "flag"] as const;
export const DIMENSIONS = ["financial", "history", "behaviour", "industry", "legal", "customer"] as const;
export const WORSE = ["higher", "lower", "neither"] as const;

export interface Measure {
  fact: string;
  where: string;
  function: Taking;
  /** What is summed, or its least or greatest taken; empty where facts are counted. */
  column: string;
}
export interface Own {
  label: Label;
  dimension: string;
  unit: string;
  worse: string;
  form: Form;
  /** As it is written. */
  formula: string;
  first: Measure;
  second: Measure | null;
}

interface MeasureText extends Partial<Record<Taking, string>> {
  fact: string;
  where?: string;
}
/** The parts of the text that the form knows. */
export interface Indicators {
  measures?: Record<string, MeasureText>;
  indicators?: Record<string, { label: Label; dimension: string; unit: string; worse: string; formula?: string }>;
}

export const firstOf = (key: string): string => `${key}_first`;
export const secondOf = (key: string): string => `${key}_second`;

/** The formula of a form; own text stays as it was. */
export function formulaOf(form: Form, key: string, text: string): string {
  const [a, b] = [firstOf(key), secondOf(key)];
  return { plain: a, ratio: `ratio(${a}, ${b})`, difference: `${a} - ${b}`, text }[form];
}

function formOf(formula: string, key: string): Form {
  const plain = formula.replace(/\s+/g, "");
  return (
    (["plain", "ratio", "difference"] as const).find(
      (form) => formulaOf(form, key, "").replace(/\s+/g, "") === plain,
    ) ?? "text"
  );
}

function measureOf(text: MeasureText): Measure {
  const chosen = FUNCTIONS.find((each) => text[each] !== undefined) ?? "count";
  const column = text[chosen] ?? "*";
  return { fact: text.fact, where: text.where ?? "TRUE", function: chosen, column: column === "*" ? "" : column };
}

/** Reads one's own indicator; null where the text has none that the form could show. */
export function ownIn(document: Indicators | null, key: string): Own | null {
  const found = document?.indicators?.[key];
  const first = document?.measures?.[firstOf(key)];
  const second = document?.measures?.[secondOf(key)];
  if (!found?.label || !first?.fact) return null;
  const formula = found.formula ?? "";
  return {
    label: found.label,
    dimension: found.dimension,
    unit: found.unit,
    worse: found.worse,
    form: formOf(formula, key),
    formula,
    first: measureOf(first),
    second: second?.fact ? measureOf(second) : null,
  };
}

export const ownKeys = (document: Indicators | null): string[] => Object.keys(document?.indicators ?? {}).filter(isOwn);

const written = ({ fact, where, function: taken, column }: Measure) => ({
  fact,
  [taken]: taken === "count" ? "*" : column,
  ...(where === "TRUE" ? {} : { where }),
});

/** Puts an indicator into the text; one that has no second measure leaves none there. */
export function withOwn(text: string, key: string, own: Own): string {
  const { first, second, form, formula, label, dimension, unit, worse } = own;
  const said = { dimension, unit, worse, source: "own", label, formula: formulaOf(form, key, formula) };
  return setAll(text, [
    [["measures", firstOf(key)], written(first)],
    [["measures", secondOf(key)], second ? written(second) : undefined],
    [["indicators", key], said],
  ]);
}

/** The text without some of one's own. */
export function withoutOwn(text: string, keys: readonly string[]): string {
  return setAll(
    text,
    keys.flatMap((key) => [
      [["measures", firstOf(key)], undefined],
      [["measures", secondOf(key)], undefined],
      [["indicators", key], undefined],
    ]),
  );
}

/** A key for a new indicator, made of its English name. */
export function keyFor(document: Indicators | null, name: string): string {
  const taken = [...Object.keys(document?.indicators ?? {}), ...Object.keys(document?.measures ?? {})];
  const wish = `${OWN}${name}`.slice(0, 28);
  return freeKey(/[a-z]/i.test(name) ? wish : `${OWN}indicator`, taken, `${OWN}indicator`);
}

export function begun(label: Label): Own {
  const first: Measure = { fact: "invoice", where: "issue_age < 365", function: "count", column: "" };
  return {
    label,
    dimension: "behaviour",
    unit: "count",
    worse: "higher",
    form: "plain",
    formula: "",
    first,
    second: null,
  };
}

/** Another form of the formula: what it needs is there afterwards, and the unit fits. */
export function formed(own: Own, form: Form, key: string): Own {
  const needsTwo = form === "ratio" || form === "difference";
  const formula = form === "text" ? own.formula || formulaOf(own.form, key, "") : own.formula;
  const unit = form === "ratio" && own.unit === "count" ? "share" : own.unit;
  const second = needsTwo ? (own.second ?? own.first) : form === "plain" ? null : own.second;
  return { ...own, form, formula, unit, second };
}

export interface Window {
  column: string;
  days: number;
}
const WINDOW = /^([a-z][a-z0-9_]*_age) < (\d{1,5})(?: AND (.+))?$/s;

/** The last days that a condition looks at, and what else it asks; a condition put otherwise has no window of its own. */
export function windowIn(where: string): { window: Window | null; rest: string } {
  const [, column, days, rest = "TRUE"] = WINDOW.exec(where) ?? [];
  if (!column || !days || hasOutside(rest, /^OR\b/i)) return { window: null, rest: where };
  return { window: { column, days: Number(days) }, rest: unwrapped(rest) };
}

export function withWindow(window: Window | null, rest: string): string {
  if (!window) return rest;
  const begins = `${window.column} < ${window.days}`;
  if (rest === "TRUE") return begins;
  return `${begins} AND ${hasOutside(rest, /^OR\b/i) ? `(${rest})` : rest}`;
}

/** Does a word stand outside brackets and quotes? */
function hasOutside(text: string, word: RegExp): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === "'") quoted = !quoted;
    if (quoted) continue;
    if (sign === "(") depth++;
    if (sign === ")") depth--;
    if (depth === 0 && (at === 0 || /\W/.test(text[at - 1] ?? "")) && word.test(text.slice(at))) return true;
  }
  return false;
}

/** Takes brackets off that close around the whole. */
function unwrapped(text: string): string {
  if (!text.startsWith("(") || !text.endsWith(")")) return text;
  const inner = text.slice(1, -1);
  let depth = 0;
  let quoted = false;
  for (const sign of inner) {
    if (sign === "'") quoted = !quoted;
    if (quoted) continue;
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    if (depth < 0) return text;
  }
  return inner;
}
