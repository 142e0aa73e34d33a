import { describe, expect, it } from "vitest";
import { add, begun, redone, remove, set, setBlock, setOrRemove, typed, undone } from "./document";
import {
  factorOf,
  freeKey,
  indicatorsIn,
  inside,
  isEditable,
  type Matrix,
  outside,
  quadrantOf,
  type Rules,
  read,
  said,
  totalWeight,
  wrongBand,
  wrongBin,
  wrongCells,
} from "./model";

const texts = import.meta.glob<string>("../../../../starter/*.yaml", { query: "?raw", import: "default", eager: true });
const starter = (name: string) => texts[`../../../../starter/${name}.yaml`] ?? "";
const differing = (one: string, other: string) => {
  const lines = other.split("\n");
  return one.split("\n").filter((line, index) => line !== lines[index]);
};

describe("editing a text", () => {
  it("changes one line and keeps every other, comments too", () => {
    for (const name of ["scorecard", "grading", "value_card", "matrix", "rules", "signals"])
      expect(set(starter(name), ["source"], "x").replace(/\nsource: x\n$/, "\n")).toBe(starter(name));
    const text = starter("scorecard");
    expect(differing(text, set(text, ["items", 0, "weight"], 20))).toHaveLength(1);
    expect(set(text, ["items", 0, "weight"], 20)).toContain("indicator: overdue_share, weight: 20, bins: [{up_to: 0");
  });

  it("adds and removes items on lines of their own", () => {
    const text = starter("scorecard");
    const more = add(text, ["items"], { indicator: "insolvency", weight: 3, bins: [{ points: 100 }] });
    expect(more).toContain("\n  - {indicator: insolvency, weight: 3, bins: [{points: 100}]}\n");
    expect(remove(more, ["items", 22])).toBe(text);
    expect(setOrRemove(text, ["signal_cap"], 0, true)).not.toContain("signal_cap");
    expect(setOrRemove(text, ["signal_cap"], 9, false)).toContain("signal_cap: 9");
    const rules = setBlock(starter("rules"), ["rules", "mine"], { label: { zh: "a", en: "b" }, when: "score < 1" });
    expect(read<Rules>(rules)?.rules.mine?.when).toBe("score < 1");
  });

  it("leaves alone what is no YAML", () => expect(set("a: [", ["b"], 1)).toBe("a: ["));

  it("goes back and forth; typing on in one place is one step", () => {
    let history = typed(typed(typed(begun("a"), "b", "x"), "c", "x"), "d", "y");
    expect(typed(history, "d", "z")).toBe(history);
    history = undone(history);
    expect([history.text, undone(history).text, undone(undone(history)).text]).toEqual(["c", "a", "a"]);
    expect(redone(history).text).toBe("d");
    expect(redone(redone(history)).text).toBe("d");
    expect(typed(history, "e", "y").future).toEqual([]);
  });
});

describe("documents", () => {
  it("reads what the text says", () => {
    expect(read("- a")).toBeNull();
    expect(read("a: [")).toBeNull();
    const [first] = indicatorsIn(starter("indicators"));
    expect([first?.key, first?.unit]).toEqual(["receivable_minor", "minor"]);
    expect(indicatorsIn("x: 1")).toEqual([]);
    expect([said(first?.label, "zh-CN"), said(undefined, "en")]).toEqual(["应收余额", ""]);
  });

  it("writes numbers as people do, and back", () => {
    expect([outside(0.15, "share"), inside(15, "share")]).toEqual([15, 0.15]);
    expect([outside(1_000_000, "minor"), inside(10_000, "minor")]).toEqual([10_000, 1_000_000]);
    expect([factorOf("days"), factorOf(undefined)]).toEqual([1, 1]);
    expect(totalWeight([{ indicator: "a", weight: 3, bins: [] }])).toBe(3);
  });

  it("finds bins, bands and cells that cannot stand", () => {
    expect(wrongBin([{ up_to: 1, points: 1 }, { points: 0 }])).toBeNull();
    expect(wrongBin([{ up_to: 1, points: 1 }, { up_to: 1, points: 1 }, { points: 0 }])).toBe(1);
    expect(wrongBin([{ points: 1 }, { points: 0 }])).toBe(0);
    expect(wrongBin([{ up_to: 1, points: 1 }])).toBe(0);
    expect(wrongBand([{ below: 60 }, { below: 50 }, {}])).toBe(1);
    const matrix = read<Matrix>(starter("matrix")) as Matrix;
    expect(wrongCells(matrix, ["high", "ordinary"], ["high", "medium", "low"])).toEqual([]);
    expect(wrongCells(matrix, ["top"], ["low"])).toEqual(["top/low"]);
    expect([quadrantOf(matrix, "high", "low"), quadrantOf(matrix, "top", "low")]).toEqual(["star", undefined]);
  });

  it("knows which changes can be gone on with, and finds free keys", () => {
    expect(isEditable({ is_mine: true, state: { code: "outdated", label: "" } })).toBe(true);
    expect(isEditable({ is_mine: true, state: { code: "submitted", label: "" } })).toBe(false);
    expect(isEditable({ is_mine: false, state: { code: "draft", label: "" } })).toBe(false);
    expect(freeKey("Late payers!", ["late_payers"], "rule")).toBe("late_payers_2");
    expect(freeKey("逾期", [], "rule")).toBe("rule");
  });
});
