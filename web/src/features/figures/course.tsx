/** One figure at the last two years' month-ends, as a line and as a table. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { INK } from "@/app/theme";
import { Answer } from "@/ui/answer";
import { Chart } from "@/ui/chart";
import { FilterSelect } from "@/ui/filters";
import { useMoment } from "@/ui/moment";
import { momentQuery } from "@/ui/moment-asked";
import { Day, Missing, Money } from "@/ui/values";
import css from "./figures.module.css";
import { type Course, courseOf, digitsOf, drawn, type Figure } from "./model";
import { useUnit } from "./value";

interface Props {
  chosen: Figure;
  figures: readonly Figure[];
  onChoose: (key: string) => void;
}

export function CourseChart({ chosen, figures, onChoose }: Props) {
  const { t } = useTranslation("figures");
  const [asked] = useMoment();
  const query = useGet("/portfolio/figures/course", { query: momentQuery(asked) }, { keep: true });
  return (
    <div className={css.course}>
      <div className="no-print">
        <FilterSelect
          label={t("course.figure")}
          options={figures.map(({ key, label }) => ({ value: key, label }))}
          value={chosen.key}
          onChange={(key) => onChoose(key || chosen.key)}
        />
      </div>
      <Answer
        query={query}
        lines={6}
        isEmpty={({ items }) => items.length < 2}
        empty={<p className="muted">{t("course.short")}</p>}
      >
        {(course) => <Drawn course={course} chosen={chosen} />}
      </Answer>
    </div>
  );
}

function Drawn({ course, chosen }: { course: Course; chosen: Figure }) {
  const { t } = useTranslation("figures");
  const inUnit = useUnit();
  const { key, unit, label } = chosen;
  const points = useMemo(() => courseOf(course, key), [course, key]);
  const option = useMemo(
    () => ({
      grid: { left: 4, right: 12, top: 12, bottom: 4, containLabel: true },
      tooltip: {
        trigger: "axis",
        valueFormatter: (value: unknown) =>
          typeof value === "number" ? value.toFixed(digitsOf(unit)) + (unit === "share" ? "%" : "") : "—",
      },
      xAxis: { type: "category", boundaryGap: false, data: points.map(({ day }) => day) },
      yAxis: { type: "value", scale: unit !== "share" },
      series: [
        {
          type: "line",
          name: label,
          data: points.map(({ value }) => drawn(value, unit)),
          symbol: "circle",
          symbolSize: 6,
          itemStyle: { color: INK },
          lineStyle: { color: INK, width: 1.5 },
        },
      ],
    }),
    [points, unit, label],
  );
  const months = new Map(course.items.map((each) => [each.as_of, each]));
  return (
    <Chart
      label={t("course.label", { figure: label, from: points[0]?.day, to: points.at(-1)?.day })}
      option={option}
      height={230}
      legend={label}
      table={{
        columns: [
          { title: t("course.day") },
          { title: label, align: "right" },
          { title: t("sum.receivable"), align: "right" },
          { title: t("course.overdue"), align: "right" },
        ],
        rows: [...points].reverse().map(({ day, value }) => ({
          key: day,
          cells: [
            <Day key="day" value={day} />,
            value === null ? <Missing key="value" /> : inUnit(value, unit),
            <Money key="owed" value={months.get(day)?.receivable} masked={course.masked.includes("receivable")} />,
            <Money key="late" value={months.get(day)?.overdue} masked={course.masked.includes("overdue")} />,
          ],
        })),
      }}
    />
  );
}
