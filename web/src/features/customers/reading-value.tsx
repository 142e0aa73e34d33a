/** A reading on the screen: its value by unit, or why there is none. */
import { useTranslation } from "react-i18next";
import { Missing } from "@/ui/values";
import { changeText, fixedText, type Reading, readingText } from "./reading";

/** Texts of readings in the language of the screen. */
export function useReadingText() {
  const { t, i18n } = useTranslation("customers");
  const words = { yes: t("reading.yes"), no: t("reading.no") };
  return {
    value: (value: Reading, unit: string) => readingText(value, unit, i18n.language, words),
    change: (change: Reading, unit: string) => changeText(change, unit, i18n.language, words),
  };
}

export function ReadingValue({
  value,
  unit,
  missing,
}: {
  value: Reading | null | undefined;
  unit: string;
  missing?: string | null;
}) {
  const text = useReadingText();
  if (value === null || value === undefined) return <Missing words={missing ?? undefined} />;
  return <span className="num">{text.value(value, unit)}</span>;
}

export function useFixed(): (value: number) => string {
  const { i18n } = useTranslation("customers");
  return (value) => fixedText(value, i18n.language);
}
