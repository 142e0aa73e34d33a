import { expect, test } from "vitest";
import { duration, instant, list, money, num, percent, signed, since } from "./format";

test("money is whole units unless asked, in the language's own short words when brief", () => {
  expect(money("en", "1234567.89")).toBe("1,234,568");
  expect(money("en", "1234567.89", { cents: true })).toBe("1,234,567.89");
  expect(money("zh-CN", "182403118.20", { brief: true, currency: "CNY" })).toBe("¥1.82亿");
  expect(money("zh-CN", "23160411", { brief: true })).toBe("2,316万");
  expect(money("en", "23160411", { brief: true })).toBe("23.2M");
  expect(money("zh-CN", "9999", { brief: true })).toBe("9,999");
});

test("a change shows its sign, none for zero", () => {
  expect([3, -2, 0].map((value) => signed("en", value))).toEqual(["+3", "−2", "0"]);
});

test("shares are percent, counts have separators", () => {
  expect(percent("en", "0.1234", 1)).toBe("12.3%");
  expect(num("zh-CN", 1200)).toBe("1,200");
});

test("an instant is shown in the reader's own time, to the minute", () => {
  expect(instant("2026-11-22T02:07:31Z")).toMatch(/^2026-11-2[12] \d{2}:\d7$/);
});

test("the past is told in its greatest unit", () => {
  const now = Date.parse("2026-11-22T12:00:00Z");
  expect(since("en", "2026-11-22T11:59:40Z", now)).toBe("now");
  expect(since("en", "2026-11-22T09:00:00Z", now)).toBe("3 hours ago");
  expect(since("zh-CN", "2026-11-21T12:00:00Z", now)).toBe("昨天");
});

test("a duration has one digit while it is short", () => {
  expect(duration("en", 0.84)).toBe("0.8 sec");
  expect(duration("en", 90)).toBe("1.5 min");
  expect(duration("zh-CN", 7200)).toBe("2小时");
});

test("names are listed as the language does", () => {
  expect(list("zh-CN", ["王伟", "李娜"])).toBe("王伟、李娜");
  expect(list("en", ["Wang", "Li", "Chen"])).toBe("Wang, Li, Chen");
});
