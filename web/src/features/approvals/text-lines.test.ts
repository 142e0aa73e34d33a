import { describe, expect, it } from "vitest";
import { shownLines, type TextLine } from "./text-lines";

const both = (count: number): TextLine[] =>
  Array.from({ length: count }, (_, at) => ({ side: "both", before: at + 1, after: at + 1, text: "a" }));
const gone: TextLine = { side: "before", before: 9, after: null, text: "b" };

describe("lines of a text view", () => {
  it("leaves out what stands far from a difference, and says how much", () => {
    const shown = shownLines([...both(8), gone, ...both(5)], false);
    expect(shown.map((each) => (typeof each === "number" ? each : each.side))).toEqual([
      5,
      ...["both", "both", "both", "before", "both", "both", "both"],
      2,
    ]);
  });
  it("shows everything when asked", () => {
    expect(shownLines([...both(8), gone], true)).toHaveLength(9);
  });
  it("shows a number only when nothing differs", () => {
    expect(shownLines(both(4), false)).toEqual([4]);
  });
});
