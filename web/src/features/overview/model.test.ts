import { expect, test } from "vitest";
import { type Cell, type GradesOn, grid, lastChange, lengths, shares } from "./model";

test("a bar is as long as its amount is to the greatest", () => {
  expect(lengths(["50", "200", null, "-3"])).toEqual([0.25, 1, 0, 0]);
  expect(lengths([])).toEqual([]);
});

test("shares add up to one, and without a sum there are none", () => {
  expect(shares(["25", "75"])).toEqual([0.25, 0.75]);
  expect(shares(["0", "0"])).toEqual([null, null]);
});

test("a grade's change is told between the last two days on record; one day alone tells none", () => {
  const points: GradesOn[] = [
    { as_of: "2026-09-30", counts: { high: 9 } },
    { as_of: "2026-10-31", counts: { high: 5 } },
    { as_of: "2026-11-22", counts: { high: 7, low: 1 } },
  ];
  expect(lastChange(points, "high")).toEqual({ since: "2026-10-31", count: 2 });
  expect(lastChange(points, "low")).toEqual({ since: "2026-10-31", count: 1 });
  expect(lastChange(points.slice(0, 1), "high")).toBeNull();
});

test("the matrix stands in rows of value and columns of risk; a cell without customers stays empty", () => {
  const cell = (tier: string, grade: string) => ({ tier, tier_words: tier.toUpperCase(), grade }) as Cell;
  const { grades, rows } = grid([cell("ordinary", "low"), cell("high", "high"), cell("high", "low")]);
  expect(grades.map(({ grade }) => grade)).toEqual(["low", "high"]);
  expect(rows.map(({ label, cells }) => [label, cells.map((each) => each?.grade)])).toEqual([
    ["HIGH", ["low", "high"]],
    ["ORDINARY", ["low", undefined]],
  ]);
});
