import { expect, test } from "vitest";
import {
  type Backtest,
  byWorth,
  type Change,
  cellOf,
  type Flag,
  leaders,
  nextLook,
  type Result,
  type SideFigures,
  swapOf,
  written,
} from "./model";

test("a figure in the address comes back as it was, whatever its key holds", () => {
  const cell = { side: "draft", kind: "rule", key: "odd:key", what: "gained" } as const;
  expect(cellOf(written(cell))).toEqual(cell);
});

test.each(["", "draft", "both:rule:fired:x", "live::fired:x", "live:rule:fired"])("%j names no figure", (text) => {
  expect(cellOf(text)).toBeNull();
});

test("only what has not ended is asked for again", () => {
  const at = (code: string) => nextLook({ state: { code } } as Backtest);
  expect([at("waiting"), at("running"), at("cancelling")]).toEqual([2000, 2000, 2000]);
  expect([at("done"), at("failed"), at("cancelled"), nextLook(undefined)]).toEqual([false, false, false, false]);
});

test("a league leaves out what cries at everybody", () => {
  const league = [{ precision: 0.4 }, { precision: 0.1 }, { precision: null }] as SideFigures["league"];
  expect(leaders({ league } as SideFigures, 0.2)).toEqual([{ precision: 0.4 }]);
});

test("what fired on nobody is left out, and of rules the most worth stand first", () => {
  const flag = (kind: string, key: string, fired: number, net: string) => ({ kind, key, fired, net }) as Flag;
  const flags = [
    flag("rule", "a", 1, "-5"),
    flag("rule", "b", 0, "9"),
    flag("rule", "c", 2, "10"),
    flag("any_rule", "any", 3, "1"),
  ];
  expect(byWorth(flags).map(({ key }) => key)).toEqual(["any", "c", "a"]);
});

test("of a rule that is new all it fires on is gained, of one that is gone all it fired on is lost", () => {
  const flags = [{ kind: "rule", key: "a", fired: 7, caught: 2 }] as Flag[];
  const result = { live: { flags: [] as Flag[] }, draft: { flags } } as unknown as Result;
  const row = { kind: "rule", key: "a", is_new: true, is_gone: false, gained: 0, lost: 0 } as Change;
  expect(swapOf(result, row, "gained")).toEqual({
    value: 7,
    bad: 2,
    cell: { side: "draft", kind: "rule", key: "a", what: "fired" },
  });
  const gone = swapOf(
    { live: { flags }, draft: { flags: [] as Flag[] } } as unknown as Result,
    { ...row, is_new: false, is_gone: true },
    "lost",
  );
  expect([gone.value, gone.cell.side]).toEqual([7, "live"]);
  const kept = { ...row, is_new: false, gained: 3, gained_bad: 1 } as Change;
  expect(swapOf(result, kept, "gained")).toMatchObject({ value: 3, bad: 1, cell: { what: "gained" } });
});
