/** How a reading is written: by its unit, in the reader's language. Pure. */

/** The words that a number alone does not say. */
export type UnitWords = { yes: string; no: string };

/** An amount is a decimal string, everything else a number. */
export type Reading = number | string;

const UNITS: Record<string, Intl.NumberFormatOptions> = {
  days: { style: "unit", unit: "day", unitDisplay: "long", maximumFractionDigits: 1 },
  hours: { style: "unit", unit: "hour", unitDisplay: "long", maximumFractionDigits: 1 },
  years: { style: "unit", unit: "year", unitDisplay: "long", maximumFractionDigits: 1 },
  share: { style: "percent", maximumFractionDigits: 1 },
  count: { maximumFractionDigits: 0 },
  multiple: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
  points: { maximumFractionDigits: 1 },
};

export const isAmount = (unit: string): boolean => unit.startsWith("minor");

/** Write a value that is there; an amount to the cent. */
export function readingText(value: Reading, unit: string, locale: string, words: UnitWords): string {
  if (isAmount(unit)) return amountText(value, locale);
  const number = Number(value);
  if (unit === "flag") return number ? words.yes : words.no;
  const text = new Intl.NumberFormat(locale, UNITS[unit] ?? {}).format(number);
  return unit === "multiple" ? `${text}×` : text;
}

/** The decimals that the server writes are those that the currency has. */
function amountText(value: Reading, locale: string): string {
  const decimals = String(value).split(".")[1]?.length ?? 0;
  return new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
    Number(value),
  );
}

/** Write by how much a value changed, always with its sign; shares change by percentage points. */
export function changeText(change: Reading, unit: string, locale: string, words: UnitWords): string {
  const number = Number(change);
  const sign = number > 0 ? "+" : number < 0 ? "−" : "±";
  const size = typeof change === "string" ? change.replace(/^[-+]/, "") : Math.abs(number);
  if (unit === "share") {
    return `${sign}${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(Number(size) * 100)} pp`;
  }
  return `${sign}${readingText(size, unit === "flag" ? "count" : unit, locale, words)}`;
}

/** Points with one decimal always, so that they line up. */
export function fixedText(value: number, locale: string): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
}
