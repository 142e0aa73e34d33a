import { expect, test } from "vitest";
import { firstChoice, givenUp, inOrder, type Rule, stepOf } from "./model";

const rule = (key: string, fires_now: number, enabled = true) => ({ key, fires_now, enabled }) as Rule;

test("the advised rules come first, then those that fire most", () => {
  const rules = [rule("a", 1), rule("b", 9), rule("high_risk_score", 0), rule("overdue_30_days", 0)];
  expect(inOrder(rules).map(({ key }) => key)).toEqual(["overdue_30_days", "high_risk_score", "b", "a"]);
});

test("a small choice already made is kept, a full list is narrowed to the advised", () => {
  expect(firstChoice([rule("a", 0), rule("b", 0, false)])).toEqual(["a"]);
  const many = ["a", "b", "c", "d", "e", "overdue_30_days"].map((key) => rule(key, 0));
  expect(firstChoice(many)).toEqual(["overdue_30_days"]);
});

test("the first step that is not done waits", () => {
  expect(stepOf([])).toBe("import");
  const imported = ["customers", "invoices"].map((key) => ({ key, done: true }));
  expect(stepOf(imported.slice(1))).toBe("import");
  expect(stepOf([...imported, { key: "alerts", done: true }])).toBe("rules");
  expect(stepOf([...imported, { key: "rules", done: true }])).toBe("alerts");
});

test("a choice tells what it switches off", () => {
  const rules = [rule("a", 1), rule("b", 9), rule("c", 0, false)].map((each) => ({ ...each, open_alerts: 3 }));
  expect(givenUp(rules, new Set(["a"]))).toEqual({ rules: 1, alerts: 3 });
  expect(givenUp(rules, new Set(["a", "b", "c"]))).toEqual({ rules: 0, alerts: 0 });
});
