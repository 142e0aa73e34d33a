/** Why the score is what it is: item by item, adding up; and how it came here. */
import { useTranslation } from "react-i18next";
import { useFormat } from "@/ui/format";
import { Section } from "@/ui/page";
import { type Column, DataTable } from "@/ui/table";
import { Missing, Num } from "@/ui/values";
import { ScoreHistory, WhatChanged } from "./history";
import { ItemBar } from "./item-bar";
import css from "./parts.module.css";
import { ReadingValue, useFixed } from "./reading-value";
import { type Weighed, weighed } from "./score";
import type { ScoreItem } from "./types";
import { useHere } from "./use-place";

export function ScoreTab() {
  const { t } = useTranslation("customers");
  return (
    <div className="stack">
      <Section title={t("score.title")} aside={<Sum />}>
        <Items />
      </Section>
      <Section title={t("history.title")}>
        <ScoreHistory />
      </Section>
      <Section title={t("history.changes")}>
        <WhatChanged />
      </Section>
    </div>
  );
}

/** 100 − what the items cost − what signals cost = the score. */
function Sum() {
  const { t } = useTranslation("customers");
  const format = useFormat();
  const { score } = useHere().customer;
  if (score.value === null) return <>{t("score.none")}</>;
  const signals = score.signals.points;
  const items = 100 - score.value - signals;
  return (
    <span className="num">
      {t("score.sum", {
        items: format.num(items, 2),
        signals: format.num(signals, 2),
        score: format.num(score.value, 2),
      })}
    </span>
  );
}

function Items() {
  const { t } = useTranslation("customers");
  const format = useFormat();
  const { customer, to } = useHere();
  const rows = weighed(customer.score.items);
  const missing = rows.filter(({ cost }) => cost === null).length;
  const columns: Column<Weighed<ScoreItem>>[] = [
    { key: "label", title: t("score.item"), card: "title", render: ({ item }) => item.label },
    {
      key: "value",
      title: t("score.value"),
      align: "right",
      render: ({ item }) => <ReadingValue value={item.value} unit={item.unit} missing={item.missing_words} />,
    },
    {
      key: "points",
      title: t("score.points"),
      align: "right",
      width: 220,
      render: ({ item }) => (
        <span className={css.points}>
          <ItemBar points={item.points} />
          <Num value={item.points} />
        </span>
      ),
    },
    {
      key: "weight",
      title: t("score.weight"),
      hint: t("score.weight_hint"),
      align: "right",
      render: ({ share }) => (share === null ? <Missing /> : format.percent(share, 1)),
    },
    {
      key: "cost",
      title: t("score.cost"),
      hint: t("score.cost_hint"),
      align: "right",
      render: ({ cost, item }) =>
        cost === null ? <span className="muted">{item.missing_words}</span> : <Cost cost={cost} />,
    },
  ];
  return (
    <>
      <DataTable
        label={t("table_of", { name: t("score.title") })}
        columns={columns}
        rows={rows}
        rowKey={({ item }) => item.indicator}
        rowLink={({ item }) => to({ tab: "score", reading: item.indicator })}
      />
      {missing > 0 && customer.score.low !== null && (
        <p className={css.footnote}>
          {t("score.missing", {
            count: missing,
            low: format.num(customer.score.low, 1),
            high: format.num(customer.score.high ?? 0, 1),
          })}
        </p>
      )}
    </>
  );
}

function Cost({ cost }: { cost: number }) {
  const fixed = useFixed();
  if (cost < 0.05) return <span className="muted">0</span>;
  return <span className="num">−{fixed(cost)}</span>;
}
