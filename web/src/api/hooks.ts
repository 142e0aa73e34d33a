/** Server state in components: `useGet`, `useList` (a page of a list) and `useSend`. Nothing else asks the back end. */
import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { currentLanguage, toServer } from "@/i18n/language";
import { API, client } from "./client";
import { writtenCode } from "./customer-address";
import { asProblem, isTransient, type Problem } from "./problem";
import type { paths } from "./schema";
import { sends } from "./sends";

export type Scalar = string | number | boolean;
export type Query = Record<string, Scalar | readonly Scalar[] | null | undefined>;
export interface Args {
  path?: Record<string, string | number>;
  query?: Query;
}
export interface SendArgs extends Args {
  body?: unknown;
}
type Method = "post" | "put" | "patch" | "delete";

type Known = Extract<keyof paths, string>;
type Short<P> = P extends `${typeof API}${infer Rest}` ? Rest : never;
type Full<P extends string> = Extract<`${typeof API}${P}`, Known>;
type JsonOf<R> = R extends { content: { "application/json": infer J } } ? J : null;
type OkOf<R> = R extends { 200: infer A }
  ? JsonOf<A>
  : R extends { 201: infer B }
    ? JsonOf<B>
    : R extends { 202: infer C }
      ? JsonOf<C>
      : null;
type ResponseOf<P extends string, M extends string> =
  paths[Full<P>] extends Record<M, { responses: infer R }> ? OkOf<R> : never;
export type GetPath = Short<Known>;
/** What `GET path` answers, by the generated types. */
export type Got<P extends GetPath> = ResponseOf<P, "get">;

interface Options {
  enabled?: boolean;
  /** Ask again every so many milliseconds; `false` stops. */
  every?: number | false | ((data: unknown) => number | false);
  /** Keep showing the last answer while the next one is fetched. */
  keep?: boolean;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 5 * 60_000,
      retry: (failures, error) => failures < 1 && isTransient(error),
      refetchOnWindowFocus: true,
    },
  },
});

type Call = (path: string, init: object) => Promise<{ data?: unknown }>;

async function call(method: "get" | Method, path: string, args: SendArgs, headers?: HeadersInit): Promise<unknown> {
  const verbs = client as unknown as Record<string, Call>;
  const verb = verbs[method.toUpperCase()];
  if (!verb) throw new Error(`no such method: ${method}`);
  const isForm = args.body instanceof FormData;
  const init = {
    params: { path: inAddress(path, args.path), query: filled(args.query) },
    body: args.body,
    headers,
    ...(isForm ? { bodySerializer: (body: FormData) => body } : {}),
  };
  try {
    return (await verb(API + path, init)).data ?? null;
  } catch (error) {
    throw asProblem(error);
  }
}

/** Everybody names a customer by the code itself; an address cannot hold every code as it is. */
function inAddress(path: string, given: Args["path"]): Args["path"] {
  return given && path.startsWith("/customers/{code}") ? { ...given, code: writtenCode(String(given.code)) } : given;
}

/** A query without the parameters nobody set. */
export function filled(query: Query = {}): Query {
  return Object.fromEntries(
    Object.entries(query).filter(
      ([, value]) => value !== undefined && value !== null && value !== "" && !(Array.isArray(value) && !value.length),
    ),
  );
}

export function get<T>(path: string, args: Args = {}): Promise<T> {
  return call("get", path, args) as Promise<T>;
}

/** The address of a file to download, in the language of the screen: let the browser fetch it through a plain link. */
export function downloadAddress(path: string, query: Query = {}): string {
  const { lang = toServer(currentLanguage()), ...rest } = query;
  const search = new URLSearchParams({ lang: String(lang) });
  for (const [name, value] of Object.entries(filled(rest)))
    for (const one of [value].flat()) search.append(name, String(one));
  return `${API}${path}?${search}`;
}

export function useGet<P extends GetPath>(path: P, args?: Args, options?: Options): UseQueryResult<Got<P>, Problem>;
export function useGet<T>(path: string, args?: Args, options?: Options): UseQueryResult<T, Problem>;
export function useGet(path: string, args: Args = {}, options: Options = {}): UseQueryResult<unknown, Problem> {
  const { every } = options;
  return useQuery<unknown, Problem>({
    queryKey: [path, args.path ?? {}, filled(args.query)],
    queryFn: () => call("get", path, args),
    enabled: options.enabled ?? true,
    refetchInterval: typeof every === "function" ? (query) => every(query.state.data) : (every ?? false),
    placeholderData: options.keep ? keepPreviousData : undefined,
  });
}

/** What `POST path` answers, by the generated types. */
export type Asked<P extends GetPath> = ResponseOf<P, "post">;

/** A question with a body too long for an address; it changes nothing, so it is asked and kept as `useGet` does. */
export function useAsk<P extends GetPath>(
  path: P,
  body: unknown,
  options: Options = {},
): UseQueryResult<Asked<P>, Problem> {
  return useQuery<Asked<P>, Problem>({
    queryKey: [path, JSON.stringify(body)],
    queryFn: () => call("post", path, { body }) as Promise<Asked<P>>,
    enabled: options.enabled ?? true,
    placeholderData: options.keep ? keepPreviousData : undefined,
  });
}

export interface Page<Row> {
  items: Row[];
  next_cursor: string | null;
  total: number | null;
}
type RowOf<D> = D extends { items: (infer R)[] } ? R : never;

export interface List<Row, Document = Page<Row>> {
  rows: Row[];
  document: Document | undefined;
  /** The first page's answer, which alone tells what is true of the whole list: its total, its sums. */
  first: Document | undefined;
  total: number | null;
  /** Number of the page, from 1. */
  page: number;
  size: number;
  next: (() => void) | undefined;
  previous: (() => void) | undefined;
  query: UseQueryResult<Document, Problem>;
}

/** One page of a list at a time, forwards and back by cursors; a changed query starts at its first page. */
export function useList<P extends GetPath>(path: P, args?: Args, options?: Options): List<RowOf<Got<P>>, Got<P>>;
export function useList<Row, Document extends Page<Row> = Page<Row>>(
  path: string,
  args?: Args,
  options?: Options,
): List<Row, Document>;
export function useList(path: string, args: Args = {}, options: Options = {}): List<unknown, unknown> {
  const cache = useQueryClient();
  const size = Number(args.query?.limit ?? 50);
  const asked = JSON.stringify([path, args.path, filled(args.query)]);
  const [place, setPlace] = useState<{ asked: string; cursors: string[] }>({ asked, cursors: [] });
  const cursors = place.asked === asked ? place.cursors : [];
  useEffect(() => setPlace((old) => (old.asked === asked ? old : { asked, cursors: [] })), [asked]);
  const query = useGet<Page<unknown>>(
    path,
    { ...args, query: { ...args.query, limit: size, cursor: cursors.at(-1) } },
    { keep: true, ...options },
  );
  const following = query.data?.next_cursor;
  const firstKey = [path, args.path ?? {}, filled({ ...args.query, limit: size })];
  const first = cursors.length ? cache.getQueryData<Page<unknown>>(firstKey) : query.data;
  return {
    rows: query.data?.items ?? [],
    document: query.data,
    first,
    total: first?.total ?? null,
    page: cursors.length + 1,
    size,
    next: following ? () => setPlace({ asked, cursors: [...cursors, following] }) : undefined,
    previous: cursors.length ? () => setPlace({ asked, cursors: cursors.slice(0, -1) }) : undefined,
    query,
  };
}

/**
 * A write. `refreshes` names the paths whose answers are old afterwards ("/alerts" means every question that begins so).
 * It carries an idempotency key; what is sent again from the same form, after nobody answered, carries the same one.
 */
export function useSend<T = unknown>(
  method: Method,
  path: string,
  options: {
    refreshes?: readonly string[];
    onDone?: (answer: T, sent: SendArgs) => void;
    /** The answer holds a secret, which the server keeps for nobody: sent without an idempotency key. */
    isSecret?: boolean;
  } = {},
): UseMutationResult<T, Problem, SendArgs> {
  const cache = useQueryClient();
  const [mine] = useState(sends);
  return useMutation<T, Problem, SendArgs>({
    mutationFn: (sent) => {
      const send = (key?: string) => call(method, path, sent, key ? { "Idempotency-Key": key } : {}) as Promise<T>;
      return options.isSecret || sent.body instanceof FormData ? send() : mine(JSON.stringify(sent), send);
    },
    onSuccess: async (answer, sent) => {
      options.onDone?.(answer, sent);
      await refresh(cache, options.refreshes ?? []);
    },
  });
}

async function refresh(cache: QueryClient, prefixes: readonly string[]): Promise<void> {
  if (!prefixes.length) return;
  await cache.invalidateQueries({
    predicate: ({ queryKey }) => prefixes.some((prefix) => String(queryKey[0]).startsWith(prefix)),
  });
}
