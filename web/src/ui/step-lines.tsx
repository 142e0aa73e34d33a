/** Steps as a list: what is done, by whom, by when, and by what one sees that it is done. */
import { useTranslation } from "react-i18next";
import type { components } from "@/api/schema";
import css from "./step-lines.module.css";

export function StepLines({ steps }: { steps: readonly components["schemas"]["StepShown"][] }) {
  const { t } = useTranslation();
  if (!steps.length) return null;
  return (
    <ol className={css.steps}>
      {steps.map(({ key, label, role, within_days, due_on, evidence }) => (
        <li key={key}>
          <span>{label}</span>
          <span className="quiet">{role.label}</span>
          <span className="num">
            {due_on ? t("step.by", { day: due_on }) : t("step.within", { count: within_days })}
          </span>
          <span className="muted">{t("step.evidence", { evidence })}</span>
        </li>
      ))}
    </ol>
  );
}
