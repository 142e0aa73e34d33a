import { expect, test } from "vitest";
import { codeOf, Problem } from "./problem";

test.each([
  ["a refusal explains itself", 422, "ending_not_known", undefined, ""],
  ["a fault of ours has a number", 500, "broke_down", "1f2e", "broke_down · 1f2e"],
  ["silence has a name", 0, "offline", undefined, "offline"],
])("%s", (_, status, code, id, said) => {
  expect(codeOf(new Problem(status, { code, id }))).toBe(said);
});
