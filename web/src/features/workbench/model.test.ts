import { expect, test } from "vitest";
import { neededSteps, type SetUp, type Waiting, waitingParts } from "./model";

const figure = (value: number, query = "") => ({ value, list: "alerts" as const, query });
const none: Waiting = {
  my_alerts: figure(0),
  unassigned: figure(0),
  snoozed: figure(4, "state=snoozed"),
  snoozes_ending: 0,
  open_rejects: null,
  imports_running: null,
};

test("only what waits is told, one's own alerts first", () => {
  const parts = waitingParts({
    ...none,
    my_alerts: figure(3, "owner=me"),
    imports_running: { ...figure(1), list: "imports" },
  });
  expect(parts).toEqual([
    { key: "my_alerts", count: 3, to: "/alerts?owner=me" },
    { key: "imports_running", count: 1, to: "/imports" },
  ]);
});

test("snoozes that end lead to all snoozes; those that do not are not told", () => {
  expect(waitingParts(none)).toEqual([]);
  expect(waitingParts({ ...none, snoozes_ending: 2 })).toEqual([
    { key: "snoozes_ending", count: 2, to: "/alerts?state=snoozed" },
  ]);
});

test("optional steps are not among those that must be taken", () => {
  const steps = [
    { key: "customers", done: true, path: "/imports/new", is_optional: false },
    { key: "people", done: false, path: "/settings/people", is_optional: true },
  ] as SetUp["steps"];
  expect(neededSteps({ done: true, steps }).map(({ key }) => key)).toEqual(["customers"]);
});
