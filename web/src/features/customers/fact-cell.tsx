/** One cell of a fact, by its form. */
import { useTranslation } from "react-i18next";
import type { components } from "@/api/schema";
import { Day, Masked, Missing, Money, Num } from "@/ui/values";

export type FactColumn = components["schemas"]["FactColumn"];
export type Cell = string | number | boolean | null | undefined;

export const standsRight = ({ form }: Pick<FactColumn, "form">): "right" | "left" =>
  form === "number" || form === "amount" || form === "reporting" ? "right" : "left";

export function FactCell({ column, value }: { column: FactColumn; value: Cell }) {
  const { t } = useTranslation("customers");
  if (column.is_hidden) return <Masked />;
  if (value === null || value === undefined || value === "") return <Missing />;
  if (column.form === "yes") return <>{t(value ? "reading.yes" : "reading.no")}</>;
  if (column.form === "day") return <Day value={String(value)} />;
  if (column.form === "amount" || column.form === "reporting") return <Money value={String(value)} cents />;
  if (column.form === "number") return <Num value={Number(value)} />;
  return <>{String(value)}</>;
}

type Measure = components["schemas"]["MeasureShown"];

/** What a measure takes of one fact, or of all. */
export function TakenValue({ measure, value }: { measure: Measure; value: Measure["value"] }) {
  if (measure.is_hidden) return <Masked />;
  if (value === null) return <Missing />;
  if (measure.form === "day") return <Day value={String(value)} />;
  if (measure.form === "reporting") return <Money value={value} cents />;
  return <Num value={value} />;
}
