/** What narrows the customer list: the usual filters in a row, the rarer ones behind a button and as chips when set. */
import { Button, DatePicker, InputNumber, Popover } from "antd";
import dayjs from "dayjs";
import { X } from "lucide-react";
import { type ReactNode, useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useMe, useToday } from "@/app/session";
import { FilterBar, FilterSelect, type Option, SearchBox } from "@/ui/filters";
import { useNarrow } from "@/ui/use-narrow";
import {
  type Chip,
  chipsOf,
  filterCount,
  isUsual,
  isWhole,
  type ListState,
  type ManyFilter,
  type OneFilter,
  withFilter,
  withNumber,
  withoutChip,
} from "./list";
import css from "./list.module.css";
import type { Choices } from "./types";

interface FiltersProps {
  list: ListState;
  onChange: (list: ListState) => void;
  choices: Choices | undefined;
  currency: string;
  aside?: ReactNode;
}

export function ListFilters({ list, onChange, choices, currency, aside }: FiltersProps) {
  const { t } = useTranslation("customers");
  const { filters } = list;
  const search = useCallback((words: string) => onChange(withFilter(list, "q", words)), [list, onChange]);
  const many = (name: ManyFilter, options: readonly Option[]) => (
    <FilterSelect
      label={t(`filter.${name}`)}
      options={options}
      value={filters[name] ?? []}
      onChange={(value) => onChange(withFilter(list, name, value))}
    />
  );
  const narrow = useNarrow();
  const options = optionsOf(choices);
  const rare = <Rare list={list} onChange={onChange} many={many} options={options} currency={currency} />;
  return (
    <>
      <FilterBar
        search={<SearchBox value={filters.q ?? ""} onSearch={search} words={t("filter.q")} />}
        active={filterCount(filters)}
        onClear={() => onChange({ ...list, filters: {} })}
        aside={aside}
      >
        {many("grade", options.grade)}
        {many("quadrant", options.quadrant)}
        {many("industry", options.industry)}
        <FilterSelect
          label={t("filter.owner")}
          options={options.owner}
          value={filters.owner ?? ""}
          onChange={(value) => onChange(withFilter(list, "owner", value))}
        />
        {narrow ? (
          rare
        ) : (
          <Popover content={rare} trigger="click" placement="bottomLeft" arrow={false}>
            <Button>{t("filter.more")}</Button>
          </Popover>
        )}
      </FilterBar>
      <Chips list={list} onChange={onChange} options={options} currency={currency} />
    </>
  );
}

type Options = Record<Exclude<ManyFilter, "codes"> | "owner", readonly Option[]>;

function optionsOf(choices: Choices | undefined): Options {
  return {
    grade: choices?.grades ?? [],
    quadrant: choices?.quadrants ?? [],
    tier: choices?.tiers ?? [],
    industry: choices?.industries ?? [],
    region: choices?.regions ?? [],
    owner: choices?.owners ?? [],
    rule: choices?.rules ?? [],
    fires: choices?.rules ?? [],
    severity: choices?.severities ?? [],
    aging: choices?.aging ?? [],
  };
}

interface RareProps extends Pick<FiltersProps, "list" | "onChange" | "currency"> {
  many: (name: ManyFilter, options: readonly Option[]) => ReactNode;
  options: Options;
}

function Rare({ list, onChange, many, options, currency }: RareProps) {
  const today = useToday();
  const { t } = useTranslation("customers");
  const { filters } = list;
  const hidesAmounts = useMe().masks.includes("amounts");
  const number = (name: OneFilter, most?: number) => (
    <InputNumber<number>
      aria-label={t(`filter.${name}`)}
      placeholder={t(name.endsWith("max") ? "filter.at_most" : "filter.at_least")}
      value={filters[name] ? Number(filters[name]) : null}
      min={0}
      max={most}
      precision={isWhole(name) ? 0 : undefined}
      controls={false}
      style={{ width: "100%" }}
      onChange={(value) => onChange(withNumber(list, name, value))}
    />
  );
  return (
    <div className={css.more}>
      {many("region", options.region)}
      {many("tier", options.tier)}
      {many("aging", options.aging)}
      {many("rule", options.rule)}
      {many("fires", options.fires)}
      {many("severity", options.severity)}
      <FilterSelect
        label={t("filter.has_alert")}
        options={[
          { value: "true", label: t("filter.with_alert") },
          { value: "false", label: t("filter.without_alert") },
        ]}
        value={filters.has_alert ?? ""}
        onChange={(value) => onChange(withFilter(list, "has_alert", value))}
      />
      {!hidesAmounts && (
        <div className={css.field}>
          <span>{t("filter.overdue_min_in", { currency })}</span>
          {number("overdue_min")}
        </div>
      )}
      <div className={css.field}>
        <span>{t("filter.overdue_days")}</span>
        <span className={css.pair}>
          {number("overdue_days_min")}
          <span aria-hidden>–</span>
          {number("overdue_days_max")}
        </span>
      </div>
      <div className={css.field}>
        <span>{t("filter.score")}</span>
        <span className={css.pair}>
          {number("score_min", 100)}
          <span aria-hidden>–</span>
          {number("score_max", 100)}
        </span>
      </div>
      <div className={css.field}>
        <span>{t("filter.changed_since")}</span>
        <DatePicker
          aria-label={t("filter.changed_since")}
          value={filters.changed_since ? dayjs(filters.changed_since) : null}
          maxDate={dayjs(today)}
          onChange={(day) => onChange(withFilter(list, "changed_since", day ? day.format("YYYY-MM-DD") : null))}
        />
      </div>
    </div>
  );
}

/** Filters that have no field in the row: shown, so that nobody wonders why a customer is missing. */
function Chips({
  list,
  onChange,
  options,
  currency,
}: Pick<FiltersProps, "list" | "onChange" | "currency"> & { options: Options }) {
  const { t } = useTranslation("customers");
  const chips = chipsOf(list.filters).filter(({ name }) => !isUsual(name));
  if (!chips.length) return null;
  const words = ({ name, value }: Chip) => {
    if (name === "has_alert") return t(value === "false" ? "filter.without_alert" : "filter.with_alert");
    const label =
      name === "codes"
        ? value
        : (options[name as keyof Options] as readonly Option[] | undefined)?.find((each) => each.value === value)
            ?.label;
    return t("filter.chip", {
      name: t(`filter.${name}`),
      value: name === "overdue_min" ? `${currency} ${value}` : (label ?? value),
    });
  };
  return (
    <ul className={css.chips} aria-label={t("filter.set")}>
      {chips.map((chip) => (
        <li key={`${chip.name} ${chip.value}`} className={css.chip}>
          {words(chip)}
          <button
            type="button"
            className={`plain ${css.remove}`}
            aria-label={t("filter.remove", { name: words(chip) })}
            onClick={() => onChange(withoutChip(list, chip))}
          >
            <X size={14} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
