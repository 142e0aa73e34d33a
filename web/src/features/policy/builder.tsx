/** The condition builder: react-querybuilder's tree, with our own quiet fields that say what they are. */
import { Button, Input, InputNumber } from "antd";
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
import { type FieldKind, OPERATORS, operatorsFor } from "./condition";
import { inside, outside } from "./model";
import css from "./policy.module.css";

interface Option {
  value: string;
  label: string;
}
/** Something that a line may ask of, and how its values are chosen. */
export interface Field extends Option {
  kind: FieldKind;
  unit?: string;
  options?: Option[];
}
/** `others`: what numbers may be compared with besides what is typed. */
export interface Ground {
  fields: readonly Field[];
  others: readonly Option[];
  currency: string;
}
const GroundContext = createContext<Ground | null>(null);
function useGround(): Ground {
  const ground = useContext(GroundContext);
  if (!ground) throw new Error("a field of the builder stands outside it");
  return ground;
}

/** What a field is that a text names and the list lacks: a number, so that nothing of it is lost. */
function useField(name: string): Field {
  const { fields } = useGround();
  return fields.find(({ value }) => value === name) ?? { value: name, label: name, kind: "number" };
}

interface BuilderProps {
  query: RuleGroupType;
  ground: Ground;
  onChange: (query: RuleGroupType) => void;
}

export function Builder({ query, ground, onChange }: BuilderProps) {
  const { t } = useTranslation("policy");
  const { fields } = ground;
  const kinds = useMemo(() => new Map(fields.map(({ value, kind }) => [value, kind])), [fields]);
  const known = useMemo(() => fields.map(({ value, label }) => ({ name: value, value, label })), [fields]);
  const operators = OPERATORS.map((name) => ({ name, value: name, label: t(`operator.${name}`) }));
  const [first] = fields;
  if (!first) return null;
  return (
    <GroundContext.Provider value={ground}>
      <div className={css.builder}>
        <QueryBuilder
          query={query}
          onQueryChange={(next) => onChange(next as RuleGroupType)}
          fields={known}
          operators={operators}
          getValueSources={() => ["value", "field"]}
          getDefaultField={kinds.has("overdue_days_max") ? "overdue_days_max" : first.value}
          getDefaultOperator={(field) =>
            kinds.get(field) === "number" ? ">" : (operatorsFor(kinds.get(field))[0] ?? "=")
          }
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
  const options = useGround().fields.map(({ value: name, label }) => ({ value: name, label }));
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
  const allowed = operatorsFor(useField(field).kind);
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
  const { others } = useGround();
  if (useField(field).kind !== "number" || !others.length || / NULL$/.test(rule.operator)) return null;
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
  const { others, currency } = useGround();
  const { kind, unit, options = [] } = useField(field);
  const label = t("builder.value");
  const many = operator === "IN" || operator === "NOT IN";
  if (/ NULL$/.test(operator)) return null;
  if (valueSource === "field")
    return (
      <Select
        size="small"
        className={css.fieldChoice}
        aria-label={label}
        value={(value as string) || undefined}
        placeholder={t("builder.choose")}
        options={[...others]}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        onChange={(chosen: string | undefined) => handleOnChange(chosen)}
      />
    );
  if (kind === "flag" || kind === "yes")
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
        onChange={(chosen: number | undefined) => handleOnChange(kind === "yes" ? chosen === 1 : chosen)}
      />
    );
  if (kind === "text" && !many)
    return (
      <Input
        size="small"
        className={css.fieldChoice}
        aria-label={label}
        value={(value as string | null) ?? ""}
        maxLength={200}
        onChange={({ target }) => handleOnChange(target.value)}
      />
    );
  if (kind === "choice" || kind === "text")
    return (
      <Select<string | string[]>
        size="small"
        className={css.fieldChoice}
        mode={kind === "text" ? "tags" : many ? "multiple" : undefined}
        aria-label={label}
        value={many ? (Array.isArray(value) ? value : []) : (value as string) || undefined}
        placeholder={t("builder.choose")}
        options={options}
        popupMatchSelectWidth={false}
        onChange={(chosen) => handleOnChange(chosen)}
      />
    );
  const number = typeof value === "number" ? outside(value, unit) : null;
  const suffix =
    unit === "share" ? "%" : unit === "minor" ? currency : t(`unit.${unit as "days"}`, { defaultValue: "" });
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
