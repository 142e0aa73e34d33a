/** A few alerts, one line each: who, what, how grave, since when. */
import { Link } from "react-router";
import css from "./alert-lines.module.css";
import { type Severity, SeverityTag } from "./tags";
import { Since } from "./values";

export interface AlertLine {
  id: number;
  customer: { code: string; name: string };
  rule: { label: string };
  severity: Severity;
  opened: { at: string };
}

export function AlertLines({ alerts, label }: { alerts: readonly AlertLine[]; label: string }) {
  return (
    <ul className={css.lines} aria-label={label}>
      {alerts.map((alert) => (
        <li key={alert.id} className={css.line}>
          <span className={css.severity}>
            <SeverityTag severity={alert.severity} />
          </span>
          <Link to={`/alerts/${alert.id}`} className={css.what}>
            <strong>{alert.customer.name || alert.customer.code}</strong>
            <span>{alert.rule.label}</span>
          </Link>
          <span className={`muted ${css.when}`}>
            <Since value={alert.opened.at} />
          </span>
        </li>
      ))}
    </ul>
  );
}
