/** The condition builder: react-querybuilder's tree, with our own quiet fields that say what they are. */
import { Button, InputNumber } from "antd";
import { Plus, X } from "lucide-react";
import { createContext, useContext, useMemo } from "react";
import { useTranslation } from "react-i18next";
import {
  type ActionProps,
  type CombinatorSelectorProps,
  type FieldSelectorProps,
  type NotToggleProps,
  type OperatorSelectorProps,
  QueryBuilder,
  type RuleGroupType,
  type ValueEditorProps,
  type ValueSourceSelectorProps,
} from "react-querybuilder";
import { Select } from "@/ui/select";
import { OPERATORS, operatorsFor } from "./condition";
import { inside, outside, said, type Threshold } from "./model";
import type { Names } from "./names";
import css from "./policy.module.css";

interface Ground {
  names: Names;
  thresholds: Readonly<Record<string, Threshold>>;
}
const GroundContext = createContext<Ground | null>(null);
function useGround(): Ground {
  const ground = useContext(GroundContext);
  if (!ground) throw new Error("a field of the builder stands outside it");
  return ground;
}

const PLACES = ["score", "coverage", "grade", "value_tier", "quadrant", "signal_points"] as const;

/** How the values of a reading are chosen. */
function kindOfField(field: string, unit: string | undefined): "number" | "flag" | "choice" {
  if (field === "grade" || field === "value_tier" || field === "quadrant") return "choice";
  return unit === "flag" ? "flag" : "number";
}

interface BuilderProps {
  query: RuleGroupType;
  names: Names;
  thresholds: Readonly<Record<string, Threshold>>;
  onChange: (query: RuleGroupType) => void;
}

export function Builder({ query, names, thresholds, onChange }: BuilderProps) {
  const { t } = useTranslation("policy");
  const ground = useMemo(() => ({ names, thresholds }), [names, thresholds]);
  const fields = useMemo(
    () => [
      ...PLACES.map((name) => ({ name, value: name, label: names.name(name) })),
      ...names.indicators.map(({ key, label }) => ({ name: key, value: key, label: said(label, names.language) })),
    ],
    [names],
  );
  const operators = OPERATORS.map((name) => ({ name, value: name, label: t(`operator.${name}`) }));
  if (!names.indicators.length) return null;
  return (
    <GroundContext.Provider value={ground}>
      <div className={css.builder}>
        <QueryBuilder
          query={query}
          onQueryChange={(next) => onChange(next as RuleGroupType)}
          fields={fields}
          operators={operators}
          getValueSources={() => ["value", "field"]}
          getDefaultField="overdue_days_max"
          getDefaultOperator=">"
          getDefaultValue={() => ""}
          combinators={[
            { name: "and", value: "and", label: t("builder.and") },
            { name: "or", value: "or", label: t("builder.or") },
          ]}
          controlElements={CONTROLS}
          showNotToggle
          resetOnFieldChange
          addRuleToNewGroups
          maxLevels={3}
        />
      </div>
    </GroundContext.Provider>
  );
}

function AddButton({ words, onClick }: { words: string; onClick: ActionProps["handleOnClick"] }) {
  return (
    <Button type="text" size="small" icon={<Plus size={14} aria-hidden />} onClick={(event) => onClick(event)}>
      {words}
    </Button>
  );
}
function AddLine({ handleOnClick }: ActionProps) {
  return <AddButton words={useTranslation("policy").t("builder.line")} onClick={handleOnClick} />;
}
function AddGroup({ handleOnClick }: ActionProps) {
  return <AddButton words={useTranslation("policy").t("builder.group")} onClick={handleOnClick} />;
}
function DropButton({ words, onClick }: { words: string; onClick: ActionProps["handleOnClick"] }) {
  return (
    <Button
      type="text"
      size="small"
      icon={<X size={14} aria-hidden />}
      aria-label={words}
      onClick={(event) => onClick(event)}
    />
  );
}
function DropLine({ handleOnClick }: ActionProps) {
  return <DropButton words={useTranslation("policy").t("builder.drop_line")} onClick={handleOnClick} />;
}
function DropGroup({ handleOnClick }: ActionProps) {
  return <DropButton words={useTranslation("policy").t("builder.drop_group")} onClick={handleOnClick} />;
}

function Joint({ value, handleOnChange }: CombinatorSelectorProps) {
  const { t } = useTranslation("policy");
  return (
    <Select
      size="small"
      aria-label={t("builder.joint")}
      value={value}
      options={[
        { value: "and", label: t("builder.all") },
        { value: "or", label: t("builder.any") },
      ]}
      popupMatchSelectWidth={false}
      onChange={(chosen: string | undefined) => handleOnChange(chosen)}
    />
  );
}

function Not({ checked, handleOnChange }: NotToggleProps) {
  const { t } = useTranslation("policy");
  return (
    <Select
      size="small"
      aria-label={t("builder.not")}
      value={checked ? "not" : "holds"}
      options={[
        { value: "holds", label: t("builder.holds") },
        { value: "not", label: t("builder.not_holds") },
      ]}
      popupMatchSelectWidth={false}
      onChange={(chosen) => handleOnChange(chosen === "not")}
    />
  );
}

function FieldChoice({ value, handleOnChange }: FieldSelectorProps) {
  const { t } = useTranslation("policy");
  const { names } = useGround();
  const options = [
    ...PLACES.map((name) => ({ value: name as string, label: names.name(name) })),
    ...names.indicators.map(({ key, label }) => ({ value: key, label: said(label, names.language) })),
  ];
  return (
    <Select
      size="small"
      className={css.fieldChoice}
      aria-label={t("builder.field")}
      value={value}
      options={options}
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      onChange={(chosen: string | undefined) => handleOnChange(chosen)}
    />
  );
}

function OperatorChoice({ value, field, handleOnChange }: OperatorSelectorProps) {
  const { t } = useTranslation("policy");
  const { names } = useGround();
  const allowed = operatorsFor(kindOfField(field, names.unit(field)));
  return (
    <Select
      size="small"
      aria-label={t("builder.operator")}
      value={value}
      options={allowed.map((each) => ({ value: each as string, label: t(`operator.${each}`) }))}
      popupMatchSelectWidth={false}
      onChange={(chosen: string | undefined) => handleOnChange(chosen)}
    />
  );
}

function SourceChoice({ value, field, rule, handleOnChange }: ValueSourceSelectorProps) {
  const { t } = useTranslation("policy");
  const { names } = useGround();
  if (kindOfField(field, names.unit(field)) !== "number" || / NULL$/.test(rule.operator)) return null;
  return (
    <Select
      size="small"
      aria-label={t("builder.source")}
      value={value}
      options={[
        { value: "value", label: t("builder.number") },
        { value: "field", label: t("builder.reading") },
      ]}
      popupMatchSelectWidth={false}
      onChange={(chosen: string | undefined) => handleOnChange(chosen)}
    />
  );
}

function ValueField({ field, operator, value, valueSource, handleOnChange }: ValueEditorProps) {
  const { t } = useTranslation("policy");
  const { names, thresholds } = useGround();
  const unit = names.unit(field);
  const kind = kindOfField(field, unit);
  const label = t("builder.value");
  if (/ NULL$/.test(operator)) return null;
  if (valueSource === "field") {
    const numbers = Object.entries(thresholds).map(([key, each]) => ({
      value: key,
      label: t("builder.threshold", { name: said(each.label, names.language) }),
    }));
    const readings = names.indicators.map(({ key, label: each }) => ({
      value: key,
      label: said(each, names.language),
    }));
    return (
      <Select
        size="small"
        className={css.fieldChoice}
        aria-label={label}
        value={(value as string) || undefined}
        placeholder={t("builder.choose")}
        options={[...numbers, ...readings]}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        onChange={(chosen: string | undefined) => handleOnChange(chosen)}
      />
    );
  }
  if (kind === "flag")
    return (
      <Select
        size="small"
        aria-label={label}
        value={value === "" || value === null ? undefined : Number(value)}
        placeholder={t("builder.choose")}
        options={[
          { value: 1, label: t("builder.yes") },
          { value: 0, label: t("builder.no") },
        ]}
        onChange={(chosen: number | undefined) => handleOnChange(chosen)}
      />
    );
  if (kind === "choice") {
    const options = { grade: names.grades, value_tier: names.tiers, quadrant: names.quadrants }[field as "grade"];
    const many = operator === "IN" || operator === "NOT IN";
    return (
      <Select<string | string[]>
        size="small"
        className={css.fieldChoice}
        mode={many ? "multiple" : undefined}
        aria-label={label}
        value={many ? (Array.isArray(value) ? value : []) : (value as string) || undefined}
        placeholder={t("builder.choose")}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(chosen) => handleOnChange(chosen)}
      />
    );
  }
  const number = typeof value === "number" ? outside(value, unit) : null;
  const suffix =
    unit === "share" ? "%" : unit === "minor" ? names.currency : t(`unit.${unit as "days"}`, { defaultValue: "" });
  return (
    <span className={css.field}>
      <InputNumber
        size="small"
        aria-label={label}
        value={number}
        controls={false}
        onChange={(typed) => handleOnChange(typeof typed === "number" ? inside(typed, unit) : "")}
      />
      <span className="muted">{suffix}</span>
    </span>
  );
}

const CONTROLS = {
  addRuleAction: AddLine,
  addGroupAction: AddGroup,
  removeRuleAction: DropLine,
  removeGroupAction: DropGroup,
  combinatorSelector: Joint,
  notToggle: Not,
  fieldSelector: FieldChoice,
  operatorSelector: OperatorChoice,
  valueSourceSelector: SourceChoice,
  valueEditor: ValueField,
  dragHandle: null,
} as const;
