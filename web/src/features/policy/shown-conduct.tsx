/** Strategies, contingency plans and letters in readable words. */
import { useTranslation } from "react-i18next";
import { useFormat } from "@/ui/format";
import { Section } from "@/ui/page";
import { PlainTag } from "@/ui/tags";
import { CHOICE_NAMES, type Letters, NUMBERS, type Plans, type Step, type Strategies, type Strategy } from "./conduct";
import { type Grading, read, said } from "./model";
import { type Names, useLive, useRuleNames } from "./names";
import css from "./policy.module.css";

export function StrategiesShown({ strategies, names }: { strategies: Strategies; names: Names }) {
  const { t } = useTranslation("policy");
  const grading = useLive("grading");
  const unrated = grading ? read<Grading>(grading)?.unrated : undefined;
  const labels = new Map([...names.quadrants, ...names.grades].map(({ value, label }) => [value, label]));
  labels.set("unrated", said(unrated, names.language) || "unrated");
  return (
    <>
      <p className="muted">{t("strategy.words")}</p>
      {(["quadrants", "grades"] as const).map((kind) => (
        <Section key={kind} title={t(`strategy.${kind}`)}>
          <ul className={css.items}>
            {Object.entries(strategies[kind]).map(([key, strategy]) => (
              <li key={key} className={css.rule}>
                <p className={css.ruleName}>
                  {labels.get(key) ?? key} <span className="quiet">{said(strategy.label, names.language)}</span>
                </p>
                {strategy.about && <p>{said(strategy.about, names.language)}</p>}
                <StrategyTerms strategy={strategy} names={names} />
                <StepsShown steps={strategy.steps ?? []} names={names} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

/** What a strategy states, on one line. */
export function StrategyTerms({ strategy, names }: { strategy: Strategy; names: Names }) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const role = useRole(names);
  const numbers = NUMBERS.flatMap(({ name }) => {
    const value = strategy[name];
    return typeof value === "number" ? [t(`said.${name}`, { count: value })] : [];
  });
  const choices = CHOICE_NAMES.flatMap((name) => {
    const value = strategy[name];
    return value ? [`${t(`strategy.${name}`)}: ${t(`choice.${value as "open"}`)}`] : [];
  });
  const people = [
    strategy.responsible && `${t("strategy.responsible")}: ${role(strategy.responsible)}`,
    strategy.approvers?.length && `${t("strategy.approvers")}: ${format.list(strategy.approvers.map(role))}`,
  ].filter(Boolean);
  return <p className="muted">{[...numbers, ...choices, ...people].join(" · ")}</p>;
}

export function StepsShown({ steps, names }: { steps: readonly Step[]; names: Names }) {
  const { t } = useTranslation("policy");
  const role = useRole(names);
  if (!steps.length) return null;
  return (
    <ol className={css.stepsShown}>
      {steps.map(({ step, label, role: who, within_days, evidence }) => (
        <li key={step}>
          {said(label, names.language)}{" "}
          <span className="muted">
            {t("steps.said", { who: role(who), count: within_days, evidence: said(evidence, names.language) })}
          </span>
        </li>
      ))}
    </ol>
  );
}

function useRole({ roles }: Names): (code: string) => string {
  return (code) => roles.find(({ value }) => value === code)?.label ?? code;
}

export function PlansShown({ plans, names }: { plans: Plans; names: Names }) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const rules = useRuleNames([]);
  const label = (key: string) => rules.find(({ value }) => value === key)?.label ?? key;
  return (
    <>
      <p className="muted">{t("plan.words")}</p>
      <ul className={css.items}>
        {Object.entries(plans.contingency_plans).map(([key, plan]) => (
          <li key={key} className={css.rule}>
            <p className={css.ruleName}>{said(plan.label, names.language)}</p>
            <p className="quiet">{format.list(plan.rules.map(label))}</p>
            {plan.about && <p>{said(plan.about, names.language)}</p>}
            <StepsShown steps={plan.steps} names={names} />
          </li>
        ))}
      </ul>
    </>
  );
}

export function LettersShown({ letters, names }: { letters: Letters; names: Names }) {
  const { t } = useTranslation("policy");
  return (
    <>
      <p className="muted">{t("letter.words")}</p>
      <ul className={css.items}>
        {Object.entries(letters.letters).map(([key, letter]) => (
          <li key={key} className={css.rule}>
            <p className={css.ruleName}>
              {said(letter.label, names.language)}
              {letter.purpose === "way_back" && <PlainTag>{t("letter.way_back")}</PlainTag>}
            </p>
            <p className="quiet">{said(letter.subject, names.language)}</p>
            <pre className={css.letterShown}>{said(letter.body, names.language)}</pre>
          </li>
        ))}
      </ul>
    </>
  );
}
