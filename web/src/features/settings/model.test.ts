import { expect, test } from "vitest";
import {
  browserOf,
  changedRules,
  choiceOf,
  draftOf,
  type MemberRow,
  membersOn,
  partsFor,
  type RuleListed,
  readDays,
  rightsByArea,
} from "./model";

test("a person without special rights sees only the own part", () => {
  expect(partsFor(() => false).map(({ key }) => key)).toEqual(["me"]);
  expect(partsFor((operation) => operation === "audit").map(({ key }) => key)).toEqual(["me", "audit"]);
});

test("rights stand in groups, and one no group names stands in the last", () => {
  const groups = rightsByArea([{ operations: ["rules", "overview"] }, { operations: ["novelty", "rules"] }]);
  expect(groups).toEqual([
    { area: "customers", operations: ["overview"] },
    { area: "rules", operations: ["rules"] },
    { area: "other", operations: ["novelty"] },
  ]);
});

test.each([
  ["Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0 Safari/537.36 Edg/156.0", "Edge · Windows"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Safari/604.1", "Safari · iOS"],
  ["Mozilla/5.0 (Linux; Android 15) Chrome/156.0 MicroMessenger/8.0", "WeChat · Android"],
  ["curl/8.0", "curl/8.0"],
])("%s is %s", (agent, words) => {
  expect(browserOf(agent)).toBe(words);
});

const rule = (key: string, value: string, written = value, enabled = true) =>
  ({ key, enabled, thresholds: [{ name: "limit", value, default: written }] }) as RuleListed;

test("rules nobody touched are not changed, however their numbers are written", () => {
  const rules = [rule("late", "50000.00"), rule("calm", "0.3", "0.5")];
  const draft = draftOf(rules);
  expect(changedRules(rules, draft)).toEqual([]);
  expect(changedRules(rules, { ...draft, thresholds: { ...draft.thresholds, late: { limit: "50000" } } })).toEqual([]);
});

test("a choice holds the rules that are on and the numbers that differ from the written ones", () => {
  const rules = [rule("late", "50000.00"), rule("calm", "0.3", "0.5"), rule("off", "1", "1", false)];
  const draft = { enabled: new Set(["calm"]), thresholds: { ...draftOf(rules).thresholds, late: { limit: "80000" } } };
  expect(changedRules(rules, draft)).toEqual(["late"]);
  expect(choiceOf(rules, draft)).toEqual({
    enabled: ["calm"],
    thresholds: { late: { limit: "80000" }, calm: { limit: "0.3" } },
  });
});

test("days are read however they are separated; what is no day is named", () => {
  expect(readDays("2026-10-02，2026-10-01\n2026-02-30 soon")).toEqual({
    days: ["2026-10-01", "2026-10-02"],
    wrong: ["2026-02-30", "soon"],
  });
});

test("both ends of a membership count", () => {
  const member = (from_day: string, to_day: string | null) => ({ from_day, to_day }) as MemberRow;
  const team = {
    members: [member("2026-01-01", "2026-03-31"), member("2026-03-31", null), member("2026-04-01", null)],
  };
  expect(membersOn(team, "2026-03-31")).toEqual(team.members.slice(0, 2));
});
