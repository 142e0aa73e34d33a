/** Conditions between the builder's tree and the language: the server reads the text, the screen writes it. */
import type { RuleGroupType, RuleType } from "react-querybuilder";
import type { Group, Line } from "./model";

export const OPERATORS = ["=", "<>", ">", ">=", "<", "<=", "IN", "NOT IN", "IS NULL", "IS NOT NULL"] as const;
export type Operator = (typeof OPERATORS)[number];
type Value = string | number | boolean;

const isGroup = (part: Group | Line): part is Group => "parts" in part;

export function queryOf(group: Group): RuleGroupType {
  return {
    combinator: group.joint === "all" ? "and" : "or",
    not: group.negated,
    rules: group.parts.map((part) => (isGroup(part) ? queryOf(part) : ruleOf(part))),
  };
}

function ruleOf({ name, operator, values, against }: Line): RuleType {
  const many = operator === "IN" || operator === "NOT IN";
  return {
    field: name,
    operator,
    value: against ?? (many ? values : (values[0] ?? null)),
    valueSource: against === null ? "value" : "field",
  };
}

/** The text of a query; null while a line is not complete. */
export function textOf(query: RuleGroupType): string | null {
  if (!query.rules.length) return "TRUE";
  const parts = query.rules.map((part) =>
    typeof part === "string" ? null : "rules" in part ? inner(part) : line(part),
  );
  if (parts.includes(null)) return null;
  const text = parts.join(query.combinator === "or" ? " OR " : " AND ");
  return query.not ? `NOT (${text})` : text;
}

function inner(group: RuleGroupType): string | null {
  const text = textOf(group);
  return text === null || group.not || group.rules.length < 2 ? text : `(${text})`;
}

function line({ field, operator, value, valueSource }: RuleType): string | null {
  if (!field) return null;
  if (operator === "IS NULL" || operator === "IS NOT NULL") return `${field} ${operator}`;
  if (valueSource === "field") return value ? `${field} ${operator} ${value as string}` : null;
  if (operator === "IN" || operator === "NOT IN") {
    const items = (Array.isArray(value) ? value : []) as Value[];
    return items.length ? `${field} ${operator} (${items.map(literal).join(", ")})` : null;
  }
  if (value === null || value === undefined || value === "") return null;
  return `${field} ${operator} ${literal(value as Value)}`;
}

function literal(value: Value): string {
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return `'${value.replaceAll("'", "''")}'`;
  return plain(value);
}

/** A number with all its digits: the language knows no exponents. */
function plain(value: number): string {
  const text = String(value);
  if (!/e/i.test(text)) return text;
  return Math.abs(value) < 1 ? value.toFixed(20).replace(/0+$/, "") : BigInt(value).toString();
}

export type FieldKind = "number" | "flag" | "yes" | "choice" | "text" | "day";

/** Which operators make sense for a field: texts and yes-or-no are not put in order; of a day one asks whether it is known. */
export function operatorsFor(kind: FieldKind = "number"): readonly Operator[] {
  switch (kind) {
    case "number":
      return OPERATORS;
    case "flag":
    case "yes":
      return ["=", "IS NULL", "IS NOT NULL"];
    case "day":
      return ["IS NOT NULL", "IS NULL"];
    case "text":
      return ["=", "<>", "IN", "NOT IN", "IS NULL", "IS NOT NULL"];
    default:
      return ["=", "<>", "IN", "NOT IN"];
  }
}
