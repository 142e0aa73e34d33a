/** What a change would do to the customers one sees: scores, grades, rules, now and then. */
import { ArrowRight } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { customerPath } from "@/api/customer-address";
import { useAsk } from "@/api/hooks";
import { INK } from "@/app/theme";
import { Chart } from "@/ui/chart";
import { useFormat } from "@/ui/format";
import { Loading } from "@/ui/loading";
import { Remark } from "@/ui/remark";
import { GradeTag } from "@/ui/tags";
import { Delta, Money, Num } from "@/ui/values";
import type { Beside, Trial } from "./model";
import css from "./trial.module.css";
import { useSettled } from "./use-settled";

type Place = NonNullable<Trial["place"]>;

/** The preview beside an editor: asked anew when typing pauses, the last answer stays meanwhile. */
export function LiveTrial({ kind, body, beside }: { kind: string; body: string; beside: readonly Beside[] }) {
  const { t } = useTranslation("policy");
  const settled = useSettled(body);
  const query = useAsk("/policy-trials", { texts: [...beside, { kind, body: settled }] }, { keep: true });
  const isOld = query.isPlaceholderData || settled !== body;
  return (
    <section className={css.live} aria-label={t("trial.title")} aria-busy={isOld} data-old={isOld}>
      <h2>{t("trial.title")}</h2>
      {query.error && (
        <Remark tone="high" role="alert">
          {query.error.message}
        </Remark>
      )}
      {query.data && !query.error && <TrialShown trial={query.data} />}
      {!query.data && !query.error && <Loading lines={6} />}
    </section>
  );
}

export function TrialShown({ trial }: { trial: Trial }) {
  const { t } = useTranslation("policy");
  const { place, rules, notes, customers, of, as_of } = trial;
  if (of === 0) return <p className="muted">{t("trial.nobody")}</p>;
  return (
    <div className={css.trial}>
      <p className="muted">
        {customers === of
          ? t("trial.of", { count: of, day: as_of })
          : t("trial.sample", { count: customers, of, day: as_of })}
      </p>
      {notes.map((note) => (
        <Remark key={note}>{note}</Remark>
      ))}
      {!place && !rules.length && <p>{t("trial.nothing")}</p>}
      {place && <Placed place={place} currency={trial.currency} />}
      {rules.length > 0 && <RulesTried rules={rules} />}
    </div>
  );
}

function Placed({ place, currency }: { place: Place; currency: string }) {
  const { t } = useTranslation(["policy", "common"]);
  const count = (towards: Place["moves"][number]["direction"]) =>
    place.moves.filter(({ direction }) => direction === towards).reduce((sum, { customers }) => sum + customers, 0);
  const none = count("neither");
  return (
    <>
      <p className={css.sentence}>
        {place.changed === 0 && t("trial.no_grade")}
        {place.changed > 0 && (
          <>
            {t("trial.grades", { count: place.changed })}
            {place.changed_receivable !== null && (
              <>
                {t("trial.owing")}
                <Money value={place.changed_receivable} currency={currency} brief />
              </>
            )}
            {t("trial.worse", { count: count("worse") })}
            {t("trial.better", { count: count("better") })}
            {none > 0 && t("trial.neither", { count: none })}
          </>
        )}
      </p>
      <Counts
        title={t("trial.grade")}
        rows={place.grades}
        name={({ code, label }) => <GradeTag grade={code} label={label} />}
      />
      <Scores scores={place.scores} />
      {place.quadrants.length > 0 && (
        <Counts title={t("trial.quadrant")} rows={place.quadrants} name={({ label }) => label} />
      )}
      {place.customers.length > 0 && <Moved place={place} />}
    </>
  );
}

function Counts({
  title,
  rows,
  name,
}: {
  title: string;
  rows: Place["grades"];
  name: (row: Place["grades"][number]) => ReactNode;
}) {
  const { t } = useTranslation("policy");
  return (
    <table className={css.counts}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t("trial.now")}</th>
          <th scope="col">{t("trial.then")}</th>
          <th scope="col">{t("trial.change")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <th scope="row">{name(row)}</th>
            <td>
              <Num value={row.now} />
            </td>
            <td>
              <Num value={row.then} />
            </td>
            <td>
              <Delta value={row.then - row.now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Scores({ scores }: { scores: Place["scores"] }) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const named = useMemo(
    () => scores.map((step) => ({ ...step, name: step.points === null ? t("trial.no_score") : `${step.points}–` })),
    [scores, t],
  );
  const option = useMemo(
    () => ({
      tooltip: { trigger: "axis" },
      xAxis: { type: "category", data: named.map(({ name }) => name) },
      yAxis: { type: "value" },
      series: [
        { type: "bar", name: t("trial.now"), color: "#c4c4ca", barGap: 0, data: named.map(({ now }) => now) },
        { type: "bar", name: t("trial.then"), color: INK, data: named.map(({ then }) => then) },
      ],
    }),
    [named, t],
  );
  return (
    <Chart
      label={t("trial.scores")}
      option={option}
      height={180}
      legend={
        <>
          <span className={css.key}>
            <i style={{ background: "#c4c4ca" }} />
            {t("trial.now")}
          </span>
          <span className={css.key}>
            <i style={{ background: INK }} />
            {t("trial.then")}
          </span>
        </>
      }
      table={{
        columns: [
          { title: t("trial.score") },
          { title: t("trial.now"), align: "right" },
          { title: t("trial.then"), align: "right" },
        ],
        rows: named.map(({ name, now, then }) => ({ key: name, cells: [name, format.num(now), format.num(then)] })),
      }}
    />
  );
}

const SHOWN = 12;

/** The customers who change grade, those who owe most first. */
function Moved({ place }: { place: Place }) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const points = (score: number | null) => (score === null ? "—" : format.num(score, 1));
  return (
    <div>
      <h3>{t("trial.who")}</h3>
      <ul className={css.moved}>
        {place.customers.slice(0, SHOWN).map((each) => (
          <li key={each.code}>
            <Link to={customerPath(each.code)}>{each.name || each.code}</Link>
            <span className="num muted">
              {points(each.score_now)} → {points(each.score_then)}
            </span>
            <span className={css.grades}>
              <GradeTag grade={each.grade_now} />
              <ArrowRight size={14} aria-label={t("trial.becomes")} />
              <GradeTag grade={each.grade_then} />
            </span>
            <span className={css.owes}>
              <Money value={each.receivable} masked={each.receivable === null} brief />
            </span>
          </li>
        ))}
      </ul>
      {place.changed > SHOWN && <p className="muted">{t("trial.more", { count: place.changed - SHOWN })}</p>}
    </div>
  );
}

function RulesTried({ rules }: { rules: Trial["rules"] }) {
  const { t } = useTranslation("policy");
  return (
    <div>
      <h3>{t("trial.rules")}</h3>
      <ul className={css.rules}>
        {rules.map((rule) => (
          <li key={rule.key}>
            <p>
              {rule.label}
              <b> {t("trial.fires", { count: rule.then })}</b>
              <span className="muted">
                {t("trial.fires_now", { count: rule.now })}
                {rule.more > 0 && t("trial.hits_more", { count: rule.more })}
                {rule.fewer > 0 && t("trial.hits_fewer", { count: rule.fewer })}
                {rule.unknown > 0 && t("trial.unknown", { count: rule.unknown })}
              </span>
            </p>
            <Hits title={t("trial.appears")} hits={rule.appears} />
            <Hits title={t("trial.leaves")} hits={rule.leaves} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Hits({ title, hits }: { title: string; hits: Trial["rules"][number]["appears"] }) {
  if (!hits.length) return null;
  return (
    <p className={css.hits}>
      <span className="muted">{title}</span>
      {hits.map(({ code, name }) => (
        <Link key={code} to={customerPath(code)}>
          {name || code}
        </Link>
      ))}
    </p>
  );
}
