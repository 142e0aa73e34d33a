import { describe, expect, it } from "vitest";
import {
  begun,
  firstOf,
  formed,
  type Indicators,
  keyFor,
  type Own,
  ownIn,
  ownKeys,
  secondOf,
  windowIn,
  withOwn,
  withoutOwn,
  withWindow,
} from "./making";
import { read } from "./model";

const TEXT = `# what we measure
measures:
  receivable_minor: {fact: invoice, sum: open_minor, where: "is_open"}
indicators:
  receivable_minor: {dimension: financial, unit: minor, worse: higher, source: "docs", label: {zh: 应收, en: Owed}}
`;
const KEY = "own_late_share";
const RATIO: Own = {
  label: { zh: "迟付占比", en: "Late share" },
  dimension: "behaviour",
  unit: "share",
  worse: "higher",
  form: "ratio",
  formula: `ratio(${firstOf(KEY)}, ${secondOf(KEY)})`,
  first: { fact: "invoice", where: "issue_age < 90 AND days_late > 0", function: "count", column: "" },
  second: { fact: "invoice", where: "TRUE", function: "sum", column: "open_minor" },
};

const parsed = (text: string) => read<Indicators>(text);

describe("an indicator of one's own in the text", () => {
  it("comes back as it was put in, and leaves the rest alone", () => {
    const text = withOwn(TEXT, KEY, RATIO);
    expect(ownIn(parsed(text), KEY)).toEqual(RATIO);
    expect(ownKeys(parsed(text))).toEqual([KEY]);
    expect(text).toContain("# what we measure");
    expect(text).toContain('receivable_minor: {fact: invoice, sum: open_minor, where: "is_open"}');
    expect(withoutOwn(text, [KEY])).toBe(TEXT);
  });

  it("loses its second measure when it needs none", () => {
    const plain = formed(RATIO, "plain", KEY);
    const text = withOwn(withOwn(TEXT, KEY, RATIO), KEY, plain);
    expect(text).not.toContain(secondOf(KEY));
    expect(ownIn(parsed(text), KEY)).toEqual({ ...plain, formula: firstOf(KEY) });
  });

  it("begins with a copy of its first measure, as a share, when it becomes a ratio", () => {
    const ratio = formed(begun({ zh: "甲", en: "A" }), "ratio", KEY);
    expect(ratio.second).toEqual(ratio.first);
    expect(ratio.unit).toBe("share");
  });

  it("keeps a formula of its own as it is written", () => {
    const own = { ...formed(RATIO, "text", KEY), formula: `clamp(${firstOf(KEY)}, 0, 9)` };
    expect(ownIn(parsed(withOwn(TEXT, KEY, own)), KEY)).toEqual(own);
    expect(formed(RATIO, "text", KEY).formula).toBe(RATIO.formula);
  });

  it("is none of those that are shipped or written in another way", () => {
    expect(ownIn(parsed(TEXT), "receivable_minor")).toBeNull();
    expect(ownIn(parsed("not: yaml: at all"), KEY)).toBeNull();
  });

  it("gets a key that is free", () => {
    expect(keyFor(parsed(TEXT), "Late share, small")).toBe("own_late_share_small");
    expect(keyFor(parsed(withOwn(TEXT, KEY, RATIO)), "late share")).toBe("own_late_share_2");
    expect(keyFor(parsed(TEXT), "迟付")).toBe("own_indicator");
  });
});

describe("a window", () => {
  it.each([
    ["issue_age < 365", { column: "issue_age", days: 365 }, "TRUE"],
    ["issue_age < 365 AND days_late > 0", { column: "issue_age", days: 365 }, "days_late > 0"],
    ["issue_age < 90 AND (a > 1 OR b = 'x OR y')", { column: "issue_age", days: 90 }, "a > 1 OR b = 'x OR y'"],
    [
      "issue_age < 90 AND (a > 1 OR b > 2) AND (c = 1)",
      { column: "issue_age", days: 90 },
      "(a > 1 OR b > 2) AND (c = 1)",
    ],
  ])("of %s is found and put back", (where, window, rest) => {
    expect(windowIn(where)).toEqual({ window, rest });
    expect(withWindow(window, rest)).toBe(where);
  });

  it.each(["issue_age < 90 AND a > 1 OR b > 2", "days_late > 0", "issue_age <= 90", "TRUE"])(
    "of %s is none",
    (where) => {
      expect(windowIn(where)).toEqual({ window: null, rest: where });
      expect(withWindow(null, where)).toBe(where);
    },
  );
});
