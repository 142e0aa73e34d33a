/** Contingency plans: for which rules, what is done by whom and by when; rules without a plan are named first. */
import { Button } from "antd";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/ui/format";
import { Remark } from "@/ui/remark";
import { Select } from "@/ui/select";
import { type Plan, type Plans, withoutPlan } from "./conduct";
import { type Path, remove, set, setBlock, setOrRemove } from "./document";
import { StepsEditor } from "./edit-steps";
import { OptionalChoice, useLetters } from "./edit-strategies";
import type { Edit } from "./editor";
import { LabelFields, TextFields } from "./fields";
import { type Beside, freeKey, said } from "./model";
import { type Names, useRuleNames } from "./names";
import css from "./policy.module.css";
import { StepsShown } from "./shown-conduct";

interface PlansEditorProps {
  plans: Plans;
  text: string;
  beside: readonly Beside[];
  names: Names;
  onEdit: Edit;
}

const ROOT = "contingency_plans";

export function PlansEditor({ plans, text, beside, names, onEdit }: PlansEditorProps) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  const rules = useRuleNames(beside);
  const letters = useLetters(beside, names.language);
  const label = (key: string) => rules.find(({ value }) => value === key)?.label ?? key;
  const bare = withoutPlan(
    plans,
    rules.map(({ value }) => value),
  );
  function begin() {
    const key = freeKey("", Object.keys(plans.contingency_plans), "my_plan");
    onEdit(setBlock(text, [ROOT, key], { ...EMPTY, rules: bare.length ? bare.slice(0, 1) : ["my_rule"] }));
    setOpen(key);
  }
  return (
    <>
      <p className="muted">{t("plan.words")}</p>
      {bare.length > 0 && (
        <Remark tone="medium">{t("plan.without", { count: bare.length, rules: format.list(bare.map(label)) })}</Remark>
      )}
      <div className={css.foot}>
        <Button icon={<Plus size={14} aria-hidden />} onClick={begin}>
          {t("plan.new")}
        </Button>
      </div>
      <ul className={css.items} aria-label={t("kind.contingency_plans")}>
        {Object.entries(plans.contingency_plans).map(([key, plan]) => (
          <li key={key} className={css.rule} data-open={open === key}>
            <button
              type="button"
              className={`plain ${css.ruleHead}`}
              aria-expanded={open === key}
              onClick={() => setOpen(open === key ? null : key)}
            >
              <span className={css.ruleName}>{said(plan.label, names.language)}</span>
              <span className="quiet">{format.list(plan.rules.map(label))}</span>
            </button>
            {open === key ? (
              <PlanForm
                plan={plan}
                at={[ROOT, key]}
                text={text}
                names={names}
                rules={rules}
                letters={letters}
                onEdit={onEdit}
                onRemove={() => onEdit(remove(text, [ROOT, key]))}
              />
            ) : (
              <StepsShown steps={plan.steps} names={names} />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const EMPTY = {
  label: { zh: "\u65b0\u9884\u6848", en: "New plan" },
  steps: [
    {
      step: "step",
      label: { zh: "\u8054\u7cfb\u5ba2\u6237", en: "Call the customer" },
      role: "sales",
      within_days: 1,
      evidence: { zh: "\u901a\u8bdd\u8bb0\u5f55", en: "A record of the call" },
    },
  ],
};

interface PlanFormProps {
  plan: Plan;
  at: Path;
  text: string;
  names: Names;
  rules: { value: string; label: string }[];
  letters: { value: string; label: string }[];
  onEdit: Edit;
  onRemove: () => void;
}

function PlanForm({ plan, at, text, names, rules, letters, onEdit, onRemove }: PlanFormProps) {
  const { t } = useTranslation("policy");
  const place = at.join(".");
  const put = (name: keyof Plan, value: unknown) =>
    onEdit(
      setOrRemove(text, [...at, name], value, value === undefined || value === null || value === ""),
      `${place}.${name}`,
    );
  return (
    <div className={css.ruleForm}>
      <LabelFields wide label={plan.label} onChange={(value) => put("label", value)} />
      <span className={css.stacked}>
        {t("plan.rules")}
        <Select<string[]>
          mode="multiple"
          aria-label={t("plan.rules")}
          value={plan.rules}
          options={rules}
          status={plan.rules.length ? undefined : "error"}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(value) => put("rules", value)}
        />
      </span>
      <TextFields
        label={t("strategy.about")}
        value={plan.about ?? undefined}
        onChange={(value) => put("about", value)}
      />
      <div className={css.terms}>
        <OptionalChoice
          label={t("strategy.letter")}
          value={plan.letter}
          options={letters}
          none={t("strategy.no_letter")}
          onChange={(value) => put("letter", value)}
        />
      </div>
      <StepsEditor
        steps={plan.steps}
        names={names}
        fewest={1}
        onChange={(steps, part) => onEdit(set(text, [...at, "steps"], steps), part && `${place}.${part}`)}
      />
      <Button size="small" danger onClick={onRemove}>
        {t("plan.remove")}
      </Button>
    </div>
  );
}
