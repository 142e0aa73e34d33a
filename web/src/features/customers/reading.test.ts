import { describe, expect, it } from "vitest";
import { changeText, readingText } from "./reading";

const zh = { yes: "是", no: "否" };
const en = { yes: "yes", no: "no" };

describe("a reading", () => {
  it.each([
    ["53820.41", "minor:CNY", "53,820.41", "53,820.41"],
    ["1200", "minor:JPY", "1,200", "1,200"],
    [41, "days", "41天", "41 days"],
    [1, "days", "1天", "1 day"],
    [0.18181818, "share", "18.2%", "18.2%"],
    [2, "count", "2", "2"],
    [1.5, "multiple", "1.50×", "1.50×"],
    [3.25, "years", "3.3年", "3.3 years"],
    [61.5, "points", "61.5", "61.5"],
    [1, "flag", "是", "yes"],
    [0, "flag", "否", "no"],
    [7, "parsecs", "7", "7"],
  ])("%s %s is written %s, %s", (value, unit, chinese, english) => {
    expect(readingText(value, unit, "zh-CN", zh)).toBe(chinese);
    expect(readingText(value, unit, "en", en)).toBe(english);
  });
});

describe("a change", () => {
  it.each([
    [0.05, "share", "+5 pp"],
    [-0.125, "share", "−12.5 pp"],
    [12, "days", "+12 days"],
    [0, "count", "±0"],
    [1, "flag", "+1"],
    ["-1.50", "minor:CNY", "−1.50"],
  ])("%s %s is written %s", (change, unit, text) => {
    expect(changeText(change, unit, "en", en)).toBe(text);
  });
});
