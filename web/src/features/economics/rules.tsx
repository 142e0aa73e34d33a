/** The rules with what their alerts came to; every count opens the alerts it counts. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "@/app/session";
import { useFormat } from "@/ui/format";
import { type Column, DataTable } from "@/ui/table";
import { PlainTag } from "@/ui/tags";
import { Missing, Money, Num, Percent } from "@/ui/values";
import css from "./economics.module.css";
import { type Economics, type Figures, type RuleFigures, type What, written } from "./model";
import { Seek } from "./seek";

interface RulesProps {
  rules: RuleFigures[];
  together: Figures;
  terms: Economics["terms"];
  onOpen: (cell: string) => void;
}

const COUNTS = ["hits", "right", "false", "late", "unknown"] as const;
const AMOUNTS = ["exposure", "avoided", "margin", "net"] as const;

export function Rules({ rules, together, terms, onOpen }: RulesProps) {
  const { t } = useTranslation("economics");
  const can = useCan();
  const format = useFormat();
  const [sought, setSought] = useState<RuleFigures | null>(null);
  const all = { ...together, key: "", label: t("together"), is_on: true, advice: null, thresholds: [] } as RuleFigures;
  const minutes = (value: number | null) =>
    value === null ? <Missing words={t("nobody")} /> : <span className="num">{format.num(value / 60, 1)}</span>;
  const columns: Column<RuleFigures>[] = [
    { key: "rule", title: t("rule"), card: "title", wraps: true, render: (rule) => <Name rule={rule} /> },
    ...COUNTS.map(
      (what): Column<RuleFigures> => ({
        key: what,
        title: t(`count.${what}`),
        hint: t(`count.${what}_words`),
        align: "right",
        render: (rule) => <Opens what={what} rule={rule.key} value={rule[what]} label={rule.label} onOpen={onOpen} />,
      }),
    ),
    {
      key: "precision",
      title: t("precision"),
      align: "right",
      render: ({ precision }) => <Percent value={precision} digits={0} />,
    },
    {
      key: "lead",
      title: t("lead"),
      align: "right",
      render: ({ lead_days_median }) => <Num value={lead_days_median} words={t("never")} />,
    },
    ...AMOUNTS.map(
      (name): Column<RuleFigures> => ({
        key: name,
        title: t(`amount.${name}`),
        hint: t(`amount.${name}_words`),
        align: "right",
        render: (rule) => <Money value={rule[name]} brief />,
      }),
    ),
    {
      key: "time",
      title: t("time"),
      hint: t("time_words", { count: terms.minutes_per_alert }),
      align: "right",
      render: (rule) => minutes(rule.minutes),
    },
    {
      key: "waited",
      title: t("waited"),
      hint: t("waited_words"),
      align: "right",
      render: (rule) => minutes(rule.waited_minutes),
    },
    ...(can("start_backtest")
      ? [
          {
            key: "seek",
            title: t("seek.column"),
            render: (rule) =>
              rule.thresholds.length > 0 && (
                <Button size="small" onClick={() => setSought(rule)} aria-label={t("seek.of", { rule: rule.label })}>
                  {t("seek.open")}
                </Button>
              ),
          } satisfies Column<RuleFigures>,
        ]
      : []),
  ];
  return (
    <>
      <DataTable label={t("title")} columns={columns} rows={[...rules, all]} rowKey={({ key }) => key || "together"} />
      {sought && <Seek rule={sought} terms={terms} onClose={() => setSought(null)} />}
    </>
  );
}

function Name({ rule }: { rule: RuleFigures }) {
  const { t } = useTranslation("economics");
  return (
    <span className={css.rule}>
      <span>{rule.label}</span>
      {!rule.is_on && <PlainTag>{t("off")}</PlainTag>}
      {rule.advice && <PlainTag>{t(`advice.${rule.advice}`)}</PlainTag>}
    </span>
  );
}

interface OpensProps {
  what: What;
  rule: string;
  value: number;
  label: string;
  onOpen: (cell: string) => void;
}

function Opens({ what, rule, value, label, onOpen }: OpensProps) {
  const { t } = useTranslation("economics");
  const format = useFormat();
  if (!value) return <Num value={value} />;
  return (
    <button
      type="button"
      className={`num ${css.open}`}
      aria-label={t("opens", { label, what: t(`count.${what}`), count: value })}
      onClick={() => onOpen(written(what, rule))}
    >
      {format.num(value)}
    </button>
  );
}
