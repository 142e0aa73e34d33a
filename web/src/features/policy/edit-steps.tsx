/** What somebody does, by when, and by what one sees that it is done: one line after the other. */
import { Button } from "antd";
import { ArrowUp, Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Select } from "@/ui/select";
import { moved, type Step } from "./conduct";
import { LabelFields, NumberField } from "./fields";
import { freeKey, said } from "./model";
import type { Names } from "./names";
import css from "./policy.module.css";

interface StepsEditorProps {
  steps: readonly Step[];
  names: Names;
  /** How many there must be. */
  fewest?: number;
  /** One field of one step: typing on in it is one step back. */
  onChange: (steps: Step[], place: string) => void;
}

export function StepsEditor({ steps, names, fewest = 0, onChange }: StepsEditorProps) {
  const { t } = useTranslation("policy");
  const change = (index: number, part: Partial<Step>) =>
    onChange(
      steps.map((each, place) => (place === index ? { ...each, ...part } : each)),
      `${steps[index]?.step}.${Object.keys(part).join()}`,
    );
  function begin() {
    const step = freeKey(
      "",
      steps.map((each) => each.step),
      "step",
    );
    const latest = steps.at(-1)?.within_days ?? 0;
    const made = { step, label: EMPTY, role: "sales", within_days: latest + 1, evidence: EMPTY };
    onChange([...steps, made], "");
  }
  return (
    <div className={css.stacked}>
      <h3>{t("steps.title")}</h3>
      <ol className={css.steps}>
        {steps.map((each, index) => {
          const name = said(each.label, names.language) || t("steps.number", { number: index + 1 });
          return (
            <li key={each.step}>
              <LabelFields
                wide
                label={each.label}
                what={t("steps.what")}
                onChange={(label) => change(index, { label })}
              />
              <LabelFields
                wide
                label={each.evidence}
                what={t("steps.evidence")}
                onChange={(evidence) => change(index, { evidence })}
              />
              <span className={css.settings}>
                <span className={css.field}>
                  {t("steps.role")}
                  <Select<string>
                    size="small"
                    aria-label={t("steps.role_of", { name })}
                    value={each.role}
                    options={names.roles}
                    popupMatchSelectWidth={false}
                    onChange={(role) => change(index, { role })}
                  />
                </span>
                <NumberField
                  shown
                  whole
                  label={t("steps.within")}
                  value={each.within_days}
                  min={0}
                  max={250}
                  suffix={t("steps.days")}
                  onChange={(within_days) => change(index, { within_days })}
                />
                <span className="row">
                  <button
                    type="button"
                    className={`plain ${css.drop}`}
                    aria-label={t("steps.earlier", { name })}
                    title={t("steps.earlier", { name })}
                    disabled={index === 0}
                    onClick={() => onChange(moved(steps, index, index - 1), "")}
                  >
                    <ArrowUp size={14} aria-hidden />
                  </button>
                  <button
                    type="button"
                    className={`plain ${css.drop}`}
                    aria-label={t("steps.remove", { name })}
                    title={t("steps.remove", { name })}
                    disabled={steps.length <= fewest}
                    onClick={() =>
                      onChange(
                        steps.filter((_, place) => place !== index),
                        "",
                      )
                    }
                  >
                    <X size={14} aria-hidden />
                  </button>
                </span>
              </span>
            </li>
          );
        })}
      </ol>
      <span>
        <Button size="small" type="text" icon={<Plus size={14} aria-hidden />} onClick={begin}>
          {t("steps.add")}
        </Button>
      </span>
    </div>
  );
}

const EMPTY = { zh: "", en: "" };
