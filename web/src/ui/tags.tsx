/** The only colour on the screen: how risky. */
import { useTranslation } from "react-i18next";
import { RISK } from "@/app/theme";
import css from "./tags.module.css";
import { Missing } from "./values";

export type Grade = "low" | "medium" | "high" | "unrated";
export type Severity = "low" | "medium" | "high" | "critical";

/** Risk grade of a customer; `null` means it was never assessed. `label` overrides our own word (a grading may be renamed). */
export function GradeTag({ grade, label }: { grade: Grade | string | null | undefined; label?: string }) {
  const { t } = useTranslation();
  if (!grade) return <Missing />;
  const { ground, text } = RISK[grade as Grade] ?? RISK.unrated;
  return (
    <span className={css.tag} style={{ background: ground, color: text }} data-grade={grade}>
      {label ?? t(`grade.${grade as Grade}`)}
    </span>
  );
}

/** How grave an alert is: filled squares count it, so that it is read without colour too. */
export function SeverityTag({ severity, label }: { severity: Severity | null | undefined; label?: string }) {
  const { t } = useTranslation();
  if (!severity) return <Missing />;
  const { text, fill } = RISK[severity];
  const steps = ["low", "medium", "high", "critical"].indexOf(severity) + 1;
  return (
    <span className={css.severity} style={{ color: text }} data-severity={severity}>
      <span className={css.steps} aria-hidden>
        {[1, 2, 3, 4].map((step) => (
          <i key={step} style={{ background: step <= steps ? fill : undefined }} />
        ))}
      </span>
      {label ?? t(`severity.${severity}`)}
    </span>
  );
}

/** A word about a state that is no risk: grey, with a hairline. */
export function PlainTag({ children, title }: { children: string; title?: string }) {
  return (
    <span className={css.plain} title={title}>
      {children}
    </span>
  );
}
