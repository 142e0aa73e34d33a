import { describe, expect, it } from "vitest";
import { dayAfter, EMPTY_INBOX, inboxOf, isNarrowed, movesOfAny, searchOf, stepped } from "./list";

const read = (text: string) => inboxOf(new URLSearchParams(text));
const written = (text: string) => searchOf(read(text)).toString();

describe("the address of the inbox", () => {
  it("says nothing for the open alerts of all", () => {
    expect(read("")).toEqual(EMPTY_INBOX);
    expect(written("state=open&sort=-severity")).toBe("");
  });

  it.each([
    ["state=acknowledged"],
    ["state=resolved&state=cleared"],
    ["owner=me&severity=critical&severity=high"],
    ["owner=none&rule=overdue_30_days&q=KH0001"],
    ["owner=12&customer=KH000001&sort=opened"],
    ["severity=high&as_of=2026-03-31&known_on=2026-04-02"],
  ])("comes back as it was: %s", (text) => {
    expect(written(text)).toBe(text);
  });

  it.each([
    ["state=cleared", "closed"],
    ["state=open&state=acknowledged", "all"],
    ["state=melted", "open"],
  ])("finds the box for %s", (text, box) => {
    expect(read(text).box).toBe(box);
  });

  it("leaves out severities that there are not", () => {
    expect(written("severity=awful&severity=low&severity=low")).toBe("severity=low");
  });

  it("knows when it is narrowed", () => {
    expect(isNarrowed(read("state=snoozed&sort=opened"))).toBe(false);
    expect(isNarrowed(read("owner=me"))).toBe(true);
    expect(isNarrowed(read("as_of=2026-03-31"))).toBe(false);
  });
});

describe("keys", () => {
  it.each([
    [0, null, 1, null],
    [3, null, 1, 0],
    [3, null, -1, 2],
    [3, 2, 1, 2],
    [3, 0, -1, 0],
    [3, 1, 1, 2],
  ] as const)("of %s rows, from %s by %s to %s", (places, now, by, then) => {
    expect(stepped(places, now, by)).toBe(then);
  });
});

describe("moves of several alerts", () => {
  const open = { allowed: ["acknowledge", "snooze", "resolve", "assign"] };
  const closed = { allowed: ["reopen"] };
  it("are what some of them allow", () => {
    expect(movesOfAny([])).toEqual([]);
    expect(movesOfAny([open, closed])).toEqual(["acknowledge", "snooze", "resolve", "reopen", "assign"]);
  });
});

describe("days", () => {
  it("cross the end of a month", () => {
    expect(dayAfter("2026-11-28", 3)).toBe("2026-12-01");
  });
});
