import { describe, expect, it } from "vitest";
import { inserted, type Letters, moved, type Plans, placesIn, type Strategies, withoutPlan } from "./conduct";
import { set } from "./document";
import { type Rules, read } from "./model";

const texts = import.meta.glob<string>("../../../../starter/*.yaml", { query: "?raw", import: "default", eager: true });
const starter = (name: string) => texts[`../../../../starter/${name}.yaml`] ?? "";

describe("strategies, plans and letters", () => {
  it("finds rules without a plan; of the shipped ones there is none", () => {
    const plans = read<Plans>(starter("contingency_plans")) as Plans;
    const rules = Object.keys(read<Rules>(starter("rules"))?.rules ?? {});
    expect(withoutPlan(plans, rules)).toEqual([]);
    expect(withoutPlan(plans, [...rules, "mine"])).toEqual(["mine"]);
  });

  it("finds the placeholders of a letter in both languages", () => {
    const both = (zh: string, en: string) => ({ zh, en });
    expect(placesIn({ subject: both("{a}", "b"), body: both("{c} {a}", "{d}\n{ e") })).toEqual(["a", "c", "d"]);
    expect(inserted("ab", 1, "today")).toBe("a{today}b");
  });

  it("changes one line of a strategy, and a letter's text as a block", () => {
    const text = starter("strategies");
    const path = ["quadrants", "key_watch", "deposit_percent"];
    const lines = text.split("\n");
    const changed = set(text, path, 40).split("\n");
    expect(changed.filter((line, index) => line !== lines[index])).toEqual(["    deposit_percent: 40"]);
    expect(read<Strategies>(set(text, path, 40))?.quadrants.key_watch?.deposit_percent).toBe(40);
    const body = "尊敬的{customer}：\n\n您好。\n";
    const letters = set(starter("letters"), ["letters", "care", "body", "zh"], body);
    expect(read<Letters>(letters)?.letters.care?.body.zh).toBe(body);
    expect(letters).toContain("      zh: |\n        尊敬的{customer}：\n\n        您好。\n");
  });

  it("moves an item", () => {
    expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
    expect(moved(["a"], 4, 0)).toEqual(["a"]);
  });
});
