/** Rules as sentences; one opens at a time, with its condition as lines or as text, and what follows from it. */
import { Button } from "antd";
import { Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk } from "@/api/hooks";
import { Remark } from "@/ui/remark";
import { Select } from "@/ui/select";
import { SeverityTag } from "@/ui/tags";
import { Condition } from "./condition-field";
import { remove, set, setBlock, setOrRemove } from "./document";
import type { Edit } from "./editor";
import { LabelFields, NumberField } from "./fields";
import {
  type Beside,
  freeKey,
  type Intent,
  inside,
  outside,
  type Rule,
  type RuleSaid,
  type Rules,
  said,
} from "./model";
import { groundOf, type Names } from "./names";
import css from "./policy.module.css";
import { Consequences } from "./shown";
import { useSettled } from "./use-settled";

const SEVERITIES = ["low", "medium", "high", "critical"] as const;
const RISKS = [
  "credit", "operating", "legal", "relationship", "supply_chain", "fraud", "service_cost", "operational", "market", "reputation",
] as const; // biome-ignore format: one closed list
const ACTIONS = ["task", "notify", "order_lock", "shipment_hold", "limit_proposal", "start_sop", "tag"] as const;

interface RulesEditorProps {
  rules: Rules;
  text: string;
  beside: readonly Beside[];
  names: Names;
  onEdit: Edit;
}

export function RulesEditor({ rules, text, beside, names, onEdit }: RulesEditorProps) {
  const { t } = useTranslation("policy");
  const [open, setOpen] = useState<string | null>(null);
  const settled = useSettled(text);
  const words = useAsk("/policy-words", { kind: "rules", body: settled, beside }, { keep: true });
  const found = new Map((words.data?.rules ?? []).map((rule) => [rule.key, rule]));
  const isFresh = settled === text && !words.isPlaceholderData;
  return (
    <>
      <NewRule rules={rules} text={text} onEdit={onEdit} onOpen={setOpen} names={names} />
      {words.error && (
        <Remark tone="high" role="alert">
          {words.error.message}
        </Remark>
      )}
      <ul className={css.items} aria-label={t("kind.rules")}>
        {Object.entries(rules.rules).map(([key, rule]) => (
          <li key={key} className={css.rule} data-open={open === key}>
            <button
              type="button"
              className={`plain ${css.ruleHead}`}
              aria-expanded={open === key}
              onClick={() => setOpen(open === key ? null : key)}
            >
              <span className={css.ruleName}>
                {found.get(key)?.label ?? said(rule.label, names.language)} <SeverityTag severity={rule.severity} />
              </span>
              <Sentence said={found.get(key)} />
            </button>
            {open === key ? (
              <RuleForm
                rule={rule}
                at={key}
                said={found.get(key)}
                isFresh={isFresh}
                text={text}
                names={names}
                onEdit={onEdit}
                onRemove={Object.keys(rules.rules).length > 1 ? () => onEdit(remove(text, ["rules", key])) : undefined}
              />
            ) : (
              <Consequences rule={rule} names={names} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Sentence({ said: rule }: { said: RuleSaid | undefined }) {
  const { t } = useTranslation("policy");
  if (!rule) return null;
  const problem = rule.when.problem ?? rule.scope.problem;
  if (problem) return <span className={css.bad}>{problem}</span>;
  const scope = rule.scope.tree?.parts.length === 0 ? "" : t("rule.scope", { words: rule.scope.words });
  return (
    <span className="quiet">
      {t("rule.fires", { words: rule.when.words })}
      {scope}
    </span>
  );
}

interface NewRuleProps extends Omit<RulesEditorProps, "beside"> {
  onOpen: (key: string) => void;
}

function NewRule({ rules, text, names, onEdit, onOpen }: NewRuleProps) {
  const { t } = useTranslation("policy");
  const templates = Object.entries(rules.rules).map(([value, { label }]) => ({
    value,
    label: t("rule.like", { name: said(label, names.language) }),
  }));
  function begin(from: string) {
    const model = rules.rules[from];
    const key = freeKey(model ? from : "", Object.keys(rules.rules), "my_rule");
    const made: Rule = model
      ? {
          ...model,
          label: {
            zh: t("rule.copy", { name: model.label.zh, lng: "zh-CN" }),
            en: t("rule.copy", { name: model.label.en, lng: "en" }),
          },
        }
      : EMPTY;
    onEdit(setBlock(text, ["rules", key], made));
    onOpen(key);
  }
  return (
    <div className={css.foot}>
      <Button icon={<Plus size={14} aria-hidden />} onClick={() => begin("")}>
        {t("rule.new")}
      </Button>
      <Select<string>
        className={css.adder}
        aria-label={t("rule.from")}
        placeholder={t("rule.from")}
        value={null as unknown as string}
        options={templates}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        onChange={begin}
      />
    </div>
  );
}

const EMPTY: Rule = {
  label: { zh: "\u65b0\u89c4\u5219", en: "New rule" },
  when: "overdue_days_max > 30",
  severity: "medium",
  risk_type: "credit",
  source: "docs/why/rule-choice.md",
  cooldown_days: 7,
  recipients: ["credit_manager"],
  actions: [{ action: "notify", to: "credit_manager" }],
};

interface RuleFormProps {
  rule: Rule;
  at: string;
  said: RuleSaid | undefined;
  isFresh: boolean;
  text: string;
  names: Names;
  onEdit: Edit;
  onRemove?: () => void;
}

function RuleForm({ rule, at, said: words, isFresh, text, names, onEdit, onRemove }: RuleFormProps) {
  const { t } = useTranslation("policy");
  const path = (name: string) => ["rules", at, name];
  const { thresholds } = rule;
  const ground = useMemo(
    () => groundOf(names, thresholds, (name) => t("builder.threshold", { name })),
    [names, thresholds, t],
  );
  const change = (name: keyof Rule, value: unknown) => onEdit(set(text, path(name), value), `${at}.${name}`);
  return (
    <div className={css.ruleForm}>
      <LabelFields label={rule.label} onChange={(value) => change("label", value)} />
      <h3>{t("rule.when")}</h3>
      <Condition
        key={`${at} when`}
        label={t("rule.when")}
        text={rule.when}
        said={words?.when}
        isFresh={isFresh}
        ground={ground}
        none={t("builder.everybody")}
        onChange={(value) => change("when", value)}
      />
      <Thresholds rule={rule} at={at} text={text} names={names} onEdit={onEdit} />
      <h3>{t("rule.scope_title")}</h3>
      <Condition
        key={`${at} scope`}
        label={t("rule.scope_title")}
        text={rule.scope ?? "TRUE"}
        said={words?.scope}
        isFresh={isFresh}
        ground={ground}
        none={t("builder.everybody")}
        onChange={(value) => onEdit(setOrRemove(text, path("scope"), value, value === "TRUE"), `${at}.scope`)}
      />
      <h3>{t("rule.then")}</h3>
      <div className={css.settings}>
        <span className={css.field}>
          {t("rule.severity")}
          <Select
            size="small"
            aria-label={t("rule.severity")}
            value={rule.severity}
            options={SEVERITIES.map((each) => ({ value: each, label: t(`severity.${each}`) }))}
            onChange={(value) => change("severity", value)}
          />
        </span>
        <span className={css.field}>
          {t("rule.risk")}
          <Select
            size="small"
            aria-label={t("rule.risk")}
            value={rule.risk_type}
            options={RISKS.map((each) => ({ value: each as string, label: t(`risk.${each}`) }))}
            popupMatchSelectWidth={false}
            onChange={(value: string) => change("risk_type", value)}
          />
        </span>
        <NumberField
          shown
          whole
          label={t("rule.cooldown")}
          value={rule.cooldown_days ?? 0}
          min={0}
          max={366}
          onChange={(value) => change("cooldown_days", value)}
        />
      </div>
      <span className={css.stacked}>
        {t("rule.recipients")}
        <Select<string[]>
          mode="multiple"
          aria-label={t("rule.recipients")}
          value={rule.recipients ?? []}
          options={names.roles}
          onChange={(value) => change("recipients", value)}
        />
      </span>
      <Actions actions={rule.actions ?? []} names={names} onChange={(value) => change("actions", value)} />
      {onRemove && (
        <Button size="small" danger onClick={onRemove}>
          {t("rule.remove")}
        </Button>
      )}
    </div>
  );
}

function Thresholds({
  rule,
  at,
  text,
  names,
  onEdit,
}: Pick<RuleFormProps, "rule" | "at" | "text" | "names" | "onEdit">) {
  const thresholds = Object.entries(rule.thresholds ?? {});
  if (!thresholds.length) return null;
  return (
    <div className={css.settings}>
      {thresholds.map(([name, { label, unit, value, min, max }]) => (
        <NumberField
          key={name}
          shown
          label={said(label, names.language)}
          value={outside(value, unit)}
          min={outside(min, unit)}
          max={outside(max, unit)}
          suffix={unit === "share" ? "%" : unit === "minor" ? names.currency : undefined}
          onChange={(typed) =>
            onEdit(set(text, ["rules", at, "thresholds", name, "value"], inside(typed, unit)), `${at}.${name}`)
          }
        />
      ))}
    </div>
  );
}

function Actions({
  actions,
  names,
  onChange,
}: {
  actions: readonly Intent[];
  names: Names;
  onChange: (actions: Intent[]) => void;
}) {
  const { t } = useTranslation("policy");
  const change = (index: number, intent: Intent) =>
    onChange(actions.map((each, place) => (place === index ? intent : each)));
  return (
    <div className={css.stacked}>
      <span>{t("rule.actions")}</span>
      {actions.map((intent, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: actions have no other name than their place
        <span key={index} className={css.field}>
          <Select
            size="small"
            aria-label={t("rule.action", { number: index + 1 })}
            value={intent.action}
            options={ACTIONS.map((each) => ({ value: each as string, label: t(`action.${each}`) }))}
            popupMatchSelectWidth={false}
            onChange={(action: string) => change(index, { ...intent, action })}
          />
          <Select<string>
            size="small"
            allowClear
            aria-label={t("rule.action_to", { number: index + 1 })}
            placeholder={t("rule.to")}
            value={intent.to ?? undefined}
            options={names.roles}
            popupMatchSelectWidth={false}
            onChange={(to) => change(index, to ? { ...intent, to } : withoutRole(intent))}
          />
          <Button size="small" type="text" onClick={() => onChange(actions.filter((_, place) => place !== index))}>
            {t("rule.drop_action")}
          </Button>
        </span>
      ))}
      <span>
        <Button
          size="small"
          type="text"
          icon={<Plus size={14} aria-hidden />}
          onClick={() => onChange([...actions, { action: "notify", to: "credit_manager" }])}
        >
          {t("rule.add_action")}
        </Button>
      </span>
    </div>
  );
}

function withoutRole({ to: _, ...rest }: Intent): Intent {
  return rest;
}
