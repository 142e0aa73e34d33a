/** How an alert stands in the inbox, by box. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Column } from "@/ui/table";
import { Day } from "@/ui/values";
import type { Box, Move } from "./list";
import { SmallMoveButtons } from "./move-buttons";
import { CustomerLink, EvidenceLine, Latency, RuleName, StateWords } from "./parts";
import type { AlertRow } from "./types";

interface Wanted {
  box: Box;
  /** Whether any alert in sight came of a fact that arrived. */
  saysLatency: boolean;
  onMove: (alert: AlertRow, move: Move) => void;
  isBusy: boolean;
  /** Nobody moves an alert of a past day. */
  isPast: boolean;
}

export function useAlertColumns({ box, saysLatency, onMove, isBusy, isPast }: Wanted) {
  const { t } = useTranslation("alerts");
  return useMemo(() => {
    const moves: Column<AlertRow> = {
      key: "moves",
      title: t("column.moves"),
      align: "right",
      card: "none",
      render: (alert) => <SmallMoveButtons alert={alert} disabled={isBusy} onMove={(move) => onMove(alert, move)} />,
    };
    const saysState = box !== "open" && box !== "acknowledged";
    const columns: Column<AlertRow>[] = [
      {
        key: "rule",
        title: t("column.rule"),
        sort: "severity",
        first: "desc",
        card: "title",
        render: (alert) => <RuleName alert={alert} />,
      },
      {
        key: "customer",
        title: t("column.customer"),
        sort: "customer",
        first: "asc",
        card: "title",
        render: (alert) => <CustomerLink alert={alert} />,
      },
      {
        key: "evidence",
        title: t("column.evidence"),
        width: "100%",
        wraps: true,
        render: (alert) => <EvidenceLine evidence={alert.evidence} />,
      },
      {
        key: "opened",
        title: t("column.opened"),
        sort: "opened",
        first: "desc",
        render: (alert) => <Day value={alert.opened.as_of} />,
      },
      ...(saysLatency
        ? [
            {
              key: "latency",
              title: t("column.latency"),
              align: "right" as const,
              hint: t("latency.hint"),
              card: "none" as const,
              render: (alert: AlertRow) => <Latency alert={alert} />,
            },
          ]
        : []),
      {
        key: "owner",
        title: t("column.owner"),
        render: (alert) => alert.owner?.name ?? <span className="muted">{t("owner.nobody")}</span>,
      },
      ...(saysState
        ? [{ key: "state", title: t("column.state"), render: (alert: AlertRow) => <StateWords alert={alert} /> }]
        : []),
      ...(isPast ? [] : [moves]),
    ];
    return columns;
  }, [box, saysLatency, onMove, isBusy, isPast, t]);
}
