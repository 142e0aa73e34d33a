/** ECharts with only what we draw: lines, bars, who is tied to whom, a grid, a tooltip. */
import { BarChart, GraphChart, LineChart, ScatterChart } from "echarts/charts";
import {
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import { type EChartsCoreOption, type EChartsType, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { FONT, INK } from "@/app/theme";

use([
  BarChart,
  GraphChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  SVGRenderer,
]);

const QUIET = {
  textStyle: { fontFamily: FONT, color: "#52525b", fontSize: 12 },
  animationDuration: 200,
  animationDurationUpdate: 200,
};
const AXIS = {
  axisLine: { lineStyle: { color: "#d4d4d8" } },
  axisTick: { show: false },
  axisLabel: { color: "#52525b", fontSize: 12 },
  splitLine: { lineStyle: { color: "#f0f0f2" } },
};
const TOOLTIP = {
  backgroundColor: "#fff",
  borderColor: "#e7e7ea",
  borderWidth: 1,
  padding: [8, 10],
  textStyle: { color: INK, fontSize: 13, fontFamily: FONT },
  extraCssText: "box-shadow: 0 4px 16px rgba(24,24,27,.10); border-radius: 6px;",
};

type Axis = Record<string, unknown>;
const quietAxis = (axis: unknown) => [axis].flat().map((each) => ({ ...AXIS, ...(each as Axis) }));

/** An option in the house's look. */
function dressed(option: EChartsCoreOption): EChartsCoreOption {
  return {
    ...QUIET,
    grid: { left: 4, right: 8, top: 12, bottom: 4, containLabel: true },
    ...option,
    ...(option.xAxis ? { xAxis: quietAxis(option.xAxis) } : {}),
    ...(option.yAxis ? { yAxis: quietAxis(option.yAxis) } : {}),
    ...(option.tooltip ? { tooltip: { ...TOOLTIP, ...(option.tooltip as object) } } : {}),
  };
}

interface CanvasProps {
  option: EChartsCoreOption;
  onPick?: (picked: { series: string; name: string; index: number }) => void;
}

export default function ChartCanvas({ option, onPick }: CanvasProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);
  useEffect(() => {
    if (!place.current) return undefined;
    const drawn = init(place.current, null, { renderer: "svg" });
    chart.current = drawn;
    const watcher = new ResizeObserver(() => drawn.resize());
    watcher.observe(place.current);
    return () => {
      watcher.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(dressed(option), { notMerge: true });
  }, [option]);
  useEffect(() => {
    const drawn = chart.current;
    if (!drawn || !onPick) return undefined;
    const pick = (event: { seriesName?: string; name?: string; dataIndex?: number }) =>
      onPick({ series: event.seriesName ?? "", name: event.name ?? "", index: event.dataIndex ?? 0 });
    drawn.on("click", pick as never);
    return () => void drawn.off("click", pick as never);
  }, [onPick]);
  return <div ref={place} style={{ width: "100%", height: "100%" }} aria-hidden />;
}
