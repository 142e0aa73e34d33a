/** Strategies: for each quadrant and each grade what is agreed with its customers, what is done, and who approves departures. */
import { Button, InputNumber } from "antd";
import { Plus } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Section } from "@/ui/page";
import { Select } from "@/ui/select";
import { CHOICE_NAMES, CHOICES, type Letters, NUMBERS, type Step, type Strategies, type Strategy } from "./conduct";
import { type Path, remove, set, setBlock, setOrRemove } from "./document";
import { StepsEditor } from "./edit-steps";
import type { Edit } from "./editor";
import { LabelFields, TextFields } from "./fields";
import { type Beside, type Grading, read, said } from "./model";
import { type Names, useLive } from "./names";
import css from "./policy.module.css";
import { StrategyTerms } from "./shown-conduct";

interface StrategiesEditorProps {
  strategies: Strategies;
  text: string;
  beside: readonly Beside[];
  names: Names;
  onEdit: Edit;
}

type Kind = "quadrants" | "grades";

const NEW = { label: { zh: "\u65b0\u7b56\u7565", en: "New strategy" }, approvers: ["cfo"] };

export function StrategiesEditor({ strategies, text, beside, names, onEdit }: StrategiesEditorProps) {
  const { t } = useTranslation("policy");
  const [open, setOpen] = useState<string | null>(null);
  const grading = useLive("grading");
  const unrated = said(grading ? read<Grading>(grading)?.unrated : undefined, names.language);
  const letters = useLetters(beside, names.language);
  const kinds: Record<Kind, { value: string; label: string }[]> = {
    quadrants: names.quadrants,
    grades: [...names.grades, { value: "unrated", label: unrated || "unrated" }],
  };
  return (
    <>
      <p className="muted">{t("strategy.words")}</p>
      {(["quadrants", "grades"] as const).map((kind) => (
        <Section key={kind} title={t(`strategy.${kind}`)}>
          <ul className={css.items} aria-label={t(`strategy.${kind}`)}>
            {placesOf(kinds[kind], strategies[kind]).map(({ value, label, isKnown }) => {
              const strategy = strategies[kind][value];
              const place = `${kind}.${value}`;
              return (
                <li key={value} className={css.rule} data-open={open === place}>
                  {strategy ? (
                    <>
                      <button
                        type="button"
                        className={`plain ${css.ruleHead}`}
                        aria-expanded={open === place}
                        onClick={() => setOpen(open === place ? null : place)}
                      >
                        <span className={css.ruleName}>{label}</span>
                        <span className="quiet">{said(strategy.label, names.language)}</span>
                      </button>
                      {open === place ? (
                        <StrategyForm
                          strategy={strategy}
                          at={[kind, value]}
                          text={text}
                          names={names}
                          letters={letters}
                          onEdit={onEdit}
                          onRemove={isKnown ? undefined : () => onEdit(remove(text, [kind, value]))}
                        />
                      ) : (
                        <StrategyTerms strategy={strategy} names={names} />
                      )}
                    </>
                  ) : (
                    <Missing
                      label={label}
                      onBegin={() => {
                        onEdit(setBlock(text, [kind, value], NEW));
                        setOpen(place);
                      }}
                    />
                  )}
                </li>
              );
            })}
          </ul>
        </Section>
      ))}
    </>
  );
}

/** All places there are, and those that only the text knows, which can be removed. */
function placesOf(known: readonly { value: string; label: string }[], there: Record<string, Strategy>) {
  const values = new Set(known.map(({ value }) => value));
  return [
    ...known.map((each) => ({ ...each, isKnown: true })),
    ...Object.keys(there)
      .filter((value) => !values.has(value))
      .map((value) => ({ value, label: value, isKnown: false })),
  ];
}

function Missing({ label, onBegin }: { label: string; onBegin: () => void }) {
  const { t } = useTranslation("policy");
  return (
    <>
      <span className={css.ruleName}>{label}</span>
      <span className={css.bad}>{t("strategy.missing")}</span>
      <span>
        <Button size="small" icon={<Plus size={14} aria-hidden />} onClick={onBegin}>
          {t("strategy.begin", { name: label })}
        </Button>
      </span>
    </>
  );
}

/** The letters to choose from: of the change at hand, else those in force. */
export function useLetters(beside: readonly Beside[], language: string): { value: string; label: string }[] {
  const live = useLive("letters");
  const body = beside.find(({ kind }) => kind === "letters")?.body ?? live;
  const letters = (body && read<Letters>(body)?.letters) || {};
  return Object.entries(letters)
    .filter(([, { purpose }]) => purpose !== "way_back")
    .map(([value, { label }]) => ({ value, label: said(label, language) }));
}

interface StrategyFormProps {
  strategy: Strategy;
  at: Path;
  text: string;
  names: Names;
  letters: { value: string; label: string }[];
  onEdit: Edit;
  onRemove?: () => void;
}

function StrategyForm({ strategy, at, text, names, letters, onEdit, onRemove }: StrategyFormProps) {
  const { t } = useTranslation("policy");
  const place = at.join(".");
  const put = (name: keyof Strategy, value: unknown) =>
    onEdit(
      setOrRemove(text, [...at, name], value, value === undefined || value === null || value === ""),
      `${place}.${name}`,
    );
  return (
    <div className={css.ruleForm}>
      <LabelFields wide label={strategy.label} onChange={(value) => put("label", value)} />
      <TextFields
        label={t("strategy.about")}
        value={strategy.about ?? undefined}
        onChange={(value) => put("about", value)}
      />
      <div className={css.terms}>
        {NUMBERS.map(({ name, min, max }) => (
          <OptionalNumber
            key={name}
            label={t(`strategy.${name}`)}
            value={strategy[name]}
            min={min}
            max={max}
            none={t("strategy.as_agreed")}
            onChange={(value) => put(name, value)}
          />
        ))}
        {CHOICE_NAMES.map((name) => (
          <OptionalChoice
            key={name}
            label={t(`strategy.${name}`)}
            value={strategy[name]}
            options={CHOICES[name].map((value) => ({ value: value as string, label: t(`choice.${value}`) }))}
            none={t("strategy.as_agreed")}
            onChange={(value) => put(name, value)}
          />
        ))}
        <OptionalChoice
          label={t("strategy.responsible")}
          value={strategy.responsible}
          options={names.roles}
          none={t("strategy.nobody")}
          onChange={(value) => put("responsible", value)}
        />
        <OptionalChoice
          label={t("strategy.letter")}
          value={strategy.letter}
          options={letters}
          none={t("strategy.no_letter")}
          onChange={(value) => put("letter", value)}
        />
      </div>
      <span className={css.stacked}>
        {t("strategy.approvers")}
        <Select<string[]>
          mode="multiple"
          aria-label={t("strategy.approvers")}
          value={strategy.approvers ?? []}
          options={names.roles}
          onChange={(value) => put("approvers", value)}
        />
      </span>
      <StepsEditor
        steps={strategy.steps ?? []}
        names={names}
        onChange={(steps: Step[], part) => onEdit(set(text, [...at, "steps"], steps), part && `${place}.${part}`)}
      />
      {onRemove && (
        <Button size="small" danger onClick={onRemove}>
          {t("strategy.remove")}
        </Button>
      )}
    </div>
  );
}

interface OptionalNumberProps {
  label: string;
  value: number | null | undefined;
  min: number;
  max: number;
  none: string;
  onChange: (value: number | null) => void;
}

/** A number that may be left out: then it stays as it is agreed. */
function OptionalNumber({ label, value, min, max, none, onChange }: OptionalNumberProps) {
  const id = useId();
  return (
    <span className={css.term}>
      <label htmlFor={id}>{label}</label>
      <InputNumber
        id={id}
        size="small"
        value={value ?? null}
        placeholder={none}
        min={min}
        max={max}
        precision={0}
        controls={false}
        keyboard
        onChange={(typed) => onChange(typeof typed === "number" ? typed : null)}
      />
    </span>
  );
}

interface OptionalChoiceProps {
  label: string;
  value: string | null | undefined;
  options: { value: string; label: string }[];
  none: string;
  onChange: (value: string | undefined) => void;
}

export function OptionalChoice({ label, value, options, none, onChange }: OptionalChoiceProps) {
  return (
    <span className={css.term}>
      <span>{label}</span>
      <Select<string>
        size="small"
        allowClear
        aria-label={label}
        placeholder={none}
        value={value ?? undefined}
        options={options}
        popupMatchSelectWidth={false}
        onChange={onChange}
      />
    </span>
  );
}
