/** How the score moved, assessment by assessment, and what changed each time. */
import type { EChartsCoreOption } from "echarts/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useGet } from "@/api/hooks";
import { RISK } from "@/app/theme";
import { Answer } from "@/ui/answer";
import { Chart } from "@/ui/chart";
import { momentQuery } from "@/ui/moment-asked";
import { GradeTag } from "@/ui/tags";
import { Day, Missing, Money } from "@/ui/values";
import { historyChart } from "./history-chart";
import css from "./parts.module.css";
import { useFixed } from "./reading-value";
import type { Change, HistoryRow } from "./types";
import { useHere } from "./use-place";

const MOST = 60;
const GRADES = ["high", "medium", "low"] as const;

function useHistory() {
  const { code, place } = useHere();
  return useGet("/customers/{code}/history", { path: { code }, query: { limit: MOST, ...momentQuery(place) } });
}

/** The line of the score within the range that missing data allow. */
export function ScoreHistory() {
  const { t } = useTranslation("customers");
  const query = useHistory();
  return (
    <Answer
      query={query}
      lines={5}
      isEmpty={({ items }) => items.length === 0}
      empty={<p className="muted">{t("history.none")}</p>}
    >
      {({ items }) => <Drawn rows={items} />}
    </Answer>
  );
}

function Drawn({ rows }: { rows: readonly HistoryRow[] }) {
  const { t } = useTranslation(["customers", "common"]);
  const fixed = useFixed();
  const option = useMemo(
    (): EChartsCoreOption => historyChart(rows, { score: t("history.score"), range: t("history.range") }),
    [rows, t],
  );
  const number = (value: number | null) => (value === null ? <Missing /> : fixed(value));
  return (
    <Chart
      label={t("history.label", { count: rows.length })}
      option={option}
      height={190}
      legend={
        <>
          <span>
            <i className={css.lineMark} aria-hidden /> {t("history.score")}
          </span>
          <span>
            <i className={css.rangeMark} aria-hidden /> {t("history.range")}
          </span>
          {GRADES.map((grade) => (
            <span key={grade}>
              <i className={css.gradeMark} style={{ background: RISK[grade].fill }} aria-hidden />{" "}
              {t(`common:grade.${grade}`)}
            </span>
          ))}
        </>
      }
      table={{
        columns: [
          { title: t("history.day") },
          { title: t("history.score"), align: "right" },
          { title: t("history.low"), align: "right" },
          { title: t("history.high"), align: "right" },
          { title: t("history.grade") },
        ],
        rows: rows.map((row) => ({
          key: row.as_of,
          cells: [
            <Day key="day" value={row.as_of} />,
            number(row.score),
            number(row.low),
            number(row.high),
            <GradeTag key="grade" grade={row.grade} label={row.grade_words} />,
          ],
        })),
      }}
    />
  );
}

/** Each assessment with what changed since the one before. */
export function WhatChanged() {
  const { t } = useTranslation("customers");
  const query = useHistory();
  return (
    <Answer
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={<p className="muted">{t("history.none")}</p>}
    >
      {({ items }) => (
        <ol className={css.changes}>
          {items.map((row) => (
            <Assessment key={row.as_of} row={row} />
          ))}
        </ol>
      )}
    </Answer>
  );
}

function Assessment({ row }: { row: HistoryRow }) {
  const { t } = useTranslation("customers");
  const fixed = useFixed();
  const { to } = useHere();
  return (
    <li>
      <div className={css.changeHead}>
        <Link to={to({ as_of: row.as_of, known_on: null, known_at: row.known_at })}>
          <Day value={row.as_of} />
        </Link>
        <span className="num">{row.score === null ? <Missing /> : fixed(row.score)}</span>
        <GradeTag grade={row.grade} label={row.grade_words} />
        <span className="quiet">{row.quadrant_words}</span>
        <span className="muted">
          {t("history.owed")} <Money value={row.receivable} /> · {t("history.overdue")} <Money value={row.overdue} />
        </span>
      </div>
      {row.what_changed.length > 0 && (
        <ul className={css.changeList}>
          {row.what_changed.map((change) => (
            <li key={`${change.what} ${change.key}`}>
              <ChangeWords change={change} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function ChangeWords({ change }: { change: Change }) {
  const { t } = useTranslation("customers");
  const fixed = useFixed();
  const { to } = useHere();
  const { what, key, label } = change;
  if (what === "first") return <>{t("change.first")}</>;
  if (what === "policy") return <>{t("change.policy")}</>;
  const said = (value: string | number | null) =>
    value === null ? t("reading.unknown") : typeof value === "number" ? fixed(value) : value;
  const values = { before: said(change.before), after: said(change.after) };
  if (what === "item") {
    return (
      <>
        <Link to={to({ tab: "score", reading: key })} replace>
          {label}
        </Link>{" "}
        <span className="num">{t("change.points", values)}</span>
      </>
    );
  }
  return (
    <>
      {label} <span className="num">{t("change.from_to", values)}</span>
    </>
  );
}
