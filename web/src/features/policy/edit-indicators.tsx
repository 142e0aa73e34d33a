/** Indicators: one's own are made from facts without code, beside what they say; shipped ones stand below as sentences. */
import { Button, Input } from "antd";
import { Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAsk, useGet } from "@/api/hooks";
import type { components } from "@/api/schema";
import { Section } from "@/ui/page";
import { Remark } from "@/ui/remark";
import { Select } from "@/ui/select";
import type { Field, Ground } from "./builder";
import { Condition } from "./condition-field";
import type { Edit } from "./editor";
import { LabelFields, NumberField } from "./fields";
import { IndicatorTried } from "./indicator-tried";
import {
  begun,
  DIMENSIONS,
  FORMS,
  FUNCTIONS,
  firstOf,
  formed,
  type Indicators,
  isOwn,
  keyFor,
  type Measure,
  type Own,
  ownIn,
  ownKeys,
  secondOf,
  type Taking,
  UNITS,
  type Window,
  WORSE,
  windowIn,
  withOwn,
  withoutOwn,
  withWindow,
} from "./making";
import { type Label, read, said } from "./model";
import type { Names } from "./names";
import css from "./policy.module.css";
import { useSettled } from "./use-settled";

type Fact = components["schemas"]["FactOffered"];
type Tried = components["schemas"]["IndicatorTrial"];
type Where = components["schemas"]["ConditionSaid"];

interface IndicatorsEditorProps {
  indicators: Indicators;
  text: string;
  names: Names;
  onEdit: Edit;
}

export function IndicatorsEditor({ indicators, text, names, onEdit }: IndicatorsEditorProps) {
  const { t } = useTranslation("policy");
  const [open, setOpen] = useState<string | null>(null);
  const [customer, setCustomer] = useState<string | null>(null);
  const own = ownKeys(indicators);
  const shown = open !== null && own.includes(open) ? open : null;
  const settled = useSettled(text);
  const tried = useAsk(
    "/indicator-trials",
    { body: settled, key: shown, customer },
    { keep: true, enabled: shown !== null && settled.includes(firstOf(shown)) },
  );
  const isFresh = settled === text && !tried.isPlaceholderData;
  return (
    <>
      <div className={shown ? css.desk : undefined}>
        <div className={css.part}>
          <Section title={t("making.own")}>
            <p className="muted">{t("making.words")}</p>
            <New
              onMake={(label) => {
                const key = keyFor(indicators, label.en);
                onEdit(withOwn(text, key, begun(label)));
                setOpen(key);
              }}
            />
            {own.length > 0 && (
              <ul className={css.items} aria-label={t("making.own")}>
                {own.map((key) => (
                  <li key={key} className={css.rule} data-open={shown === key}>
                    <button
                      type="button"
                      className={`plain ${css.ruleHead}`}
                      aria-expanded={shown === key}
                      onClick={() => setOpen(shown === key ? null : key)}
                    >
                      <span className={css.ruleName}>
                        {said(indicators.indicators?.[key]?.label, names.language) || key}
                      </span>
                      <span className="quiet">{shown === key ? tried.data?.formula_words : null}</span>
                    </button>
                    {shown === key && (
                      <OwnForm
                        key={key}
                        at={key}
                        own={ownIn(indicators, key)}
                        text={text}
                        tried={tried.data}
                        isFresh={isFresh}
                        names={names}
                        onEdit={onEdit}
                      />
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </div>
        {shown && (
          <IndicatorTried
            tried={tried.data}
            problem={tried.error}
            isOld={!isFresh || tried.isFetching}
            customer={customer}
            onCustomer={setCustomer}
          />
        )}
      </div>
      <Shipped indicators={indicators} text={text} names={names} />
    </>
  );
}

/** A name in both languages begins an indicator. */
function New({ onMake }: { onMake: (label: Label) => void }) {
  const { t } = useTranslation("policy");
  const [label, setLabel] = useState<Label | null>(null);
  if (!label)
    return (
      <span className={css.newOne}>
        <Button icon={<Plus size={14} aria-hidden />} onClick={() => setLabel({ zh: "", en: "" })}>
          {t("making.new")}
        </Button>
      </span>
    );
  const isNamed = Boolean(label.zh.trim() && label.en.trim());
  return (
    <div className={css.newOne}>
      <LabelFields label={label} onChange={setLabel} />
      <span className="row">
        <Button
          disabled={!isNamed}
          onClick={() => {
            onMake({ zh: label.zh.trim(), en: label.en.trim() });
            setLabel(null);
          }}
        >
          {t("making.make")}
        </Button>
        <Button type="text" onClick={() => setLabel(null)}>
          {t("making.not_now")}
        </Button>
      </span>
    </div>
  );
}

interface OwnFormProps {
  at: string;
  own: Own | null;
  text: string;
  tried: Tried | undefined;
  isFresh: boolean;
  names: Names;
  onEdit: Edit;
}

function OwnForm({ at, own, text, tried, isFresh, names, onEdit }: OwnFormProps) {
  const { t } = useTranslation("policy");
  const facts = useGet("/fact-views").data?.items ?? [];
  if (!own) return <Remark tone="medium">{t("making.only_text")}</Remark>;
  const change = (next: Partial<Own>, place: string) =>
    onEdit(withOwn(text, at, { ...own, ...next }), `${at}.${place}`);
  const faults = tried?.faults ?? [];
  const faultAt = (place: string) => faults.find((each) => each.place === place)?.words;
  const elsewhere = faults.filter(({ place }) => !place.startsWith("measures.") && place !== "formula");
  const measure = (which: "first" | "second", taken: Measure) => (
    <MeasureForm
      key={`${which} ${taken.fact}`}
      title={t(own.second ? `making.${which}` : "making.only")}
      measure={taken}
      facts={facts}
      where={tried?.measures.find(({ key }) => key === (which === "first" ? firstOf(at) : secondOf(at)))?.where}
      isFresh={isFresh}
      currency={names.currency}
      onChange={(next) => change({ [which]: next }, which)}
    />
  );
  return (
    <div className={css.ruleForm}>
      {elsewhere.map(({ place, words }) => (
        <Remark key={place} tone="high" role="alert">
          {words}
        </Remark>
      ))}
      <LabelFields label={own.label} onChange={(label) => change({ label }, "label")} />
      {measure("first", own.first)}
      <h3>{t("making.formula")}</h3>
      <span className={css.field}>
        <Select
          size="small"
          aria-label={t("making.formula")}
          value={own.form}
          options={FORMS.map((each) => ({ value: each, label: t(`making.form.${each}`) }))}
          popupMatchSelectWidth={false}
          onChange={(form) => change(formed(own, form, at), "form")}
        />
      </span>
      {own.form === "text" && (
        <>
          <Input.TextArea
            className={css.code}
            aria-label={t("making.formula_text")}
            value={own.formula}
            autoSize={{ minRows: 1, maxRows: 6 }}
            spellCheck={false}
            onChange={({ target }) => change({ formula: target.value }, "formula")}
          />
          <p className="muted">
            {t("making.formula_words", { names: [firstOf(at), ...(own.second ? [secondOf(at)] : [])].join(", ") })}
          </p>
        </>
      )}
      {faultAt("formula") && (
        <p role="alert" className={css.bad}>
          {faultAt("formula")}
        </p>
      )}
      {own.second && measure("second", own.second)}
      <Meaning own={own} onChange={change} />
      <Button size="small" danger onClick={() => onEdit(withoutOwn(text, [at]))}>
        {t("making.remove")}
      </Button>
    </div>
  );
}

/** How the number is to be read. */
function Meaning({ own, onChange }: { own: Own; onChange: (next: Partial<Own>, place: string) => void }) {
  const { t } = useTranslation("policy");
  const choices = [
    { name: "unit", values: UNITS },
    { name: "worse", values: WORSE },
    { name: "dimension", values: DIMENSIONS },
  ] as const;
  return (
    <>
      <h3>{t("making.meaning")}</h3>
      <div className={css.settings}>
        {choices.map(({ name, values }) => (
          <span key={name} className={css.field}>
            {t(`making.${name}`)}
            <Select<string>
              size="small"
              aria-label={t(`making.${name}`)}
              value={own[name]}
              options={values.map((each) => ({
                value: each,
                label: t(`making.${name}_of.${each}` as "making.unit_of.count"),
              }))}
              popupMatchSelectWidth={false}
              onChange={(value) => onChange({ [name]: value }, name)}
            />
          </span>
        ))}
      </div>
    </>
  );
}

interface MeasureFormProps {
  title: string;
  measure: Measure;
  facts: readonly Fact[];
  where: Where | undefined;
  isFresh: boolean;
  currency: string;
  onChange: (measure: Measure) => void;
}

function MeasureForm({ title, measure, facts, where, isFresh, currency, onChange }: MeasureFormProps) {
  const { t } = useTranslation("policy");
  const fact = facts.find(({ kind }) => kind === measure.fact);
  const ground = useMemo(() => groundOf(fact, currency), [fact, currency]);
  const { window, rest } = windowIn(measure.where);
  const ages = (fact?.columns ?? []).filter(({ form }) => form === "age");
  const numbers = (fact?.columns ?? []).filter(({ adds_up }) => adds_up);
  const take = (taken: Taking) =>
    onChange({
      ...measure,
      function: taken,
      column: taken === "count" ? "" : measure.column || numbers[0]?.name || "",
    });
  const look = (next: Window | null) => onChange({ ...measure, where: withWindow(next, rest) });
  const inner = where && window ? { ...where, tree: withoutWindow(where.tree, window) } : where;
  return (
    <fieldset className={css.measure}>
      <legend>{title}</legend>
      <div className={css.settings}>
        <Select<Taking>
          size="small"
          aria-label={t("making.function")}
          value={measure.function}
          options={FUNCTIONS.filter((each) => each === "count" || numbers.length > 0).map((value) => ({
            value,
            label: t(`making.function_of.${value}`),
          }))}
          popupMatchSelectWidth={false}
          onChange={take}
        />
        {measure.function !== "count" && (
          <Select<string>
            size="small"
            className={css.fieldChoice}
            aria-label={t("making.column")}
            value={measure.column}
            options={numbers.map(({ name, label }) => ({ value: name, label }))}
            popupMatchSelectWidth={false}
            onChange={(column) => onChange({ ...measure, column })}
          />
        )}
        <Select<string>
          size="small"
          className={css.fieldChoice}
          aria-label={t("making.fact")}
          value={measure.fact}
          options={facts.map(({ kind, label }) => ({ value: kind, label }))}
          showSearch={{ optionFilterProp: "label" }}
          popupMatchSelectWidth={false}
          onChange={(kind) => {
            const age = facts.find((each) => each.kind === kind)?.columns.find(({ form }) => form === "age");
            const begins = age && window ? withWindow({ column: age.name, days: window.days }, "TRUE") : "TRUE";
            onChange({ fact: kind, where: begins, function: "count", column: "" });
          }}
        />
      </div>
      {ages.length > 0 && (
        <div className={css.settings}>
          <Select<string>
            size="small"
            aria-label={t("making.window")}
            value={window?.column ?? ""}
            options={[
              { value: "", label: t("making.always") },
              ...ages.map(({ name, label }) => ({ value: name, label: t("making.by", { age: label }) })),
            ]}
            popupMatchSelectWidth={false}
            onChange={(column) => look(column ? { column, days: window?.days ?? YEAR } : null)}
          />
          {window && (
            <NumberField
              whole
              label={t("making.days")}
              value={window.days}
              min={1}
              max={MOST_DAYS}
              suffix={t("unit.days")}
              onChange={(days) => look({ ...window, days })}
            />
          )}
        </div>
      )}
      {inner && fact && (
        <Condition
          label={t("making.filter")}
          text={rest}
          said={inner}
          isFresh={isFresh}
          ground={ground}
          none={t("making.every")}
          onChange={(next) => onChange({ ...measure, where: withWindow(window, next) })}
        />
      )}
    </fieldset>
  );
}

const YEAR = 365;
const MOST_DAYS = 3650;

/** The lines of a condition without the one that is the window. */
function withoutWindow(tree: Where["tree"], { column, days }: Window): Where["tree"] {
  if (!tree) return null;
  const parts = tree.parts.filter(
    (part) => !("name" in part && part.name === column && part.operator === "<" && part.values[0] === days),
  );
  const [only] = parts;
  return parts.length === 1 && only && "parts" in only ? only : { ...tree, parts };
}

const KIND_OF: Record<Fact["columns"][number]["form"], Field["kind"]> = {
  amount: "number",
  number: "number",
  age: "number",
  day: "day",
  yes: "yes",
  choice: "choice",
  text: "text",
};

/** What a filter may ask of facts. */
function groundOf(fact: Fact | undefined, currency: string): Ground {
  const fields = (fact?.columns ?? []).map(({ name, label, form, choices }) => ({
    value: name,
    label,
    kind: KIND_OF[form],
    unit: form === "amount" ? "minor" : form === "age" ? "days" : undefined,
    options: choices,
  }));
  const others = fields.filter(({ kind }) => kind === "number").map(({ value, label }) => ({ value, label }));
  return { fields, others, currency };
}

/** Everything that came with the product, as it is computed: to read, or to change as text. */
function Shipped({ indicators, text, names }: Omit<IndicatorsEditorProps, "onEdit">) {
  const { t } = useTranslation("policy");
  const settled = useSettled(text);
  const rest = useMemo(() => withoutOwn(settled, ownKeys(read<Indicators>(settled))), [settled]);
  const words = useAsk("/policy-words", { kind: "indicators", body: rest }, { keep: true });
  const formulas = new Map((words.data?.indicators ?? []).map(({ key, formula }) => [key, formula]));
  const shipped = Object.entries(indicators.indicators ?? {}).filter(([key]) => !isOwn(key));
  return (
    <Section title={t("making.shipped")}>
      <p className="muted">{t("making.shipped_words")}</p>
      <ul className={css.items} aria-label={t("making.shipped")}>
        {shipped.map(([key, { label }]) => (
          <li key={key} className={css.formula}>
            <span>{said(label, names.language)}</span>
            <span className="quiet">{formulas.get(key)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
