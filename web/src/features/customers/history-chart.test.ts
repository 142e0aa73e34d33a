import { describe, expect, it } from "vitest";
import { RISK } from "@/app/theme";
import { historyChart } from "./history-chart";

const words = { score: "score", range: "range" };
type Series = { name: string; data: unknown[] };

describe("the chart of a score's history", () => {
  const rows = [
    { as_of: "2026-11-22", score: 53, low: 45, high: 61, grade: "high" },
    { as_of: "2026-10-31", score: null, low: null, high: null, grade: "unrated" },
  ];
  const chart = historyChart(rows, words) as { xAxis: { data: string[] }; series: Series[] };

  it("runs from the oldest to the newest", () => {
    expect(chart.xAxis.data).toEqual(["2026-10-31", "2026-11-22"]);
    expect(chart.series.at(-1)?.data).toMatchObject([
      { value: null },
      { value: 53, itemStyle: { color: RISK.high.fill } },
    ]);
  });

  it("stacks the width of the range on its lower end, and leaves a gap where there is none", () => {
    expect(chart.series[0]?.data).toEqual([null, 45]);
    expect(chart.series[1]?.data).toEqual([null, 16]);
  });
});
