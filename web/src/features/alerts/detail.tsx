/** One alert: why it is there, how it stands, and what happened to it. Shared by the panel and the page. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { customerPath } from "@/api/customer-address";
import { Fact, Facts, Section } from "@/ui/page";
import { Remark } from "@/ui/remark";
import { PlainTag, SeverityTag } from "@/ui/tags";
import { Day, Instant, Since } from "@/ui/values";
import css from "./alerts.module.css";
import { Latency, StateWords } from "./parts";
import { AlertPlan, AlertStrategy } from "./plan";
import type { Alert, AlertEvent, Evidence } from "./types";

const NO_READINGS: ReadonlySet<string> = new Set(["score", "grade", "quadrant", "signal_points", "coverage"]);

export function AlertDetail({ alert }: { alert: Alert }) {
  const { t } = useTranslation("alerts");
  return (
    <div className="stack">
      <p className="row">
        <SeverityTag severity={alert.severity} />
        <PlainTag>{alert.risk_type_label}</PlainTag>
        {!alert.rule.is_on && <PlainTag>{t("detail.rule_off")}</PlainTag>}
        <span className="quiet">
          <StateWords alert={alert} />
        </span>
      </p>
      {alert.no_recipient && <Remark tone="medium">{t("told.nobody")}</Remark>}
      <Section title={t("evidence.title")}>
        {alert.condition && <p className={css.condition}>{alert.condition}</p>}
        <EvidenceList evidence={alert.evidence} code={alert.customer.code} />
      </Section>
      <AlertPlan alert={alert} />
      <AlertStrategy alert={alert} />
      <Section title={t("detail.title")}>
        <Facts>
          <Fact label={t("column.owner")}>
            {alert.owner?.name ?? <span className="muted">{t("owner.nobody")}</span>}
          </Fact>
          <Fact label={t("detail.day")}>
            <Day value={alert.opened.as_of} />
          </Fact>
          <Fact label={t("detail.fact_at")}>
            {alert.fact_at ? (
              <Instant value={alert.fact_at} />
            ) : (
              <span className="muted">{t("latency.scheduled")}</span>
            )}
          </Fact>
          <Fact label={t("detail.opened_at")}>
            <Instant value={alert.opened.at} />
          </Fact>
          {alert.latency_seconds !== null && (
            <Fact label={t("detail.latency")}>
              <Latency alert={alert} />
            </Fact>
          )}
          {alert.occurrence > 1 && (
            <Fact label={t("detail.occurrence")}>{t("detail.times", { count: alert.occurrence })}</Fact>
          )}
        </Facts>
        {alert.closed?.note && <p className={css.note}>{alert.closed.note}</p>}
      </Section>
      {alert.told_to.length > 0 && (
        <Section title={t("told.title")}>
          <Told alert={alert} />
        </Section>
      )}
      <Section title={t("events.title")}>
        <Events events={alert.events} />
      </Section>
    </div>
  );
}

/** What is no reading, such as the score, stands in a part of its own. */
function placeOf(name: string): string {
  return NO_READINGS.has(name) ? "tab=score" : `tab=readings&reading=${encodeURIComponent(name)}`;
}

/** Each reading opens into its facts on the customer's page. */
function EvidenceList({ evidence, code }: { evidence: readonly Evidence[]; code: string }) {
  const { t } = useTranslation("alerts");
  if (!evidence.length) return <p className="muted">{t("evidence.none")}</p>;
  return (
    <dl className={css.readings}>
      {evidence.map(({ name, label, text }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>
            <Link to={`${customerPath(code)}?${placeOf(name)}`} className="num" title={t("evidence.open")}>
              {text}
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Who was told, and whether it reached them. */
function Told({ alert }: { alert: Alert }) {
  return (
    <ul className={css.events}>
      {alert.told_to.map(({ name, state_label, at }) => (
        <li key={`${name} ${at}`}>
          <span className={css.when}>
            <Since value={at} />
          </span>
          <span>
            {name} <span className="muted">{state_label}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Events({ events }: { events: readonly AlertEvent[] }) {
  return (
    <ol className={css.events}>
      {[...events].reverse().map((event) => (
        <li key={`${event.at} ${event.words}`}>
          <span className={css.when}>
            <Since value={event.at} />
          </span>
          <div>
            <span className="quiet">{event.actor}</span> {event.words}
          </div>
        </li>
      ))}
    </ol>
  );
}
