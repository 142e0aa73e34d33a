import { expect, test } from "vitest";
import { Problem } from "./problem";
import { sends } from "./sends";

type Outcome = "done" | number;

/** The keys that the same form sent with, write after write. */
async function keysOf(...writes: [what: string, outcome: Outcome][]): Promise<string[]> {
  const mine = sends();
  const keys: string[] = [];
  for (const [what, outcome] of writes) {
    const send = async (key: string) => {
      keys.push(key);
      if (outcome !== "done") throw new Problem(outcome, {});
    };
    await mine(what, send).catch(() => undefined);
  }
  return keys;
}

const distinct = (keys: string[]): number => new Set(keys).size;

test.each<[string, [string, Outcome][], number]>([
  [
    "what nobody answered is sent again under the same key",
    [
      ["a", 0],
      ["a", 503],
      ["a", "done"],
    ],
    1,
  ],
  [
    "what was done is done anew under a new key",
    [
      ["a", "done"],
      ["a", "done"],
    ],
    2,
  ],
  [
    "what was refused is asked anew",
    [
      ["a", 422],
      ["a", "done"],
    ],
    2,
  ],
  [
    "what was changed meanwhile is another write",
    [
      ["a", 0],
      ["b", "done"],
    ],
    2,
  ],
  [
    "another write in between does not make the first forgotten",
    [
      ["a", 0],
      ["b", "done"],
      ["a", "done"],
    ],
    2,
  ],
])("%s", async (_, writes, count) => {
  expect(distinct(await keysOf(...writes))).toBe(count);
});

test("a failure is told to whoever sent", async () => {
  await expect(sends()("a", () => Promise.reject(new Problem(503, {})))).rejects.toMatchObject({ status: 503 });
});
