/** A figure's value in its unit, or why there is none. */
import { useTranslation } from "react-i18next";
import { useFormat } from "@/ui/format";
import { Missing } from "@/ui/values";
import { digitsOf, type Figure, type Unit } from "./model";

/** Writes a number in a unit: 41.5 days, 8.79 times, 12.3%. */
export function useUnit(): (value: number, unit: Unit) => string {
  const { t } = useTranslation("figures");
  const format = useFormat();
  return (value, unit) =>
    unit === "share"
      ? format.percent(value, digitsOf(unit))
      : t(`unit.${unit}`, { value: format.num(value, digitsOf(unit)) });
}

export function Value({ figure }: { figure: Pick<Figure, "value" | "unit" | "is_more" | "missing_words"> }) {
  const { t } = useTranslation("figures");
  const inUnit = useUnit();
  if (figure.value === null) return <Missing words={figure.missing_words ?? undefined} />;
  const words = inUnit(figure.value, figure.unit);
  return <span className="num">{figure.is_more ? t("more", { value: words }) : words}</span>;
}
