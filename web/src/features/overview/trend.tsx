/** How many customers stood in each grade at each month's end. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { RISK } from "@/app/theme";
import { Chart } from "@/ui/chart";
import { useFormat } from "@/ui/format";
import type { Grade } from "@/ui/tags";
import type { GradesOn } from "./model";
import css from "./overview.module.css";

/** From the ground up: the grave ones first, so that their growth is seen against the line. */
const GRADES: readonly Grade[] = ["high", "medium", "low", "unrated"];

export function Trend({ points }: { points: readonly GradesOn[] }) {
  const { t } = useTranslation(["overview", "common"]);
  const format = useFormat();
  const shown = useMemo(() => GRADES.filter((grade) => points.some(({ counts }) => counts[grade])), [points]);
  const option = useMemo(
    () => ({
      tooltip: { trigger: "axis", axisPointer: { type: "shadow", shadowStyle: { color: "rgba(24,24,27,.04)" } } },
      xAxis: { type: "category", data: points.map(({ as_of }) => as_of.slice(0, 7)) },
      yAxis: { type: "value" },
      series: shown.map((grade) => ({
        type: "bar",
        name: t(`common:grade.${grade}`),
        stack: "all",
        barMaxWidth: 28,
        color: RISK[grade].fill,
        data: points.map(({ counts }) => counts[grade] ?? 0),
      })),
    }),
    [points, shown, t],
  );
  if (!points.length) return <p className="muted">{t("trend.none")}</p>;
  return (
    <Chart
      label={t("trend.label", { from: points[0]?.as_of, to: points.at(-1)?.as_of })}
      option={option}
      height={226}
      legend={shown.map((grade) => (
        <span key={grade} className={css.key}>
          <i style={{ background: RISK[grade].fill }} />
          {t(`common:grade.${grade}`)}
        </span>
      ))}
      table={{
        columns: [
          { title: t("trend.as_of") },
          ...shown.map((grade) => ({ title: t(`common:grade.${grade}`), align: "right" as const })),
        ],
        rows: [...points].reverse().map(({ as_of, counts }) => ({
          key: as_of,
          cells: [as_of, ...shown.map((grade) => format.num(counts[grade] ?? 0))],
        })),
      }}
    />
  );
}
