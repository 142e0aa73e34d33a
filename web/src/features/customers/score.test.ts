import { describe, expect, it } from "vitest";
import { weighed } from "./score";

describe("the items of a score", () => {
  const items = [
    { name: "fine", points: 100, weight: 10 },
    { name: "missing", points: null, weight: 20 },
    { name: "poor", points: 20, weight: 30 },
    { name: "worst", points: 0, weight: 60 },
  ];

  it("stand in the order of what they cost, missing ones last", () => {
    expect(weighed(items).map(({ item }) => item.name)).toEqual(["worst", "poor", "fine", "missing"]);
  });

  it("cost together what the score lacks from 100", () => {
    const cost = weighed(items).reduce((sum, each) => sum + (each.cost ?? 0), 0);
    expect(100 - cost).toBeCloseTo((10 * 100 + 30 * 20 + 60 * 0) / 100);
  });

  it("spread the weight of what is missing", () => {
    expect(weighed(items).map((each) => each.share)).toEqual([0.6, 0.3, 0.1, null]);
  });

  it("cost nothing where nothing is known", () => {
    expect(weighed([{ points: null, weight: 1 }])[0]).toMatchObject({ share: null, cost: null });
  });
});
