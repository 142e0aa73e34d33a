/** Which lines of a text view are shown: those that differ with what stands around them, or all. */
import type { components } from "@/api/schema";

export type TextLine = components["schemas"]["TextLineShown"];

export const AROUND = 3;

/** Lines to show, and in the place of lines left out how many they are. */
export function shownLines(lines: readonly TextLine[], isWhole: boolean): (TextLine | number)[] {
  if (isWhole) return [...lines];
  const near = new Set<number>();
  for (const [at, { side }] of lines.entries())
    if (side !== "both") for (let each = at - AROUND; each <= at + AROUND; each++) near.add(each);
  const found: (TextLine | number)[] = [];
  for (const [at, line] of lines.entries()) {
    const last = found.at(-1);
    if (near.has(at)) found.push(line);
    else if (typeof last === "number") found[found.length - 1] = last + 1;
    else found.push(1);
  }
  return found;
}
