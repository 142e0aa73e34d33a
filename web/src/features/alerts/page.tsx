/** The inbox of alerts: what is open first, the gravest on top. The address holds what is shown. */
import { Download } from "lucide-react";
import { useCallback, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { downloadAddress, useGet, useList } from "@/api/hooks";
import { useCan } from "@/app/session";
import { LinkButton } from "@/ui/link-button";
import { MomentBar, MomentChoice } from "@/ui/moment";
import { isPast as isPastMoment, momentQuery } from "@/ui/moment-asked";
import { Page } from "@/ui/page";
import { EmptyState } from "@/ui/states";
import { DataTable } from "@/ui/table";
import css from "./alerts.module.css";
import { Boxes } from "./boxes";
import { BulkBar, Refused } from "./bulk";
import { InboxFilters } from "./filters";
import { KeyHint } from "./key-hint";
import { BOXES, type Box, EMPTY_INBOX, type Inbox, inboxOf, isNarrowed, searchOf } from "./list";
import { useAlertColumns } from "./list-columns";
import { MoveDialog } from "./move-dialog";
import { AlertPanel } from "./panel";
import { useInboxKeys, useOpened, useWork } from "./work";

/** New alerts come in by themselves. */
const REFRESH_MS = 30_000;

export default function AlertsPage() {
  const { t } = useTranslation(["alerts", "common"]);
  const can = useCan();
  const [search, setSearch] = useSearchParams();
  const inbox = useMemo(() => inboxOf(search), [search]);
  const change = useCallback((next: Inbox) => setSearch(searchOf(next), { replace: true }), [setSearch]);
  const query = useMemo(() => queryOf(inbox), [inbox]);
  const list = useList("/alerts", { query }, { every: REFRESH_MS });
  const isPast = isPastMoment(inbox.moment);
  const counts = useGet("/alerts/counts", {}, { enabled: !isPast }).data;
  useGet("/alerts/reasons", {}, { enabled: can("resolve_alert") }); // so that the dialog opens with them
  const work = useWork(list.rows);
  const place = useRef<HTMLDivElement>(null);
  const opened = useOpened();
  useInboxKeys({ rows: list.rows, work, opened, place });
  const columns = useAlertColumns({
    box: inbox.box,
    saysLatency: list.rows.some((alert) => alert.latency_seconds !== null),
    onMove: work.ask,
    isBusy: work.isBusy,
    isPast,
  });
  return (
    <Page
      title={t("title")}
      fill
      actions={
        <>
          {isPast ? null : <KeyHint />}
          <MomentChoice />
          {can("alert_economics") && <LinkButton to="/alert-economics">{t("economics")}</LinkButton>}
          {can("export_alerts") && (
            <LinkButton
              to={downloadAddress("/alerts/export", query)}
              icon={<Download size={16} strokeWidth={1.75} aria-hidden />}
              download
            >
              {t("common:action.export")}
            </LinkButton>
          )}
        </>
      }
    >
      {list.document?.is_past && <MomentBar shown={list.document} />}
      <Boxes inbox={inbox} counts={isPast ? undefined : counts} onChange={change} />
      {work.chosen.length > 0 ? (
        <BulkBar alerts={work.chosen} onMove={work.askMany} onClear={work.clear} isBusy={work.isBusy} />
      ) : (
        <InboxFilters inbox={inbox} onChange={change} />
      )}
      <Refused outcomes={work.refused} alerts={list.rows} onClose={work.forget} />
      <div ref={place} className={css.table}>
        <DataTable
          label={t("title")}
          columns={columns}
          rows={list.rows}
          rowKey={(alert) => String(alert.id)}
          rowName={(alert) => `${alert.rule.label} ${alert.customer.name ?? alert.customer.code}`}
          rowLink={(alert) => opened.linkTo(alert.id)}
          selection={isPast ? undefined : { chosen: work.ids, onChange: work.choose }}
          sort={inbox.sort}
          onSort={(sort) => change({ ...inbox, sort })}
          list={list}
          empty={<Nothing inbox={inbox} />}
          fill
        />
      </div>
      {opened.id !== null && <AlertPanel opened={opened} onMove={work.ask} isBusy={work.isBusy} />}
      {work.asked && <MoveDialog asked={work.asked} onClose={work.unask} onDone={work.done} />}
    </Page>
  );
}

function queryOf(inbox: Inbox) {
  const { box, whose, owner, severity, rule, customer, q, sort, moment } = inbox;
  const whom = whose === "all" ? owner : whose;
  return { state: [...BOXES[box]], owner: whom, severity, rule, customer, q, sort, ...momentQuery(moment) };
}

function Nothing({ inbox }: { inbox: Inbox }) {
  const { t } = useTranslation("alerts");
  if (isNarrowed(inbox)) {
    const all = searchOf({ ...EMPTY_INBOX, box: inbox.box, moment: inbox.moment });
    return (
      <EmptyState
        title={t("none.narrowed")}
        action={<LinkButton to={`/alerts?${all}`}>{t("none.show_all")}</LinkButton>}
      >
        <p>{t("none.narrowed_words")}</p>
      </EmptyState>
    );
  }
  const box: Box = inbox.box;
  return (
    <EmptyState
      title={t(`none.${box}`)}
      action={box === "open" && <LinkButton to="/customers">{t("none.customers")}</LinkButton>}
    >
      <p>{t(`none.${box}_words`)}</p>
    </EmptyState>
  );
}
