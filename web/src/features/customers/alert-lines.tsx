/** Alerts of the customer in lines: how grave, which rule, on what it rests. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { SeverityTag } from "@/ui/tags";
import { Day } from "@/ui/values";
import css from "./parts.module.css";
import { useReadingText } from "./reading-value";
import type { Customer, VerdictShown } from "./types";

export function useEvidenceWords() {
  const { t } = useTranslation(["customers", "common"]);
  const text = useReadingText();
  return (evidence: VerdictShown["evidence"]) =>
    evidence
      .map(({ label, value, unit, masked }) => {
        const none = t(masked ? "common:value.masked" : "reading.unknown");
        return t("reading.of", { label, value: value === null ? none : text.value(value, unit) });
      })
      .join(t("reading.between"));
}

export function AlertLines({ alerts }: { alerts: Customer["alerts"] }) {
  const { t } = useTranslation(["customers", "common"]);
  const words = useEvidenceWords();
  if (!alerts.length) return <p className="muted">{t("summary.no_alerts")}</p>;
  return (
    <ul className={css.alerts}>
      {alerts.map((alert) => (
        <li key={alert.id}>
          <SeverityTag severity={alert.severity} label=" " />
          <Link to={`/alerts/${alert.id}`} className={css.alertName}>
            <span className="unseen">{t(`common:severity.${alert.severity}`)} </span>
            {alert.label}
          </Link>
          <span className={css.because}>{words(alert.evidence)}</span>
          <span className="muted">
            {alert.state.code === "open" ? null : `${alert.state.words} · `}
            <Day value={alert.opened_as_of} />
          </span>
        </li>
      ))}
    </ul>
  );
}
