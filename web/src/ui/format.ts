/** Numbers, money and times as the screen's language writes them. Pure; `useFormat` binds them to the language. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "@/i18n/language";

export type Amount = string | number;

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options);
  const found = formats.get(key) ?? new Intl.NumberFormat(language, options);
  formats.set(key, found);
  return found;
}

/** Whole units with thousands separators; `cents` shows the exact amount; `brief` says 1,824万, 1.82亿 or 18.2M. */
export function money(
  language: Language,
  amount: Amount,
  { currency, cents = false, brief = false }: { currency?: string; cents?: boolean; brief?: boolean } = {},
): string {
  const value = Number(amount);
  const unit: Intl.NumberFormatOptions = currency
    ? { style: "currency", currency, currencyDisplay: "narrowSymbol" }
    : {};
  if (brief && Math.abs(value) >= 10_000) {
    const digits = {
      minimumFractionDigits: 0,
      maximumFractionDigits: Math.abs(value) >= 1e8 ? 2 : 1,
      notation: "compact" as const,
      useGrouping: "always" as const,
    };
    return numberFormat(language, { ...unit, ...digits }).format(value);
  }
  const places = cents ? 2 : 0;
  return numberFormat(language, { ...unit, minimumFractionDigits: places, maximumFractionDigits: places }).format(
    value,
  );
}

export function num(language: Language, value: Amount, digits = 0): string {
  return numberFormat(language, { maximumFractionDigits: digits }).format(Number(value));
}

/** A share from 0 to 1. */
export function percent(language: Language, share: Amount, digits = 0): string {
  return numberFormat(language, { style: "percent", maximumFractionDigits: digits }).format(Number(share));
}

/** With its sign: +3, −2; zero has none. */
export function signed(language: Language, value: Amount, digits = 0): string {
  const options = { maximumFractionDigits: digits, signDisplay: "exceptZero" as const };
  return numberFormat(language, options).format(Number(value)).replace("-", "−");
}

/** An ISO day stays as it is: it sorts, it lines up and nobody misreads it. */
export const day = (iso: string): string => iso.slice(0, 10);

/** An instant in the reader's own time zone, to the minute. */
export function instant(iso: string): string {
  const at = new Date(iso);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

/** “3 hours ago”, seen from `now`. */
export function since(language: Language, iso: string, now: number): string {
  const seconds = (new Date(iso).getTime() - now) / 1000;
  const [unit, length] = STEPS.find(([, step]) => Math.abs(seconds) >= step) ?? ["second", 1];
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  return unit === "second" ? format.format(0, "second") : format.format(Math.round(seconds / length), unit);
}

/** How long something took: 0.8 s, 3 min, 5 h, 2 d. */
export function duration(language: Language, seconds: number): string {
  const [value, unit] =
    seconds < 60
      ? [seconds, "second"]
      : seconds < 3600
        ? [seconds / 60, "minute"]
        : seconds < 86_400
          ? [seconds / 3600, "hour"]
          : [seconds / 86_400, "day"];
  const digits = value < 10 ? 1 : 0;
  return numberFormat(language, {
    style: "unit",
    unit: unit as string,
    unitDisplay: "short",
    maximumFractionDigits: digits,
  }).format(value as number);
}

/** Names one after the other, as the language lists them. */
export const list = (language: Language, words: readonly string[]): string =>
  new Intl.ListFormat(language, { style: "narrow", type: "conjunction" }).format(words);

export function useFormat() {
  const { i18n } = useTranslation();
  const language = i18n.language as Language;
  return useMemo(
    () => ({
      money: (amount: Amount, how?: Parameters<typeof money>[2]) => money(language, amount, how),
      num: (value: Amount, digits?: number) => num(language, value, digits),
      percent: (share: Amount, digits?: number) => percent(language, share, digits),
      signed: (value: Amount, digits?: number) => signed(language, value, digits),
      since: (iso: string, now = Date.now()) => since(language, iso, now),
      list: (words: readonly string[]) => list(language, words),
      duration: (seconds: number) => duration(language, seconds),
      day,
      instant,
    }),
    [language],
  );
}
