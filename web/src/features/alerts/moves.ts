/** What people do with alerts: one move for one or many, refused kindly when somebody was quicker. */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { get, useSend } from "@/api/hooks";
import { asProblem, type Problem } from "@/api/problem";
import { useToast } from "@/ui/toast";
import type { Move } from "./list";
import type { Alert, AlertRow, Outcome } from "./types";

/** What a move needs besides the alert. */
export type Given = { until?: string; reason?: string; note?: string; owner?: number | null };

export const REFRESHED = ["/alerts", "/workbench", "/overview", "/customers"] as const;

/** Somebody changed the alert first. */
export const isOvertaken = (problem: Problem): boolean => problem.status === 409;

export function useMove() {
  const { t } = useTranslation("alerts");
  const toast = useToast();
  const cache = useQueryClient();
  const one = useSend("post", "/alerts/{alert_id}/{move}", { refreshes: REFRESHED });
  const many = useSend<{ outcomes: Outcome[] }>("post", "/alerts/bulk", { refreshes: REFRESHED });

  const moveOne = useCallback(
    (alert: AlertRow, move: Move, given: Given) =>
      one.mutateAsync({ path: { alert_id: alert.id, move }, body: { revision: alert.revision, ...given } }),
    [one],
  );
  const moveMany = useCallback(
    async (alerts: readonly AlertRow[], move: Move, given: Given) => {
      const ids = alerts.map(({ id }) => id);
      const revisions = Object.fromEntries(alerts.map(({ id, revision }) => [id, revision]));
      return (await many.mutateAsync({ body: { ids, revisions, move, ...given } })).outcomes;
    },
    [many],
  );
  /** Look again at an alert that somebody else changed; gives it as it is now. */
  const lookAgain = useCallback(
    async (id: number) => {
      await cache.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith("/alerts") });
      return get<Alert>("/alerts/{alert_id}", { path: { alert_id: id } });
    },
    [cache],
  );
  /** Moves that need nothing more are made at once and said in a word. */
  const atOnce = useCallback(
    async (alert: AlertRow, move: Move, given: Given = {}) => {
      try {
        await moveOne(alert, move, given);
        toast.done(t(`done.${move}`, { count: 1, name: alert.customer.name ?? alert.customer.code }));
      } catch (error) {
        if (isOvertaken(asProblem(error))) await lookAgain(alert.id).catch(() => undefined);
        toast.failed(error);
      }
    },
    [moveOne, lookAgain, toast, t],
  );
  return { moveOne, moveMany, lookAgain, atOnce, isBusy: one.isPending || many.isPending };
}
