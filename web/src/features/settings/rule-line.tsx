/** One rule as a quiet line: on or off, what it says, its numbers, and what it would do now. */
import { InputNumber, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "@/ui/format";
import { type Severity, SeverityTag } from "@/ui/tags";
import type { Draft, RuleListed, ThresholdRow } from "./model";
import css from "./rules.module.css";

interface RuleLineProps {
  rule: RuleListed;
  draft: Draft;
  isChanged: boolean;
  /** Absent: to be looked at only. */
  onDraft?: (draft: Draft) => void;
}

export function RuleLine({ rule, draft, isChanged, onDraft }: RuleLineProps) {
  const { t } = useTranslation("settings");
  const format = useFormat();
  const isOn = draft.enabled.has(rule.key);
  function turn(on: boolean) {
    const enabled = new Set(draft.enabled);
    if (on) enabled.add(rule.key);
    else enabled.delete(rule.key);
    onDraft?.({ ...draft, enabled });
  }
  const give = (name: string, value: string) =>
    onDraft?.({
      ...draft,
      thresholds: { ...draft.thresholds, [rule.key]: { ...draft.thresholds[rule.key], [name]: value } },
    });
  return (
    <li className={css.rule} data-on={isOn} data-changed={isChanged}>
      <Switch size="small" checked={isOn} onChange={turn} disabled={!onDraft} aria-label={rule.label} />
      <div className={css.what}>
        <p className={css.name}>
          {rule.label} <SeverityTag severity={rule.severity as Severity} />
        </p>
        <p className={css.condition}>
          {rule.condition.words}
          {rule.condition.scope_words && ` ${t("rules.scope", { words: rule.condition.scope_words })}`}
        </p>
        <p className="muted">
          {t("rules.told", { who: format.list(rule.recipients.map(({ label }) => label)) })}
          {rule.cooldown_days > 0 && ` · ${t("rules.rests", { count: rule.cooldown_days })}`}
        </p>
        {rule.not_carried_out.length > 0 && (
          <p className="muted">
            {t("rules.notCarriedOut", { what: format.list(rule.not_carried_out.map(({ label }) => label)) })}
          </p>
        )}
      </div>
      <div className={css.numbers}>
        {rule.thresholds.map((threshold) => (
          <Threshold
            key={threshold.name}
            threshold={threshold}
            value={draft.thresholds[rule.key]?.[threshold.name] ?? threshold.value}
            onChange={onDraft && ((value) => give(threshold.name, value))}
          />
        ))}
      </div>
      <p className={css.now}>
        {rule.fires_now === null ? (
          <span className="muted">{t("rules.off")}</span>
        ) : (
          <Link to={`/customers?fires=${encodeURIComponent(rule.key)}`}>
            {t("rules.fires", { count: rule.fires_now })}
          </Link>
        )}
        <Link to={`/alerts?rule=${encodeURIComponent(rule.key)}`} className="muted">
          {t("rules.open", { count: rule.open_alerts })}
        </Link>
      </p>
    </li>
  );
}

interface ThresholdProps {
  threshold: ThresholdRow;
  value: string;
  onChange?: (value: string) => void;
}

/** Shares are typed in percent; money in full units. */
function Threshold({ threshold, value, onChange }: ThresholdProps) {
  const { t, i18n } = useTranslation("settings");
  const { label, unit, currency, min, max } = threshold;
  const factor = unit === "share" ? 100 : 1;
  const shown = Number((Number(value) * factor).toPrecision(12));
  const suffix = currency ?? t(`unit.${unit as "days"}`, { defaultValue: "" });
  // A number without separators takes up to ten digits; money reads better with them.
  const withCommas = (number: number | string | undefined) =>
    number === undefined || number === ""
      ? ""
      : new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 6 }).format(Number(number));
  return (
    <span className={css.number}>
      <span>{label}</span>
      <InputNumber
        size="small"
        aria-label={label}
        value={shown}
        min={Number(min) * factor}
        max={Number(max) * factor}
        formatter={(number, { userTyping, input }) => (userTyping ? input : withCommas(number))}
        parser={(text) => Number((text ?? "").replace(/[^\d.-]/g, ""))}
        disabled={!onChange}
        controls={false}
        onChange={(number) => {
          if (number !== null) onChange?.(String(Number((number / factor).toPrecision(12))));
        }}
      />
      <span className={css.unit}>{suffix}</span>
    </span>
  );
}
