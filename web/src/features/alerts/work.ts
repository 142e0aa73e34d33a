/** What a person does in the inbox: choosing, asking, walking by keys. */
import { type RefObject, useCallback, useMemo, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { useGet } from "@/api/hooks";
import { useNarrow } from "@/ui/use-narrow";
import { useKeys } from "./keys";
import { type Move, stepped } from "./list";
import type { Asked } from "./move-dialog";
import { useMove } from "./moves";
import type { AlertRow, Outcome } from "./types";

const AT_ONCE: readonly Move[] = ["acknowledge", "reopen"];
const MOVE_KEYS: Record<string, Move> = { a: "acknowledge", s: "snooze", r: "resolve", o: "reopen", m: "assign" };

/** What the person is doing: which alerts are chosen, which move is asked about, what was refused. */
export function useWork(rows: readonly AlertRow[]) {
  const [ids, choose] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const [refused, setRefused] = useState<Outcome[]>([]);
  const { atOnce, moveMany, isBusy } = useMove();
  const chosen = useMemo(() => rows.filter(({ id }) => ids.has(String(id))), [rows, ids]);
  const done = useCallback((failed: Outcome[]) => {
    setAsked(null);
    setRefused(failed);
    choose(new Set(failed.map(({ id }) => String(id))));
  }, []);
  const ask = useCallback(
    (alert: AlertRow, move: Move) => {
      if (AT_ONCE.includes(move)) void atOnce(alert, move);
      else setAsked({ move, alerts: [alert] });
    },
    [atOnce],
  );
  const askMany = useCallback(
    async (move: Move) => {
      if (AT_ONCE.includes(move)) done((await moveMany(chosen, move, {}).catch(() => [])).filter(({ ok }) => !ok));
      else setAsked({ move, alerts: chosen });
    },
    [chosen, moveMany, done],
  );
  return {
    ids,
    chosen,
    choose,
    asked,
    ask,
    askMany,
    done,
    refused,
    isBusy,
    clear: useCallback(() => choose(new Set()), []),
    unask: useCallback(() => setAsked(null), []),
    forget: useCallback(() => setRefused([]), []),
  };
}
export type Work = ReturnType<typeof useWork>;

/** The alert that is open beside the list: its number stands in the address. On a phone it has a page of its own. */
export function useOpened() {
  const [search, setSearch] = useSearchParams();
  const narrow = useNarrow();
  const id = narrow ? null : Number(search.get("alert")) || null;
  const query = useGet("/alerts/{alert_id}", { path: { alert_id: id ?? 0 } }, { enabled: id !== null, keep: true });
  const at = (next: number | null) => {
    const after = new URLSearchParams(search);
    if (next === null) after.delete("alert");
    else after.set("alert", String(next));
    return after;
  };
  return {
    id,
    query,
    alert: id !== null && query.data?.id === id ? query.data : undefined,
    linkTo: (next: number) => (narrow ? `/alerts/${next}` : `/alerts?${at(next)}`),
    open: (next: number) => setSearch(at(next), { replace: true }),
    close: () => setSearch(at(null), { replace: true }),
  };
}
export type Opened = ReturnType<typeof useOpened>;

interface KeyedInbox {
  rows: readonly AlertRow[];
  work: Work;
  opened: Opened;
  place: RefObject<HTMLElement | null>;
}

/** j and k walk, a s r o m move what is open, chosen or under the focus, x chooses. */
export function useInboxKeys({ rows, work, opened, place }: KeyedInbox): void {
  const last = useRef<number | null>(null);
  const links = () => [...(place.current?.querySelectorAll<HTMLElement>("a[data-row]") ?? [])];
  const here = () => {
    const focused = document.activeElement?.closest("tr");
    if (opened.id !== null) return rows.findIndex(({ id }) => id === opened.id);
    return focused ? links().findIndex((link) => focused.contains(link)) : -1;
  };
  /** A row that was moved away leaves its place to the next one. */
  const next = (by: 1 | -1) => {
    const now = here();
    if (now >= 0 || last.current === null) return stepped(rows.length, now >= 0 ? now : null, by);
    return rows.length ? Math.max(0, Math.min(rows.length - 1, by === 1 ? last.current : last.current - 1)) : null;
  };
  const walk = (by: 1 | -1) => {
    const at = next(by);
    const alert = at === null ? undefined : rows[at];
    if (!alert || at === null) return false;
    last.current = at;
    if (opened.id !== null) opened.open(alert.id);
    else links()[at]?.focus();
    return true;
  };
  const current = () => opened.alert ?? rows[here()];
  const move = (key: string) => {
    const wanted = MOVE_KEYS[key];
    if (!wanted) return false;
    const alert = current();
    if (opened.id === null && work.chosen.length > 0) void work.askMany(wanted);
    else if (alert?.allowed.includes(wanted)) work.ask(alert, wanted);
    else return false;
    return true;
  };
  const tick = () => {
    const alert = current();
    if (!alert) return false;
    const ids = new Set(work.ids);
    if (!ids.delete(String(alert.id))) ids.add(String(alert.id));
    work.choose(ids);
    return true;
  };
  useKeys((key) => {
    if (key === "j" || key === "k") return walk(key === "j" ? 1 : -1);
    return key === "x" ? tick() : move(key);
  }, work.asked === null);
}
