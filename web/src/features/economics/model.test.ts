import { describe, expect, it } from "vitest";
import { cellOf, firstDay, heard, queryOf, type RuleFigures, STANDARD, written } from "./model";

const TODAY = new Date("2025-06-16T04:00:00Z");

describe("the question", () => {
  it("ends today and is as many days long as was chosen", () => {
    expect(firstDay(1, TODAY)).toBe("2025-06-16");
    expect(firstDay(365, TODAY)).toBe("2024-06-17");
  });

  it("asks in thousandths what people set in percent", () => {
    expect(queryOf({ ...STANDARD, margin: "12.5" }, TODAY)).toEqual({
      from_day: "2024-06-17",
      horizon_days: 180,
      margin_permille: 125,
      avoided_permille: 500,
      overdue_loss_permille: 500,
      minutes_per_alert: 15,
    });
  });
});

describe("a figure in the address", () => {
  it("names what is counted, and of which rule", () => {
    expect(cellOf(written("false", "overdue_30_days"))).toEqual({ what: "false", rule: "overdue_30_days" });
    expect(cellOf(written("hits"))).toEqual({ what: "hits", rule: "" });
  });

  it("is nothing when there is none", () => {
    expect(cellOf("")).toBeNull();
    expect(cellOf("hits")).toBeNull();
  });
});

it("leaves out rules that were silent, and counts them", () => {
  const rules = [{ hits: 3 }, { hits: 0 }, { hits: 1 }] as RuleFigures[];
  expect(heard(rules)).toEqual({ shown: [rules[0], rules[2]], silent: 1 });
});
