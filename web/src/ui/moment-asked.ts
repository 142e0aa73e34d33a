/** From when one looks, as an address says it: a day, and the knowledge and the policy of then or of now. Pure. */

/** `as_of`: what had happened by the end of the day; what we knew by the end of `known_on` or at the batch `known_at`. */
export type MomentAsked = {
  as_of: string | null;
  known_on: string | null;
  known_at: number | null;
  /** By the policy of today instead of that of the day. */
  policy: "now" | null;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function dayIn(search: URLSearchParams, name: string): string | null {
  const text = search.get(name) ?? "";
  return DAY.test(text) ? text : null;
}

/** What an address asks for, whatever it is: the server says of a wrong day what is wrong with it. */
const asked = (search: URLSearchParams, name: string): string | null => search.get(name)?.trim() || null;

export function numberIn(search: URLSearchParams, name: string): number | null {
  const given = Number(search.get(name));
  return Number.isSafeInteger(given) && given > 0 ? given : null;
}

export const momentOf = (search: URLSearchParams): MomentAsked => ({
  as_of: asked(search, "as_of"),
  known_on: asked(search, "known_on"),
  known_at: numberIn(search, "known_at"),
  policy: search.get("policy") === "now" ? "now" : null,
});

/** The same address from another moment. */
export function searchFrom(search: URLSearchParams, asked: MomentAsked): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const name of ["as_of", "known_on", "known_at", "policy"] as const) {
    const value = asked[name];
    if (value === null) next.delete(name);
    else next.set(name, String(value));
  }
  return next;
}

/** The part of an API query that says from when one looks. */
export function momentQuery({ as_of, known_on, known_at, policy }: MomentAsked): {
  as_of?: string;
  known_on?: string;
  known_at?: number;
  policy?: "now";
} {
  return {
    ...(as_of ? { as_of } : {}),
    ...(known_on ? { known_on } : {}),
    ...(known_at ? { known_at } : {}),
    ...(policy ? { policy } : {}),
  };
}

/** Whether an address names an earlier day or earlier knowledge. */
export const isPast = ({ as_of, known_on, known_at }: MomentAsked): boolean =>
  as_of !== null || known_on !== null || known_at !== null;

/** Back to today and to everything we know. */
export const TODAY: MomentAsked = { as_of: null, known_on: null, known_at: null, policy: null };
