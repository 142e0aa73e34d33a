import { expect, test } from "vitest";
import { type Cell, type GradesOn, lastChange, lengths, matrix, shares } from "./model";

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

test("the matrix holds every customer once: a quadrant adds up its grades, mild first", () => {
  const cell = (tier: string, quadrant: string, grade: string, customers: number, overdue: string | null = "1.50") =>
    ({ tier, tier_words: tier.toUpperCase(), quadrant, grade, customers, receivable: "10.00", overdue }) as Cell;
  const rows = matrix([
    cell("ordinary", "plain", "low", 83, null),
    cell("ordinary", "plain", "medium", 54),
    cell("high", "watch", "high", 32),
    cell("high", "watch", "medium", 4),
    cell("high", "star", "high", 4),
    cell("high", "star", "medium", 45),
    cell("high", "star", "low", 39),
  ]);
  expect(rows.map(({ label, quadrants }) => [label, quadrants.map(({ key, customers }) => [key, customers])])).toEqual([
    [
      "HIGH",
      [
        ["star", 88],
        ["watch", 36],
      ],
    ],
    ["ORDINARY", [["plain", 137]]],
  ]);
  const [star] = rows[0]?.quadrants ?? [];
  expect(star).toMatchObject({ receivable: 30, overdue: 4.5, query: "quadrant=star&tier=high" });
  expect(star?.grades.map(({ grade, customers }) => [grade, customers])).toEqual([
    ["low", 39],
    ["medium", 45],
    ["high", 4],
  ]);
  expect(rows[1]?.quadrants[0]?.overdue).toBeNull();
});
