/** What may be done with an alert, as buttons: small ones in a row of the inbox, worded ones elsewhere. */
import { Button } from "antd";
import { Check, CircleCheckBig, Clock, type LucideIcon, RotateCcw, UserRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCan } from "@/app/session";
import css from "./alerts.module.css";
import type { Move } from "./list";
import type { AlertRow } from "./types";

export const ICONS: Record<Move, LucideIcon> = {
  acknowledge: Check,
  snooze: Clock,
  resolve: CircleCheckBig,
  reopen: RotateCcw,
  assign: UserRound,
};
const OPERATIONS: Record<Move, string> = {
  acknowledge: "acknowledge_alert",
  snooze: "snooze_alert",
  resolve: "resolve_alert",
  reopen: "reopen_alert",
  assign: "assign_alert",
};
const IN_A_ROW: readonly Move[] = ["acknowledge", "snooze", "resolve", "reopen"];

/** Which moves this person may make at all. */
export function useMayMove(): (move: Move) => boolean {
  const can = useCan();
  return (move) => can(OPERATIONS[move]);
}

interface ButtonsProps {
  alert: AlertRow;
  onMove: (move: Move) => void;
  disabled?: boolean;
}

export function SmallMoveButtons({ alert, onMove, disabled }: ButtonsProps) {
  const { t } = useTranslation("alerts");
  const may = useMayMove();
  const name = alert.customer.name ?? alert.customer.code;
  return (
    <span className={css.small}>
      {IN_A_ROW.filter((move) => alert.allowed.includes(move) && may(move)).map((move) => {
        const Icon = ICONS[move];
        return (
          <button
            key={move}
            type="button"
            className="plain"
            disabled={disabled}
            title={t(`move.${move}`)}
            aria-label={t("move.of", { move: t(`move.${move}`), rule: alert.rule.label, name })}
            onClick={() => onMove(move)}
          >
            <Icon size={16} strokeWidth={1.75} aria-hidden />
          </button>
        );
      })}
    </span>
  );
}

export function MoveButtons({
  allowed,
  onMove,
  disabled,
}: {
  allowed: readonly Move[];
  onMove: (move: Move) => void;
  disabled?: boolean;
}) {
  const { t } = useTranslation("alerts");
  const may = useMayMove();
  return (
    <>
      {allowed.filter(may).map((move) => {
        const Icon = ICONS[move];
        return (
          <Button
            key={move}
            type={move === "resolve" ? "primary" : "default"}
            disabled={disabled}
            icon={<Icon size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => onMove(move)}
          >
            {t(`move.${move}`)}
          </Button>
        );
      })}
    </>
  );
}
