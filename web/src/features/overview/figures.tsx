/** What changed, in a sentence, and the four figures of the book. */
import { Fragment, type ReactNode } from "react";
import { Trans, useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "@/ui/format";
import { addressOf, type Behind } from "@/ui/list-address";
import { Delta, Money, Num } from "@/ui/values";
import { lastChange, type Overview } from "./model";
import css from "./overview.module.css";

export function Sentence({ data }: { data: Overview }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const told = data.sentence.filter(({ count }) => count > 0);
  return (
    <p className={css.sentence}>
      {told.length === 0 && t("sentence.nothing")}
      {told.map(({ key, count, overdue, list, query }, index) => (
        <Fragment key={key}>
          {index === 0 ? t("sentence.begin") : t("sentence.comma")}
          <Trans
            t={t}
            i18nKey={`sentence.${key}`}
            values={{ count }}
            components={{ l: query === null ? <span /> : <Link to={addressOf({ list, query })} /> }}
          />
          {key === "newly_overdue" &&
            overdue !== null &&
            t("sentence.amount", { amount: format.money(overdue, { brief: true, currency: data.currency }) })}
        </Fragment>
      ))}
      {told.length > 0 && t("sentence.stop")}
    </p>
  );
}

export function Figures({ data }: { data: Overview }) {
  const { t } = useTranslation("overview");
  const { currency, receivable, overdue, high_risk: high, open_alerts: open } = data;
  const { receivable_change_7d: owed, overdue_change_7d: late, open_alerts_change_7d: alerts } = data;
  const turned = lastChange(data.grades_over_time, "high");
  const money = { currency, brief: true } as const;
  return (
    <ul className={css.figures}>
      <One
        label={t("figure.receivable")}
        behind={receivable}
        note={
          <>
            <Delta value={owed.amount} kind="money" currency={currency} than={t("figure.since", { day: owed.since })} />
            <span className="muted">
              {" · "}
              {t("figure.customers", { count: data.customers.value })}
            </span>
          </>
        }
      >
        <Money value={receivable.value} {...money} masked={receivable.value === null} />
      </One>
      <One
        label={t("figure.overdue")}
        behind={overdue}
        note={
          <Delta
            value={late.amount}
            kind="money"
            currency={currency}
            worse="higher"
            than={t("figure.since", { day: late.since })}
          />
        }
      >
        <Money value={overdue.value} {...money} masked={overdue.value === null} />
      </One>
      <One
        label={t("figure.high_risk")}
        behind={high}
        note={turned && <Delta value={turned.count} worse="higher" than={t("figure.since", { day: turned.since })} />}
      >
        <Num value={high.value} />
      </One>
      <One
        label={t("figure.open_alerts")}
        behind={open}
        note={<Delta value={alerts.count} worse="higher" than={t("figure.since", { day: alerts.since })} />}
      >
        <Num value={open.value} />
      </One>
    </ul>
  );
}

function One({
  label,
  behind,
  note,
  children,
}: {
  label: string;
  behind: Behind;
  note: ReactNode;
  children: ReactNode;
}) {
  const told = (
    <>
      <span className={css.label}>{label}</span>
      <span className={css.value}>{children}</span>
      <span className={css.change}>{note}</span>
    </>
  );
  return (
    <li>
      {behind.query === null ? (
        <div className={css.figure}>{told}</div>
      ) : (
        <Link to={addressOf(behind)} className={css.figure}>
          {told}
        </Link>
      )}
    </li>
  );
}
