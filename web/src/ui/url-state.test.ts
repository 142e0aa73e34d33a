import { expect, test } from "vitest";
import { readState, writeState } from "./url-state";

const STANDARD = { q: "", grade: [] as string[], sort: "-priority" };

test("an address without parameters is the standard", () => {
  expect(readState(new URLSearchParams(), STANDARD)).toEqual(STANDARD);
});

test("what is written is read again, and what equals the standard is left out", () => {
  const state = { q: "KH", grade: ["high", "medium"], sort: "-priority" };
  const written = writeState(new URLSearchParams("lang=en"), STANDARD, state);
  expect(written.toString()).toBe("lang=en&q=KH&grade=high&grade=medium");
  expect(readState(written, STANDARD)).toEqual(state);
});

test("nothing chosen differs from a standard that chooses something", () => {
  const standard = { state: ["open"] };
  const written = writeState(new URLSearchParams(), standard, { state: [] });
  expect(written.toString()).toBe("state=");
  expect(readState(written, standard)).toEqual({ state: [] });
});
