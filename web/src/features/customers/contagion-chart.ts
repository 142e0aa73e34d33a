/** Who is hit when a customer fails, as a picture: the customer on the left, the rounds to its right. Pure. */
import { INK, RISK } from "@/app/theme";
import type { Hit } from "./types";

/** So many parties are drawn, those with most at stake; the table has all. */
export const MOST_DRAWN = 12;

type Drawn = Pick<Hit, "code" | "name" | "round" | "distress" | "ties">;
type Words = { name: string; code: string; hidden: string };
export type Graph = { option: Record<string, unknown>; height: number };

const ROW = 48;

/** Each party stands in the column of its round, evenly apart; a line leads to it from whom it was hit. */
export function contagionChart(hits: readonly Drawn[], words: Words): Graph {
  const drawn = hits.slice(0, MOST_DRAWN);
  const columns = [1, 2].map((round) => drawn.filter((hit) => hit.round === round));
  const rows = Math.max(1, ...columns.map((column) => column.length));
  const height = rows * ROW + 40;
  const keys = new Map<string, string>([[words.code, "start"]]);
  const nodes = [node("start", words.name, 0, height / 2, 26, RISK.high.fill)];
  columns.forEach((column, place) => {
    column.forEach((hit, index) => {
      const key = `${place}-${index}`;
      if (hit.code) keys.set(hit.code, key);
      const y = ((index + 0.5) * height) / column.length;
      nodes.push(node(key, hit.name ?? words.hidden, place + 1, y, 10 + 14 * hit.distress, RISK.medium.fill));
    });
  });
  const lines = columns.flatMap((column, place) =>
    column.flatMap((hit, index) =>
      hit.ties
        .map((tie) => (tie.code === null ? undefined : keys.get(tie.code)))
        .filter((from) => from !== undefined)
        .map((from) => ({ source: from, target: `${place}-${index}` })),
    ),
  );
  return {
    height,
    option: {
      grid: { left: 0, right: 0, top: 0, bottom: 0 },
      xAxis: { type: "value", min: -0.5, max: 2.5, show: false },
      yAxis: { type: "value", min: 0, max: height, inverse: true, show: false },
      series: [
        {
          type: "graph",
          coordinateSystem: "cartesian2d",
          data: nodes,
          links: lines.filter((line, at) => lines.findIndex((other) => same(line, other)) === at),
          edgeSymbol: ["none", "arrow"],
          edgeSymbolSize: 7,
          lineStyle: { color: "#a1a1aa", width: 1, curveness: 0.06 },
          label: { show: true, position: "bottom", color: INK, fontSize: 12, width: 104, overflow: "truncate" },
          silent: true,
        },
      ],
    },
  };
}

type Line = { source: string; target: string };
const same = (one: Line, other: Line) => one.source === other.source && one.target === other.target;

function node(id: string, name: string, x: number, y: number, symbolSize: number, color: string) {
  return { id, name, value: [x, y], symbolSize, itemStyle: { color } };
}
