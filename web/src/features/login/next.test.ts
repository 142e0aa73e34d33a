import { expect, test } from "vitest";
import { safeNext } from "./next";

test.each([
  ["/customers?grade=high", "/customers?grade=high"],
  [null, "/workbench"],
  ["https://elsewhere.example", "/workbench"],
  ["//elsewhere.example", "/workbench"],
  ["/\\elsewhere.example", "/workbench"],
  ["/\t/elsewhere.example", "/workbench"],
  ["/\n\\elsewhere.example", "/workbench"],
  ["/.//elsewhere.example", "/workbench"],
  ["//[", "/workbench"],
  ["/login?next=/login", "/workbench"],
])("after the log-in %s leads to %s", (asked, place) => {
  expect(safeNext(asked)).toBe(place);
});
