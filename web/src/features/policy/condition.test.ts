import { describe, expect, it } from "vitest";
import { operatorsFor, queryOf, textOf } from "./condition";
import type { Group, Line } from "./model";

const line = (name: string, operator: string, values: Line["values"], against: string | null = null): Line => ({
  name,
  operator,
  values,
  against,
});
const group = (joint: Group["joint"], parts: Group["parts"], negated = false): Group => ({ joint, parts, negated });
const back = (tree: Group) => textOf(queryOf(tree));

describe("conditions", () => {
  it("writes what the server read", () => {
    expect(back(group("all", []))).toBe("TRUE");
    expect(back(group("all", [line("a", ">", [30])]))).toBe("a > 30");
    const any = group("any", [line("score", "<", [60]), line("grade", "IN", ["high", "it's"])]);
    expect(back(group("all", [line("a", ">", [], "days"), any]))).toBe(
      "a > days AND (score < 60 OR grade IN ('high', 'it''s'))",
    );
    expect(back(group("any", [line("a", "IS NULL", []), line("b", "=", [true])], true))).toBe(
      "NOT (a IS NULL OR b = TRUE)",
    );
    expect(back(group("all", [group("any", [line("a", "<", [1])], true), line("b", "=", ["x"])]))).toBe(
      "NOT (a < 1) AND b = 'x'",
    );
    expect(back(group("all", [line("a", ">", [1e21]), line("b", "<", [0.0000001])]))).toBe(
      "a > 1000000000000000000000 AND b < 0.0000001",
    );
  });

  it("says nothing of a line that is not complete", () => {
    for (const value of [null, "", undefined])
      expect(textOf({ combinator: "and", rules: [{ field: "a", operator: "=", value }] })).toBeNull();
    expect(textOf({ combinator: "and", rules: [{ field: "", operator: "=", value: 1 }] })).toBeNull();
    expect(textOf({ combinator: "and", rules: [{ field: "a", operator: "IN", value: [] }] })).toBeNull();
    expect(
      textOf({ combinator: "and", rules: [{ field: "a", operator: "=", value: null, valueSource: "field" }] }),
    ).toBeNull();
  });

  it("offers only operators that make sense", () => {
    expect(operatorsFor("flag")).not.toContain(">");
    expect(operatorsFor("choice")).not.toContain("<");
    expect(operatorsFor("number")).toContain(">=");
  });
});
