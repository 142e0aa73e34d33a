import { describe, expect, it } from "vitest";
import { chipsOf, EMPTY_LIST, isSameList, listOf, searchOf, withFilter, withNumber, withoutChip } from "./list";

const read = (text: string) => listOf(new URLSearchParams(text));
const written = (text: string) => searchOf(read(text)).toString();

describe("the address of a list", () => {
  it("says nothing for the usual list", () => {
    expect(read("")).toEqual(EMPTY_LIST);
    expect(searchOf(EMPTY_LIST).toString()).toBe("");
  });

  it.each([
    ["q=KH0001"],
    ["grade=high&grade=unrated"],
    ["has_alert=true&overdue_min=0.01&industry=Food%2C+drink"],
    ["score_min=40&score_max=60&sort=score"],
    ["grade=high&columns=name&columns=score&columns=overdue_days_max"],
  ])("comes back as it was: %s", (text) => {
    expect(written(text)).toBe(text);
  });

  it("leaves out unknown words, doubles and blanks", () => {
    expect(written("grade=high&grade=high&colour=red&q=++&sort=-priority")).toBe("grade=high");
  });
});

describe("filters", () => {
  it("are set and taken away", () => {
    const high = withFilter(EMPTY_LIST, "grade", ["high", "medium"]);
    expect(searchOf(high).toString()).toBe("grade=high&grade=medium");
    expect(searchOf(withoutChip(high, { name: "grade", value: "high" })).toString()).toBe("grade=medium");
    expect(withFilter(high, "grade", [])).toEqual(EMPTY_LIST);
    expect(withFilter(high, "grade", null)).toEqual(EMPTY_LIST);
  });

  it("take whole days, and any amount", () => {
    expect(searchOf(withNumber(EMPTY_LIST, "overdue_days_min", 1.5)).toString()).toBe("overdue_days_min=1");
    expect(searchOf(withNumber(EMPTY_LIST, "overdue_min", 1.5)).toString()).toBe("overdue_min=1.5");
    expect(withNumber(EMPTY_LIST, "overdue_days_max", null)).toEqual(EMPTY_LIST);
  });

  it("become chips, all but the search, which stands in its field", () => {
    expect(chipsOf(read("q=a&grade=high&grade=low&overdue_min=1").filters)).toEqual([
      { name: "grade", value: "high" },
      { name: "grade", value: "low" },
      { name: "overdue_min", value: "1" },
    ]);
  });
});

describe("two lists", () => {
  it("are the same whatever the order of words, but not in other columns or another order", () => {
    expect(isSameList(read("tier=high&grade=high"), read("grade=high&tier=high"))).toBe(true);
    expect(isSameList(read("columns=name,score&q=a"), read("q=a&columns=name&columns=score"))).toBe(true);
    expect(isSameList(read("grade=high"), read("grade=high&sort=name"))).toBe(false);
    expect(isSameList(read("grade=high"), read("grade=high&columns=name"))).toBe(false);
    expect(isSameList(read("columns=name&columns=score"), read("columns=score&columns=name"))).toBe(false);
  });
});
