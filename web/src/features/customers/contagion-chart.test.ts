import { expect, test } from "vitest";
import { contagionChart, MOST_DRAWN } from "./contagion-chart";

const words = { name: "X", code: "KX", hidden: "hidden" };
const tie = (code: string | null) => ({
  kind: "group" as const,
  words: "",
  code,
  name: code,
  amount: null,
  share: null,
});
const hit = (code: string | null, round: number, ...from: (string | null)[]) => ({
  code,
  name: code,
  round,
  distress: 0.5,
  ties: from.map(tie),
});

function drawn(hits: Parameters<typeof contagionChart>[0]) {
  const series = contagionChart(hits, words).option.series as {
    data: { id: string; name: string; value: number[] }[];
    links: object[];
  }[];
  return series[0] as (typeof series)[number];
}

test("parties stand in the column of their round, tied to whom they were hit by", () => {
  const { data, links } = drawn([hit("A", 1, "KX"), hit("B", 2, "A", "A"), hit(null, 1, "KX")]);
  expect(data.map(({ name, value }) => [name, value[0]])).toEqual([
    ["X", 0],
    ["A", 1],
    ["hidden", 1],
    ["B", 2],
  ]);
  expect(links).toEqual([
    { source: "start", target: "0-0" },
    { source: "start", target: "0-1" },
    { source: "0-0", target: "1-0" },
  ]);
});

test("a tie from a party that is not drawn has no line, and only so many are drawn", () => {
  expect(drawn([hit("A", 1, "elsewhere", null)]).links).toEqual([]);
  expect(drawn(Array.from({ length: 30 }, (_, at) => hit(`K${at}`, 1, "KX"))).data).toHaveLength(MOST_DRAWN + 1);
});
