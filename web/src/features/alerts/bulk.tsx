/** One move for all chosen alerts, and which of them it was refused for. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/ui/format";
import { Remark } from "@/ui/remark";
import css from "./alerts.module.css";
import { type Move, movesOfAny } from "./list";
import { useMayMove } from "./move-buttons";
import type { AlertRow, Outcome } from "./types";

interface BulkBarProps {
  alerts: readonly AlertRow[];
  onMove: (move: Move) => void;
  onClear: () => void;
  isBusy: boolean;
}

export function BulkBar({ alerts, onMove, onClear, isBusy }: BulkBarProps) {
  const { t } = useTranslation("alerts");
  const format = useFormat();
  const may = useMayMove();
  return (
    <section className={css.bulk} aria-label={t("bulk.title")}>
      <strong>{t("bulk.chosen", { count: alerts.length, total: format.num(alerts.length) })}</strong>
      {movesOfAny(alerts)
        .filter(may)
        .map((move) => (
          <Button key={move} disabled={isBusy} onClick={() => onMove(move)}>
            {t(`move.${move}`)}
          </Button>
        ))}
      <Button type="text" onClick={onClear}>
        {t("bulk.clear")}
      </Button>
    </section>
  );
}

/** What could not be moved and why; those alerts stay chosen. */
export function Refused({
  outcomes,
  alerts,
  onClose,
}: {
  outcomes: readonly Outcome[];
  alerts: readonly AlertRow[];
  onClose: () => void;
}) {
  const { t } = useTranslation(["alerts", "common"]);
  if (!outcomes.length) return null;
  const nameOf = (id: number) => {
    const alert = alerts.find((each) => each.id === id);
    return alert ? `${alert.rule.label} · ${alert.customer.name ?? alert.customer.code}` : String(id);
  };
  return (
    <Remark tone="medium" role="alert">
      <div className="spread">
        <span>{t("bulk.refused", { count: outcomes.length })}</span>
        <Button type="text" size="small" onClick={onClose}>
          {t("common:action.close")}
        </Button>
      </div>
      <ul>
        {outcomes.slice(0, 5).map(({ id, message }) => (
          <li key={id}>{t("bulk.refused_one", { name: nameOf(id), message })}</li>
        ))}
      </ul>
    </Remark>
  );
}
