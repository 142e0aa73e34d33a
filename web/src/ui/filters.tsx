/** The row above a list: search, filters, what else. On a phone the filters wait behind a button. */
import { Badge, Button, Input } from "antd";
import { Search, SlidersHorizontal } from "lucide-react";
import { Children, type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import css from "./filters.module.css";
import { SidePanel } from "./panel";
import { Select } from "./select";
import { useNarrow } from "./use-narrow";

interface FilterBarProps {
  /** Stays visible on a phone. */
  search?: ReactNode;
  children?: ReactNode;
  /** How many filters are set; shows “clear”. */
  active?: number;
  onClear?: () => void;
  /** At the right: columns, export. */
  aside?: ReactNode;
}

export function FilterBar({ search, children, active = 0, onClear, aside }: FilterBarProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const hasFilters = Children.count(children) > 0;
  const clear = active > 0 && onClear && (
    <Button type="text" onClick={onClear}>
      {t("filter.clear")}
    </Button>
  );
  return (
    <search className={css.bar}>
      {search}
      {!narrow && children}
      {!narrow && clear}
      {narrow && hasFilters && (
        <Badge count={active} color="#18181b" size="small">
          <Button
            icon={<SlidersHorizontal size={16} aria-hidden />}
            onClick={() => setOpen(true)}
            aria-label={t("filter.open")}
          />
        </Badge>
      )}
      {aside && <div className={css.aside}>{aside}</div>}
      {narrow && (
        <SidePanel open={open} onClose={() => setOpen(false)} title={t("filter.open")} footer={clear}>
          <div className={css.drawer}>{children}</div>
        </SidePanel>
      )}
    </search>
  );
}

const PAUSE_MS = 300;

/** Asks when the typing pauses, not while an input method is choosing words. */
export function SearchBox({
  value,
  onSearch,
  words,
}: {
  value: string;
  onSearch: (words: string) => void;
  words: string;
}) {
  const [typed, setTyped] = useState(value);
  const [composing, setComposing] = useState(false);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (composing || typed === value) return undefined;
    const timer = setTimeout(() => onSearch(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, composing, onSearch]);
  return (
    <Input
      className={css.search}
      prefix={<Search size={14} aria-hidden />}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onPressEnter={() => onSearch(typed.trim())}
      placeholder={words}
      aria-label={words}
      maxLength={100}
      allowClear
    />
  );
}

export interface Option {
  value: string;
  label: string;
}

interface FilterSelectProps<V extends string | string[]> {
  label: string;
  options: readonly Option[];
  value: V;
  onChange: (value: V) => void;
  searchable?: boolean;
}

/** One filter: a single value ("" is none) or several. Its label stands inside while nothing is chosen. */
export function FilterSelect<V extends string | string[]>({
  label,
  options,
  value,
  onChange,
  searchable,
}: FilterSelectProps<V>) {
  const many = Array.isArray(value);
  return (
    <Select
      className={css.select}
      mode={many ? "multiple" : undefined}
      aria-label={label}
      placeholder={label}
      value={(many ? value : value || undefined) as V | undefined}
      options={[...options]}
      onChange={(chosen: V | undefined) => onChange(chosen ?? ("" as V))}
      showSearch={(searchable ?? options.length > 8) ? { optionFilterProp: "label" } : false}
      maxTagCount={1}
      maxTagPlaceholder={(more) => `+${more.length}`}
      popupMatchSelectWidth={false}
      allowClear
    />
  );
}
