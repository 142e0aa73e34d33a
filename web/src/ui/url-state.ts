/** What a list shows — filters, sort — lives in the address, so that it can be kept, sent and gone back to. */
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

export type UrlState = Record<string, string | string[]>;

/** Read `standard`'s names from an address; a list where the standard is a list. */
export function readState<S extends UrlState>(search: URLSearchParams, standard: S): S {
  return Object.fromEntries(
    Object.entries(standard).map(([name, value]) => {
      if (!search.has(name)) return [name, value];
      return [name, Array.isArray(value) ? search.getAll(name).filter(Boolean) : (search.get(name) ?? "")];
    }),
  ) as S;
}

/** The address for a state; what equals the standard is left out. */
export function writeState<S extends UrlState>(search: URLSearchParams, standard: S, state: S): URLSearchParams {
  const written = new URLSearchParams(search);
  for (const [name, value] of Object.entries(state)) {
    written.delete(name);
    if (JSON.stringify(value) === JSON.stringify(standard[name])) continue;
    for (const each of Array.isArray(value) && !value.length ? [""] : [value].flat()) written.append(name, each);
  }
  return written;
}

/** State in the address and a setter for parts of it. Pass a `standard` that does not change. */
export function useUrlState<S extends UrlState>(standard: S): [S, (part: Partial<S>) => void] {
  const [search, setSearch] = useSearchParams();
  const state = useMemo(() => readState(search, standard), [search, standard]);
  const set = useCallback(
    (part: Partial<S>) =>
      setSearch((old) => writeState(old, standard, { ...readState(old, standard), ...part }), { replace: true }),
    [setSearch, standard],
  );
  return [state, set];
}
