/** The waterfall of a score change: each bar begins where the one before it ended. Pure. */
import { INK, RISK } from "@/app/theme";

export type Bar = { name: string; from: number; to: number; isTotal: boolean };
type Leg = { words: string; change: number };

/** Points, from hundredths of a point. */
export const points = (hundredths: number): number => hundredths / 100;

/** A change in points, with its sign. */
export function signed(hundredths: number): string {
  const text = Math.abs(points(hundredths)).toFixed(2);
  return hundredths > 0 ? `+${text}` : hundredths < 0 ? `−${text}` : text;
}

/** Old score, one bar per part, new score; nothing where a score is missing. */
export function bars(old: number | null, legs: readonly Leg[], words: { before: string; after: string }): Bar[] {
  if (old === null) return [];
  let at = old;
  const parts = legs.map(({ words: name, change }) => {
    const from = at;
    at += change;
    return { name, from, to: at, isTotal: false };
  });
  return [
    { name: words.before, from: 0, to: old, isTotal: true },
    ...parts,
    { name: words.after, from: 0, to: at, isTotal: true },
  ];
}

const fillOf = ({ from, to, isTotal }: Bar): string =>
  isTotal ? INK : to < from ? RISK.high.fill : to > from ? RISK.low.fill : RISK.unrated.fill;

/** On a `narrow` screen the names of the bars break into lines. */
export function waterfall(drawn: readonly Bar[], narrow = false): Record<string, unknown> {
  const base = { type: "bar", stack: "way", barWidth: "55%" };
  return {
    grid: { left: 4, right: 8, top: 24, bottom: 4, containLabel: true },
    xAxis: {
      type: "category",
      data: drawn.map(({ name }) => name),
      axisLabel: { interval: 0, ...(narrow ? { width: 48, overflow: "break", fontSize: 11 } : {}) },
    },
    yAxis: { type: "value", min: 0, max: 100, interval: 20 },
    series: [
      {
        ...base,
        silent: true,
        itemStyle: { color: "transparent" },
        data: drawn.map(({ from, to }) => points(Math.min(from, to))),
      },
      {
        ...base,
        data: drawn.map((bar) => ({
          value: points(Math.abs(bar.to - bar.from)),
          itemStyle: { color: fillOf(bar) },
          label: {
            show: true,
            position: "top",
            formatter: bar.isTotal ? points(bar.to).toFixed(2) : signed(bar.to - bar.from),
          },
        })),
      },
    ],
  };
}
