import { expect, test } from "vitest";
import { addressOf, customersAt } from "./list-address";

test("a figure without conditions leads to the whole list", () => {
  expect(customersAt("")).toBe("/customers");
  expect(addressOf({ list: "alerts", query: "state=open" })).toBe("/alerts?state=open");
});
