/** Small pieces of alerts that the inbox, the panel and the page share. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { customerPath } from "@/api/customer-address";
import { useFormat } from "@/ui/format";
import { SeverityTag } from "@/ui/tags";
import { Missing } from "@/ui/values";
import css from "./alerts.module.css";
import type { AlertRow, Evidence } from "./types";

/** The rule, with the gravity of the alert before it. */
export function RuleName({ alert }: { alert: AlertRow }) {
  return (
    <span className={css.rule}>
      <span aria-hidden className={css.steps}>
        <SeverityTag severity={alert.severity} label=" " />
      </span>
      <span className={css.ruleName} title={alert.rule.label}>
        <span className="unseen">{alert.severity_label} </span>
        {alert.rule.label}
      </span>
    </span>
  );
}

export function CustomerLink({ alert }: { alert: AlertRow }) {
  const { code, name } = alert.customer;
  return (
    <Link to={customerPath(code)} title={`${name ?? ""} ${code}`.trim()} className={css.customer}>
      {name ?? code}
    </Link>
  );
}

/** What the alert rests on, in a line: the value first, for it says more than its name. */
export function EvidenceLine({ evidence }: { evidence: readonly Evidence[] }) {
  const { t } = useTranslation("alerts");
  const words = evidence.map(({ label, text }) => t("evidence.one", { label, text })).join(t("evidence.between"));
  return (
    <span className={css.evidence} title={words}>
      {evidence.map(({ name, label, text }) => (
        <span key={name}>
          {label} <span className="num">{text}</span>
        </span>
      ))}
    </span>
  );
}

/** How long it took from the fact's arrival to the alert; an alert of the nightly look has no single fact. */
export function Latency({ alert }: { alert: AlertRow }) {
  const { t } = useTranslation("alerts");
  const format = useFormat();
  if (alert.latency_seconds === null) return <Missing words={t("latency.none")} />;
  return <span className="num">{format.duration(alert.latency_seconds)}</span>;
}

/** What became of it: nothing to say while it is open. */
export function StateWords({ alert }: { alert: AlertRow }) {
  const { t } = useTranslation("alerts");
  const format = useFormat();
  if (alert.state === "snoozed" && alert.snoozed_until) {
    return <>{t("state.snoozed_until", { day: format.day(alert.snoozed_until) })}</>;
  }
  if (alert.closed) {
    return (
      <span title={alert.closed.note ?? undefined}>
        {t("state.closed_because", { state: alert.state_label, reason: alert.closed.reason_label })}
      </span>
    );
  }
  return <>{alert.state_label}</>;
}
