/** The few numbers that say how the customer stands; each opens into what it rests on. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "@/ui/format";
import { ScoreBar } from "@/ui/score-bar";
import { Delta, Masked, Missing, Money, Num, Percent } from "@/ui/values";
import css from "./customer.module.css";
import type { ReadingShown } from "./types";
import { useHere } from "./use-place";

export function Figures() {
  const { t } = useTranslation("customers");
  const { customer, to, isMasked } = useHere();
  const { figures } = customer;
  const readings = new Map(customer.dimensions.flatMap(({ readings }) => readings).map((each) => [each.key, each]));
  const reading = (key: string) => readings.get(key);
  return (
    <dl className={css.figures}>
      <ScoreFigure />
      <Figure
        label={t("figure.receivable")}
        to={to({ reading: "receivable_minor" })}
        note={<Changed reading={reading("receivable_minor")} />}
      >
        <Money value={figures.receivable} masked={isMasked("figures.receivable")} />
      </Figure>
      <Figure
        label={t("figure.overdue")}
        to={to({ reading: "overdue_minor" })}
        note={<Changed reading={reading("overdue_minor")} />}
      >
        <Money value={figures.overdue} masked={isMasked("figures.overdue")} />
      </Figure>
      <Figure
        label={t("figure.overdue_days")}
        to={to({ reading: "overdue_days_max" })}
        note={<Changed reading={reading("overdue_days_max")} />}
      >
        <Num value={reading("overdue_days_max")?.value} />
      </Figure>
      <Figure label={t("figure.limit")} to={to({ reading: "limit_utilisation" })} note={<LimitNote />}>
        <Share reading={reading("limit_utilisation")} />
      </Figure>
      <Figure label={t("figure.unapplied")} to={to({ reading: "unapplied_minor" })} note={t("figure.unapplied_words")}>
        <Money value={figures.unapplied} masked={isMasked("figures.unapplied")} />
      </Figure>
    </dl>
  );
}

function Figure({ label, to, note, children }: { label: string; to: string; note?: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Link to={to} replace className={css.number}>
          {children}
        </Link>
        <span className={css.figureNote}>{note}</span>
      </dd>
    </div>
  );
}

function ScoreFigure() {
  const { t } = useTranslation("customers");
  const format = useFormat();
  const { customer, to } = useHere();
  const { score, grade } = customer;
  const isKnown = score.value !== null && score.low !== null && score.high !== null;
  return (
    <div className={css.scoreFigure}>
      <dt>{t("figure.score")}</dt>
      <dd>
        <Link to={to({ tab: "score" })} replace className={css.number}>
          {score.value === null ? <Missing words={t("figure.no_score")} /> : format.num(score.value, 1)}
          <ScoreBar {...score} grade={(grade.standing ?? grade.raw).code} bare width={104} />
          <small className={css.change30}>
            <Delta value={score.change_30d} worse="lower" digits={1} than={t("figure.in_30_days")} />
          </small>
        </Link>
        <span className={css.figureNote}>
          {isKnown &&
            t("figure.range", {
              low: format.num(score.low ?? 0),
              high: format.num(score.high ?? 0),
              coverage: format.percent(score.coverage ?? 0),
            })}
        </span>
      </dd>
    </div>
  );
}

function Changed({ reading }: { reading: ReadingShown | undefined }) {
  const { t } = useTranslation("customers");
  if (!reading) return null;
  return <Delta value={reading.change_30d} worse={reading.worse} than={t("figure.in_30_days")} />;
}

function Share({ reading }: { reading: ReadingShown | undefined }) {
  if (!reading || reading.value === null) return <Missing words={reading?.missing_words ?? undefined} />;
  return <Percent value={reading.value} />;
}

function LimitNote() {
  const { t } = useTranslation("customers");
  const { customer, isMasked } = useHere();
  const limit = customer.figures.credit_limit;
  if (isMasked("figures.credit_limit")) return <Masked />;
  if (limit === null) return <>{t("figure.no_limit")}</>;
  return (
    <>
      {t("figure.of_limit")} <Money value={limit} />
    </>
  );
}
