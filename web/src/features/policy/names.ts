/** What the keys in documents are called: indicators, roles, grades, tiers, quadrants; from what is in force. */
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import type { Field, Ground } from "./builder";
import {
  type Beside,
  type Grading,
  type Indicator,
  indicatorsIn,
  type Kind,
  type Matrix,
  type Rule,
  type Rules,
  read,
  said,
  type ValueCard,
} from "./model";

/** The newest text of a kind that is in force. */
export function useLive(kind: Kind): string | undefined {
  const live = useGet("/policy").data?.items.find((each) => each.kind === kind);
  const path = { kind, number: live?.version ?? 0 };
  return useGet("/policy/{kind}/versions/{number}", { path }, { enabled: live !== undefined }).data?.body;
}

/** All rules by name, those of the change at hand too. */
export function useRuleNames(beside: readonly Beside[]): { value: string; label: string }[] {
  const { i18n } = useTranslation("policy");
  const live = useGet("/rules").data?.items;
  const drafted = beside.find(({ kind }) => kind === "rules")?.body;
  return useMemo(() => {
    const known = new Map((live ?? []).map(({ key, label }) => [key, label]));
    const rules = drafted ? read<Rules>(drafted)?.rules : undefined;
    if (!rules) return [...known].map(([value, label]) => ({ value, label }));
    return Object.entries(rules).map(([value, { label }]) => ({
      value,
      label: known.get(value) ?? said(label, i18n.language),
    }));
  }, [live, drafted, i18n.language]);
}

export interface Names {
  language: string;
  indicators: readonly Indicator[];
  byKey: ReadonlyMap<string, Indicator>;
  name: (key: string) => string;
  unit: (key: string) => string | undefined;
  grades: { value: string; label: string }[];
  tiers: { value: string; label: string }[];
  quadrants: { value: string; label: string }[];
  roles: { value: string; label: string }[];
  currency: string;
}

/** `drafted`: the indicators of the change at hand, where it has a text of them. */
export function useNames(drafted?: string): Names {
  const { t, i18n } = useTranslation("policy");
  const language = i18n.language;
  const texts = [useLive("indicators"), useLive("grading"), useLive("value_card"), useLive("matrix")];
  const roles = useGet("/roles").data?.items;
  const currency = useGet("/settings/company").data?.currency ?? "CNY";
  const [live, grading, value, matrix] = texts;
  const indicators = drafted ?? live;
  return useMemo(() => {
    const all = indicators ? indicatorsIn(indicators) : [];
    const byKey = new Map(all.map((each) => [each.key, each]));
    const places: Record<string, string> = {
      score: t("place.score"),
      coverage: t("place.coverage"),
      grade: t("place.grade"),
      value_tier: t("place.value_tier"),
      quadrant: t("place.quadrant"),
      signal_points: t("place.signal_points"),
    };
    const bands = (grading && read<Grading>(grading)?.bands) || [];
    const tiers = (value && read<ValueCard>(value)?.tiers) || [];
    const quadrants = (matrix && read<Matrix>(matrix)?.quadrants) || {};
    return {
      language,
      indicators: all,
      byKey,
      name: (key) => places[key] ?? (said(byKey.get(key)?.label, language) || key),
      unit: (key) => (key === "coverage" ? "share" : byKey.get(key)?.unit),
      grades: bands.map(({ grade, label }) => ({ value: grade, label: said(label, language) })),
      tiers: tiers.map(({ tier, label }) => ({ value: tier, label: said(label, language) })),
      quadrants: Object.entries(quadrants).map(([key, { label }]) => ({ value: key, label: said(label, language) })),
      roles: (roles ?? []).map(({ code, label }) => ({ value: code, label })),
      currency,
    };
  }, [indicators, grading, value, matrix, roles, currency, language, t]);
}

const PLACES = ["score", "coverage", "grade", "value_tier", "quadrant", "signal_points"] as const;

/** What conditions of rules may ask of: places and readings; numbers also compare with thresholds and readings. */
export function groundOf(names: Names, thresholds: Rule["thresholds"], threshold: (name: string) => string): Ground {
  const choices: Record<string, Names["grades"]> = {
    grade: names.grades,
    value_tier: names.tiers,
    quadrant: names.quadrants,
  };
  const readings = names.indicators.map(({ key, label }) => ({ value: key, label: said(label, names.language) }));
  const kindOf = (key: string): Field["kind"] =>
    choices[key] ? "choice" : names.unit(key) === "flag" ? "flag" : "number";
  return {
    currency: names.currency,
    fields: [...PLACES.map((value) => ({ value, label: names.name(value) })), ...readings].map((each) => ({
      ...each,
      kind: kindOf(each.value),
      unit: names.unit(each.value),
      options: choices[each.value],
    })),
    others: [
      ...Object.entries(thresholds ?? {}).map(([value, { label }]) => ({
        value,
        label: threshold(said(label, names.language)),
      })),
      ...readings,
    ],
  };
}

/** A number of a reading with its unit, as people write it. */
export function useBound(names: Names): (value: number, key: string) => string {
  const { t, i18n } = useTranslation("policy");
  return (value, key) =>
    written(value, names.unit(key), names.currency, i18n.language, (unit) =>
      t(`unit.${unit as "days"}`, { defaultValue: "" }),
    );
}

export function written(
  value: number,
  unit: string | undefined,
  currency: string,
  language: string,
  word: (unit: string) => string,
): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 6 });
  if (unit === "share") return `${number.format(Number((value * 100).toPrecision(12)))}%`;
  if (unit === "minor")
    return new Intl.NumberFormat(language, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      maximumFractionDigits: 0,
    }).format(value / 100);
  const said = unit ? word(unit) : "";
  return said ? `${number.format(value)} ${said}` : number.format(value);
}
