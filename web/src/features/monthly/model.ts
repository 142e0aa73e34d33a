/** The matrix of a monthly report: which grades there are, in which order, and who went from which to which. */
import type { components } from "@/api/schema";

export type Movement = components["schemas"]["MovementDocument"];
export type Cell = components["schemas"]["MovementCell"];
export type Mover = components["schemas"]["MovementCustomer"];

const ORDER = ["new", "low", "medium", "high", "critical", "unrated"];

const placeOf = (grade: string): number => {
  const place = ORDER.indexOf(grade);
  return place < 0 ? ORDER.length : place;
};

export interface Grade {
  key: string;
  words: string;
}

export interface Matrix {
  rows: Grade[];
  columns: Grade[];
  at: (before: string, after: string) => Cell | undefined;
}

function grades(found: readonly Grade[]): Grade[] {
  const each = new Map(found.map((grade) => [grade.key, grade]));
  return [...each.values()].sort((a, b) => placeOf(a.key) - placeOf(b.key) || a.key.localeCompare(b.key));
}

/** Grades that nobody had are left out; the good ones stand first. */
export function matrixOf(cells: readonly Cell[]): Matrix {
  const known = new Map(cells.map((cell) => [`${cell.before}/${cell.after}`, cell]));
  return {
    rows: grades(cells.map((cell) => ({ key: cell.before, words: cell.before_words }))),
    columns: grades(cells.map((cell) => ({ key: cell.after, words: cell.after_words }))),
    at: (before, after) => known.get(`${before}/${after}`),
  };
}

/** How a move between grades reads: worse, better, or none to speak of. */
export function turnOf(before: string, after: string): "worse" | "better" | "none" {
  const ranked = ["low", "medium", "high", "critical"];
  const [from, to] = [ranked.indexOf(before), ranked.indexOf(after)];
  if (from < 0 || to < 0 || from === to) return "none";
  return to > from ? "worse" : "better";
}

/** What a grade in the address is called; one that nobody had stands for itself. */
export function wordsOf(data: Pick<Movement, "matrix">, side: "before" | "after", grade: string): string {
  return data.matrix.find((cell) => cell[side] === grade)?.[`${side}_words`] ?? grade;
}

/** By how many points a score moved, as it is shown: to a tenth. */
export function changeOf({ score, score_before }: Pick<Mover, "score" | "score_before">): number | null {
  return score === null || score_before === null ? null : Math.round((score - score_before) * 10) / 10 || 0;
}
