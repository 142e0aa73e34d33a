import { describe, expect, it } from "vitest";
import { byDay } from "./timeline";

describe("a timeline", () => {
  it("is empty where nothing happened", () => {
    expect(byDay([])).toEqual([]);
  });

  it("gathers what happened on one day, in the order it comes", () => {
    const entries = [
      { on: "2026-11-22", id: 3 },
      { on: "2026-11-22", id: 1 },
      { on: "2026-11-20", id: 2 },
    ];
    expect(byDay(entries).map(({ on, entries: each }) => [on, each.map(({ id }) => id)])).toEqual([
      ["2026-11-22", [3, 1]],
      ["2026-11-20", [2]],
    ]);
  });
});
