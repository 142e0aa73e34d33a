/** One alert on a page of its own: what a link in a mail opens. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useGet } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { Page } from "@/ui/page";
import css from "./alerts.module.css";
import { AlertDetail } from "./detail";
import type { Move } from "./list";
import { MoveButtons } from "./move-buttons";
import { MoveDialog } from "./move-dialog";
import { useMove } from "./moves";
import { CustomerLink } from "./parts";

export default function AlertPage() {
  const { t } = useTranslation("alerts");
  const { id = "" } = useParams();
  const can = useCan();
  const query = useGet("/alerts/{alert_id}", { path: { alert_id: id } });
  useGet("/alerts/reasons", {}, { enabled: can("resolve_alert") }); // so that the dialog opens with them
  const [asked, setAsked] = useState<Move | null>(null);
  const { atOnce, isBusy } = useMove();
  const alert = query.data;
  function move(wanted: Move) {
    if (!alert) return;
    if (wanted === "acknowledge" || wanted === "reopen") void atOnce(alert, wanted);
    else setAsked(wanted);
  }
  return (
    <Page
      title={alert?.rule.label ?? t("title")}
      note={
        alert && (
          <span className={css.whoseAlert}>
            <CustomerLink alert={alert} />
            <span className="num">{alert.customer.code}</span>
          </span>
        )
      }
      back={<Link to="/alerts">{t("detail.back")}</Link>}
      actions={alert && <MoveButtons allowed={alert.allowed} disabled={isBusy} onMove={move} />}
      narrow
    >
      <Answer query={query}>{(found) => <AlertDetail alert={found} />}</Answer>
      {asked && alert && (
        <MoveDialog
          asked={{ move: asked, alerts: [alert] }}
          onClose={() => setAsked(null)}
          onDone={() => setAsked(null)}
        />
      )}
    </Page>
  );
}
