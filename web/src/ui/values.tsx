/** One value on the screen: money, a number, a time, a change, or why there is none. */
import { useTranslation } from "react-i18next";
import { type Amount, useFormat } from "./format";
import { useSeenFrom } from "./seen-from";
import css from "./values.module.css";

type Maybe<T> = T | null | undefined;

/** Nothing known. `words` says why, for those who point at it or listen. */
export function Missing({ words }: { words?: string }) {
  const { t } = useTranslation();
  return (
    <span className="muted" title={words}>
      <span aria-hidden>—</span>
      <span className="unseen">{words ?? t("value.missing")}</span>
    </span>
  );
}

/** Known, but not shown to this person. */
export function Masked() {
  const { t } = useTranslation();
  return (
    <span className="muted" title={t("value.masked")}>
      <span aria-hidden>•••</span>
      <span className="unseen">{t("value.masked")}</span>
    </span>
  );
}

interface MoneyProps {
  value: Maybe<Amount>;
  /** Shown as a symbol when given; tables name the currency once and leave it out. */
  currency?: string;
  cents?: boolean;
  brief?: boolean;
  masked?: boolean;
}

export function Money({ value, masked, ...how }: MoneyProps) {
  const format = useFormat();
  if (masked) return <Masked />;
  if (value === null || value === undefined) return <Missing />;
  const exact = format.money(value, { ...how, cents: true, brief: false });
  const short = format.money(value, how);
  return (
    <span className="num" title={short === exact ? undefined : exact}>
      {short}
    </span>
  );
}

export function Num({ value, digits, words }: { value: Maybe<Amount>; digits?: number; words?: string }) {
  const format = useFormat();
  if (value === null || value === undefined) return <Missing words={words} />;
  return <span className="num">{format.num(value, digits)}</span>;
}

export function Percent({ value, digits }: { value: Maybe<Amount>; digits?: number }) {
  const format = useFormat();
  if (value === null || value === undefined) return <Missing />;
  return <span className="num">{format.percent(value, digits)}</span>;
}

export function Day({ value }: { value: Maybe<string> }) {
  const format = useFormat();
  if (!value) return <Missing />;
  return (
    <time className="num" dateTime={value}>
      {format.day(value)}
    </time>
  );
}

export function Instant({ value }: { value: Maybe<string> }) {
  const format = useFormat();
  if (!value) return <Missing />;
  return (
    <time className="num" dateTime={value}>
      {format.instant(value)}
    </time>
  );
}

/** “3 hours ago”, the exact time on pointing; on a page of a past day counted to that day. */
export function Since({ value }: { value: Maybe<string> }) {
  const format = useFormat();
  const from = useSeenFrom();
  if (!value) return <Missing />;
  return (
    <time className="num" dateTime={value} title={format.instant(value)}>
      {format.since(value, from)}
    </time>
  );
}

interface DeltaProps {
  value: Maybe<Amount>;
  /** Which direction is bad news; without it the change has no colour. */
  worse?: "higher" | "lower" | "neither";
  kind?: "num" | "money" | "percent";
  digits?: number;
  currency?: string;
  /** What it is compared with: “in 7 days”. */
  than?: string;
}

/** A change with its sign; bad news in the colour of risk, good news quiet. */
export function Delta({ value, worse = "neither", kind = "num", digits, currency, than }: DeltaProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (value === null || value === undefined) return null;
  const amount = Number(value);
  const size = Math.abs(amount);
  const words = {
    num: () => format.num(size, digits),
    money: () => format.money(size, { brief: true, currency }),
    percent: () => format.percent(size, digits ?? 1),
  }[kind]();
  const isWorse = (worse === "higher" && amount > 0) || (worse === "lower" && amount < 0);
  return (
    <span className={isWorse ? `num ${css.worse}` : "num quiet"}>
      {amount === 0 ? t("value.unchanged") : (amount > 0 ? "+" : "−") + words}
      {than ? <span className="muted"> {than}</span> : null}
    </span>
  );
}
