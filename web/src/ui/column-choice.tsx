/** Which columns a table shows; remembered in this browser under `name`. */
import { Button, Checkbox, Popover } from "antd";
import { Columns3 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import css from "./column-choice.module.css";

const where = (name: string) => `kedun.columns.${name}`;

/** The chosen columns and how to choose others; `standard` until somebody does. */
export function useChosenColumns(name: string, standard: readonly string[]): [string[], (keys: string[]) => void] {
  const [chosen, setChosen] = useState<string[]>(() => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(where(name)) ?? "null");
      return Array.isArray(kept) ? kept.map(String) : [...standard];
    } catch {
      return [...standard];
    }
  });
  return [
    chosen,
    (keys) => {
      setChosen(keys);
      try {
        localStorage.setItem(where(name), JSON.stringify(keys));
      } catch {
        // shown now, not remembered
      }
    },
  ];
}

interface ColumnChoiceProps {
  /** In the order they are offered; `fixed` ones are always shown. */
  options: readonly { key: string; title: string; group?: string; fixed?: boolean }[];
  chosen: readonly string[];
  onChange: (keys: string[]) => void;
  onReset?: () => void;
}

export function ColumnChoice({ options, chosen, onChange, onReset }: ColumnChoiceProps) {
  const { t } = useTranslation();
  const groups = [...new Set(options.map(({ group }) => group ?? ""))];
  const toggle = (key: string, on: boolean) =>
    onChange(options.map((option) => option.key).filter((each) => (each === key ? on : chosen.includes(each))));
  const content = (
    <div className={css.choice}>
      {groups.map((group) => (
        <fieldset key={group}>
          <legend className={group ? undefined : "unseen"}>{group || t("table.columns")}</legend>
          {options
            .filter((option) => (option.group ?? "") === group)
            .map(({ key, title, fixed }) => (
              <Checkbox
                key={key}
                checked={fixed || chosen.includes(key)}
                disabled={fixed}
                onChange={({ target }) => toggle(key, target.checked)}
              >
                {title}
              </Checkbox>
            ))}
        </fieldset>
      ))}
      {onReset && (
        <button type="button" className={`plain ${css.reset}`} onClick={onReset}>
          {t("table.columns_reset")}
        </button>
      )}
    </div>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight" arrow={false}>
      <Button icon={<Columns3 size={16} aria-hidden />}>{t("table.columns")}</Button>
    </Popover>
  );
}
