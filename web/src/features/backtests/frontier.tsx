/** Where should the line be? What stopping everybody below each score would have netted, and where it breaks even. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { INK } from "@/app/theme";
import { Chart } from "@/ui/chart";
import { useFormat } from "@/ui/format";
import css from "./backtests.module.css";
import { type Result, type Side, sidesOf } from "./model";

const COLOURS: Record<Side, string> = { live: "#a1a1aa", draft: INK };
const STEP = 5;

export function Frontier({ result }: { result: Result }) {
  const { t } = useTranslation("backtests");
  const format = useFormat();
  const sides = sidesOf(result);
  const colour = (side: Side) => (sides.length === 1 ? INK : COLOURS[side]);
  const { currency } = result;
  const option = useMemo(() => {
    const shown = sidesOf(result);
    return {
      tooltip: { trigger: "axis" },
      grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
      xAxis: { type: "value", min: 0, max: 100, name: t("frontier.below"), nameLocation: "middle", nameGap: 28 },
      yAxis: { type: "value", axisLabel: { formatter: (value: number) => format.money(value, { brief: true }) } },
      series: shown.map((side) => {
        const figures = result[side] ?? result.live;
        return {
          type: "line",
          name: t(`side.${side}`),
          color: shown.length === 1 ? INK : COLOURS[side],
          showSymbol: false,
          data: figures.frontier.map(({ below, net }) => [below, Number(net)]),
          markLine: {
            symbol: "none",
            silent: true,
            label: { formatter: t("frontier.best", { count: figures.best_cut_off }), position: "end" },
            lineStyle: { type: "dashed" },
            data: [{ xAxis: figures.best_cut_off }],
          },
        };
      }),
    };
  }, [result, t, format]);
  const rows = result.live.frontier.filter(({ below }) => below % STEP === 0);
  return (
    <div className="stack">
      {sides.map((side) => {
        const figures = result[side] ?? result.live;
        return (
          <p key={side}>
            {t("frontier.words", {
              side: t(`side.${side}`),
              best: figures.best_cut_off,
              even: figures.break_even_cut_off,
              rate: format.percent(figures.break_even_loss_rate ?? 0, 1),
            })}
          </p>
        );
      })}
      <Chart
        label={t("frontier.label")}
        option={option}
        height={280}
        legend={sides.map((side) => (
          <span key={side} className={css.key}>
            <i style={{ background: colour(side) }} />
            {t(`side.${side}`)}
          </span>
        ))}
        table={{
          columns: [
            { title: t("frontier.below") },
            ...sides.flatMap((side) =>
              (["caught", "false", "avoided", "margin", "net"] as const).map((name) => ({
                title: t(`frontier.${name}`, { side: sides.length > 1 ? t(`side.${side}`) : "" }),
                align: "right" as const,
              })),
            ),
          ],
          rows: rows.map(({ below }) => ({
            key: String(below),
            cells: [
              below,
              ...sides.flatMap((side) => {
                const each = result[side]?.frontier.find((point) => point.below === below);
                if (!each) return ["", "", "", "", ""];
                const amounts = [each.avoided, each.margin, each.net];
                return [
                  format.num(each.events_caught),
                  format.num(each.false_alarms),
                  ...amounts.map((value) => format.money(value, { currency, brief: true })),
                ];
              }),
            ],
          })),
        }}
      />
    </div>
  );
}
