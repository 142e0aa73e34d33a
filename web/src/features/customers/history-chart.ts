/** The chart of a score's history: the line, the range around it, each point in the colour of its grade. Pure. */
import { INK, RISK, type Risk } from "@/app/theme";
import type { HistoryRow } from "./types";

type Words = { score: string; range: string };
type Row = Pick<HistoryRow, "as_of" | "score" | "low" | "high" | "grade">;

/** Rows come newest first and are drawn oldest first. */
export function historyChart(rows: readonly Row[], words: Words): Record<string, unknown> {
  const drawn = [...rows].reverse();
  const band = { type: "line", stack: "range", symbol: "none", silent: true, lineStyle: { opacity: 0 } };
  return {
    grid: { left: 4, right: 12, top: 10, bottom: 4, containLabel: true },
    tooltip: {
      trigger: "axis",
      valueFormatter: (value: unknown) => (typeof value === "number" ? value.toFixed(1) : "—"),
    },
    xAxis: { type: "category", boundaryGap: false, data: drawn.map(({ as_of }) => as_of) },
    yAxis: { type: "value", min: 0, max: 100, interval: 20 },
    series: [
      { ...band, name: "", data: drawn.map(({ low }) => low), tooltip: { show: false } },
      {
        ...band,
        name: words.range,
        data: drawn.map(({ low, high }) => (low === null || high === null ? null : high - low)),
        areaStyle: { color: "#e7e7ea", opacity: 0.8 },
        tooltip: { show: false },
      },
      {
        type: "line",
        name: words.score,
        data: drawn.map(({ score, grade }) => ({ value: score, itemStyle: { color: fillOf(grade) } })),
        symbol: "circle",
        symbolSize: 7,
        lineStyle: { color: INK, width: 1.5 },
      },
    ],
  };
}

const fillOf = (grade: string): string => (RISK[grade as Risk] ?? RISK.unrated).fill;
