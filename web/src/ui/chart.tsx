/** A chart that says in words what it shows and can turn into its table. ECharts is fetched when the first chart is drawn. */
import { Segmented } from "antd";
import type { EChartsCoreOption } from "echarts/core";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import css from "./chart.module.css";

const Canvas = lazy(() => import("./chart-canvas"));

export interface ChartTable {
  columns: readonly { title: string; align?: "left" | "right" }[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

interface ChartProps {
  /** What it shows, in a sentence. */
  label: string;
  option: EChartsCoreOption;
  /** The same numbers as a table. */
  table: ChartTable;
  height?: number;
  onPick?: (picked: { series: string; name: string; index: number }) => void;
  /** Left of the toggle: a legend in words. */
  legend?: ReactNode;
}

export function Chart({ label, option, table, height = 240, onPick, legend }: ChartProps) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<"chart" | "table">("chart");
  return (
    <figure className={css.figure} aria-label={label}>
      <div className={css.head}>
        <div className={css.legend}>{legend}</div>
        <Segmented
          size="small"
          aria-label={t("chart.shown_as")}
          value={shown}
          onChange={setShown}
          options={[
            { value: "chart", label: t("chart.chart") },
            { value: "table", label: t("chart.table") },
          ]}
        />
      </div>
      {shown === "chart" ? (
        <div style={{ height }} role="img" aria-label={label}>
          <Suspense fallback={null}>
            <Canvas option={option} onPick={onPick} />
          </Suspense>
        </div>
      ) : (
        <PlainTable label={label} table={table} />
      )}
    </figure>
  );
}

export function PlainTable({ label, table }: { label: string; table: ChartTable }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={css.scroll} aria-label={label} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            {table.columns.map(({ title, align }) => (
              <th key={title} scope="col" style={{ textAlign: align }}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={table.columns[index]?.title ?? index} style={{ textAlign: table.columns[index]?.align }}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
