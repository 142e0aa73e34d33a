import { describe, expect, it } from "vitest";
import { type Age, chosenOf, courseOf, drawn, type Figure, GROUPS, grouped, totalOf } from "./model";

const figure = (key: string): Figure => ({ key, unit: "days" }) as Figure;

describe("the figures of the book", () => {
  it("stand in their groups, a new one with the last", () => {
    const found = grouped(["churn_rate", "dso", "something_new"].map(figure));
    expect(found.map(({ group }) => group)).toEqual(Object.keys(GROUPS));
    expect(found.map(({ figures }) => figures.map(({ key }) => key))).toEqual([
      ["dso"],
      [],
      [],
      ["churn_rate", "something_new"],
    ]);
  });

  it("are drawn as per cent where they are shares, and have gaps where there is none", () => {
    const course = {
      items: [
        { as_of: "2026-06-30", values: { hhi: 0.25 } },
        { as_of: "2026-07-31", values: {} },
      ],
    };
    const points = courseOf(course as never, "hhi");
    expect(points.map(({ value }) => drawn(value, "share"))).toEqual([25, null]);
    expect(drawn(41.5, "days")).toBe(41.5);
  });

  it("are added up only where every part is known", () => {
    const ages = [
      { amount: "10.50", expected_loss: "1.00" },
      { amount: "2.00", expected_loss: null },
    ] as Age[];
    expect(totalOf(ages, "amount")).toBe(12.5);
    expect(totalOf(ages, "expected_loss")).toBeNull();
  });

  it("open at the one that the address names, else at the first", () => {
    const figures = ["dso", "hhi"].map(figure);
    expect([chosenOf(figures, "hhi")?.key, chosenOf(figures, "nothing")?.key]).toEqual(["hhi", "dso"]);
    expect(chosenOf([], "hhi")).toBeUndefined();
  });
});
