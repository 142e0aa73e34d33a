/** Which idempotency key a write carries: a new one, unless the very same was sent before and nobody knows what became of it. */
import { randomKey } from "./client";
import { isTransient } from "./problem";

/** The memory of one form: a key is kept until the server said yes or no to what was sent with it. */
export function sends() {
  const open = new Map<string, string>();
  return async <T>(what: string, send: (key: string) => Promise<T>): Promise<T> => {
    const key = open.get(what) ?? randomKey();
    open.set(what, key);
    try {
      const answer = await send(key);
      open.delete(what);
      return answer;
    } catch (error) {
      if (!isTransient(error)) open.delete(what);
      throw error;
    }
  };
}
