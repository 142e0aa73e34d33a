/** Small fields of the editors: a number with its unit, a name in both languages. */
import { Input, InputNumber } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Label } from "./model";
import css from "./policy.module.css";

interface NumberFieldProps {
  label: string;
  value: number | null | undefined;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  suffix?: string;
  /** Whole numbers only. */
  whole?: boolean;
  /** Show the label beside the field. */
  shown?: boolean;
  bad?: boolean;
}

export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, min, max, suffix, whole = false, shown = false, bad = false } = props;
  const id = useId();
  return (
    <span className={css.field}>
      {shown && <label htmlFor={id}>{label}</label>}
      <InputNumber
        id={id}
        size="small"
        aria-label={shown ? undefined : label}
        value={value}
        min={min}
        max={max}
        precision={whole ? 0 : undefined}
        status={bad ? "error" : undefined}
        controls={false}
        keyboard
        onChange={(number) => {
          if (typeof number === "number") onChange(number);
        }}
      />
      {suffix && <span className="muted">{suffix}</span>}
    </span>
  );
}

export function LabelFields({ label, onChange }: { label: Label | undefined; onChange: (label: Label) => void }) {
  const { t } = useTranslation("policy");
  const { zh = "", en = "" } = label ?? {};
  const languages = ["zh", "en"] as const;
  return (
    <span className={css.labels}>
      {languages.map((language) => (
        <Input
          key={language}
          size="small"
          prefix={<span className="muted">{t(`label.${language}`)}</span>}
          aria-label={t(`label.${language}`)}
          value={{ zh, en }[language]}
          maxLength={200}
          onChange={({ target }) => onChange({ zh, en, [language]: target.value })}
        />
      ))}
    </span>
  );
}
