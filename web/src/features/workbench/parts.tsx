/** Parts of the workbench: changes, and the first steps of a new installation. */
import { ArrowRight, Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { customerPath } from "@/api/customer-address";
import { LinkButton } from "@/ui/link-button";
import { GradeTag } from "@/ui/tags";
import { type Changed, neededSteps, type SetUp } from "./model";
import css from "./workbench.module.css";

export function Changes({ changes }: { changes: readonly Changed[] }) {
  const { t } = useTranslation("workbench");
  return (
    <ul className={css.changes} aria-label={t("changed.title")}>
      {changes.map(({ customer, before, before_words, after, after_words, at }) => (
        <li key={customer.code} className={css.change}>
          <Link to={customerPath(customer.code)} className={css.who}>
            {customer.name || customer.code}
          </Link>
          <span className={css.what}>
            <GradeTag grade={before} label={before_words} />
            <ArrowRight size={14} aria-label={t("changed.to")} />
            <GradeTag grade={after} label={after_words} />
          </span>
          <span className={`muted ${css.when}`}>
            <time className="num" dateTime={at}>
              {at.slice(5)}
            </time>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function FirstSteps({ setUp }: { setUp: SetUp }) {
  const { t } = useTranslation("workbench");
  const steps = neededSteps(setUp);
  const next = steps.find(({ done }) => !done);
  return (
    <section className={css.steps} aria-label={t("steps.title")}>
      <div>
        <h2>{t("steps.title")}</h2>
        <p className="quiet">{t("steps.words")}</p>
      </div>
      <ol>
        {steps.map(({ key, done }, index) => (
          <li key={key} data-done={done} aria-current={next?.key === key ? "step" : undefined}>
            <i aria-hidden>{done ? <Check size={12} /> : index + 1}</i>
            {t(`steps.${key}`)}
            {done && <span className="unseen">{t("steps.done")}</span>}
          </li>
        ))}
      </ol>
      <LinkButton to="/setup" primary>
        {t("steps.go")}
      </LinkButton>
    </section>
  );
}
