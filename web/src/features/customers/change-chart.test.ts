import { describe, expect, it } from "vitest";
import { bars, waterfall } from "./change-chart";

const words = { before: "old", after: "new" };
const legs = [
  { words: "time", change: -1700 },
  { words: "data", change: 50 },
];

describe("the waterfall of a score change", () => {
  it("begins each bar where the one before it ended", () => {
    expect(bars(8350, legs, words)).toEqual([
      { name: "old", from: 0, to: 8350, isTotal: true },
      { name: "time", from: 8350, to: 6650, isTotal: false },
      { name: "data", from: 6650, to: 6700, isTotal: false },
      { name: "new", from: 0, to: 6700, isTotal: true },
    ]);
  });

  it("draws nothing without an old score", () => {
    expect(bars(null, legs, words)).toEqual([]);
  });

  it("stands a falling bar on its end and a rising one on its beginning", () => {
    const { series } = waterfall(bars(8350, legs, words)) as {
      series: [{ data: number[] }, { data: { value: number }[] }];
    };
    expect(series[0].data).toEqual([0, 66.5, 66.5, 0]);
    expect(series[1].data.map(({ value }) => value)).toEqual([83.5, 17, 0.5, 67]);
  });
});
