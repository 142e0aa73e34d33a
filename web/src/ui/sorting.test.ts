import { expect, test } from "vitest";
import { nextSort } from "./sorting";

test("numbers begin with the greatest, words with the first; another click turns the order round", () => {
  const amount = { sort: "overdue", align: "right" as const };
  const name = { sort: "name" };
  expect(nextSort(amount, "-priority")).toBe("-overdue");
  expect(nextSort(amount, "-overdue")).toBe("overdue");
  expect(nextSort(amount, "overdue")).toBe("-overdue");
  expect(nextSort(name, undefined)).toBe("name");
  expect(nextSort({ ...name, first: "desc" }, undefined)).toBe("-name");
});
