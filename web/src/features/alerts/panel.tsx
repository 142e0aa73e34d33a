/** An alert beside the inbox. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Answer } from "@/ui/answer";
import { SidePanel } from "@/ui/panel";
import css from "./alerts.module.css";
import { AlertDetail } from "./detail";
import type { Move } from "./list";
import { MoveButtons } from "./move-buttons";
import { CustomerLink } from "./parts";
import type { AlertRow } from "./types";
import type { Opened } from "./work";

interface AlertPanelProps {
  opened: Opened;
  onMove: (alert: AlertRow, move: Move) => void;
  isBusy: boolean;
}

export function AlertPanel({ opened, onMove, isBusy }: AlertPanelProps) {
  const { t } = useTranslation("alerts");
  const { alert, query, close } = opened;
  return (
    <SidePanel
      open
      onClose={close}
      title={query.data?.rule.label ?? t("title")}
      width={520}
      footer={
        alert && (
          <div className="row">
            <MoveButtons allowed={alert.allowed} disabled={isBusy} onMove={(move) => onMove(alert, move)} />
          </div>
        )
      }
    >
      <Answer query={query}>
        {(found) => (
          <div className="stack">
            <p className={css.whoseAlert}>
              <CustomerLink alert={found} />
              <span className="muted num">{found.customer.code}</span>
            </p>
            <AlertDetail alert={found} />
            <p className="muted">
              <Link to={`/alerts/${found.id}`}>{t("detail.own_page")}</Link>
            </p>
          </div>
        )}
      </Answer>
    </SidePanel>
  );
}
