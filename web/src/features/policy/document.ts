/** Editing the text of a document part by part: what is not touched keeps its order, comments and quotes. */
import { type Document, isCollection, parseDocument } from "yaml";

export type Path = readonly (string | number)[];

function written(text: string, edit: (document: Document) => void): string {
  const document = parseDocument(text);
  if (document.errors.length) return text;
  edit(document);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** New parts are written on one line, as those beside them are. */
function node(document: Document, value: unknown) {
  const made = document.createNode(value);
  if (isCollection(made)) made.flow = true;
  return made;
}

export const set = (text: string, path: Path, value: unknown): string =>
  written(text, (document) => document.setIn(path, node(document, value)));
export const add = (text: string, path: Path, value: unknown): string =>
  written(text, (document) => document.addIn(path, node(document, value)));
export const remove = (text: string, path: Path): string => written(text, (document) => document.deleteIn(path));

/** Several parts at once; a part without a value is taken out. */
export const setAll = (text: string, parts: readonly (readonly [Path, unknown])[]): string =>
  written(text, (document) => {
    for (const [path, value] of parts)
      if (value === undefined) document.deleteIn(path);
      else document.setIn(path, node(document, value));
  });

/** A value that says nothing when it is the default is taken out instead. */
export const setOrRemove = (text: string, path: Path, value: unknown, isDefault: boolean): string =>
  isDefault ? remove(text, path) : set(text, path, value);

/** Put a whole rule under its key, over several lines, as the others stand. */
export const setBlock = (text: string, path: Path, value: unknown): string =>
  written(text, (document) => document.setIn(path, document.createNode(value)));

export interface History {
  past: readonly string[];
  text: string;
  future: readonly string[];
  /** What was edited last: typing on in the same place is one step. */
  place: string;
}
export const MOST_STEPS = 200;

export const begun = (text: string): History => ({ past: [], text, future: [], place: "" });

export function typed(history: History, text: string, place: string): History {
  if (text === history.text) return history;
  const isSame = place !== "" && place === history.place && history.future.length === 0;
  const past = isSame ? history.past : [...history.past, history.text].slice(-MOST_STEPS);
  return { past, text, future: [], place };
}
export function undone({ past, text, future }: History): History {
  const before = past.at(-1);
  if (before === undefined) return { past, text, future, place: "" };
  return { past: past.slice(0, -1), text: before, future: [text, ...future], place: "" };
}
export function redone({ past, text, future }: History): History {
  const [next, ...rest] = future;
  if (next === undefined) return { past, text, future, place: "" };
  return { past: [...past, text], text: next, future: rest, place: "" };
}
