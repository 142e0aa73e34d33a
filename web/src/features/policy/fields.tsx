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

const LANGUAGES = ["zh", "en"] as const;

interface LabelFieldsProps {
  label: Label | undefined;
  /** What is named, where it is not the thing itself. */
  what?: string;
  /** For names as long as sentences. */
  wide?: boolean;
  onChange: (label: Label) => void;
}

export function LabelFields({ label, what, wide = false, onChange }: LabelFieldsProps) {
  const { t } = useTranslation("policy");
  const { zh = "", en = "" } = label ?? {};
  const name = (language: "zh" | "en") => (what ? t(`label.of_${language}`, { what }) : t(`label.${language}`));
  return (
    <span className={wide ? css.texts : css.labels}>
      {LANGUAGES.map((language) => (
        <Input
          key={language}
          size="small"
          prefix={<span className="muted">{name(language)}</span>}
          aria-label={name(language)}
          value={{ zh, en }[language]}
          maxLength={200}
          onChange={({ target }) => onChange({ zh, en, [language]: target.value })}
        />
      ))}
    </span>
  );
}

interface TextFieldsProps {
  label: string;
  value: Label | undefined;
  /** Nothing in either language: no text at all. */
  onChange: (value: Label | undefined) => void;
}

/** Some sentences in both languages, which may be left out. */
export function TextFields({ label, value, onChange }: TextFieldsProps) {
  const { t } = useTranslation("policy");
  const { zh = "", en = "" } = value ?? {};
  return (
    <span className={css.stacked}>
      {label}
      <span className={css.texts}>
        {LANGUAGES.map((language) => (
          <Input.TextArea
            key={language}
            lang={language}
            aria-label={t(`label.of_${language}`, { what: label })}
            placeholder={t(`label.of_${language}`, { what: label })}
            value={{ zh, en }[language]}
            maxLength={2000}
            autoSize={{ minRows: 1, maxRows: 6 }}
            onChange={({ target }) => {
              const next = { zh, en, [language]: target.value };
              onChange(next.zh || next.en ? next : undefined);
            }}
          />
        ))}
      </span>
    </span>
  );
}
