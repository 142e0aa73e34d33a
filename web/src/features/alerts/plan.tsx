/** What to do about an alert: its contingency plan, the letter that goes with it, and the customer's strategy. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { customerPath } from "@/api/customer-address";
import { useGet } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { Fact, Facts, Section } from "@/ui/page";
import { StepLines } from "@/ui/step-lines";
import type { Alert } from "./types";

export function AlertPlan({ alert }: { alert: Alert }) {
  const { t } = useTranslation("alerts");
  const can = useCan();
  const query = useGet("/alerts/{alert_id}/plan", { path: { alert_id: alert.id } });
  const version = query.data?.version;
  const words = version && query.data?.plan ? t("plan.version", { number: version }) : undefined;
  return (
    <Section
      title={t("plan.title")}
      aside={
        words && (can("policy") ? <Link to={`/policy/contingency_plans?version=${version}`}>{words}</Link> : words)
      }
    >
      <Answer query={query} lines={4}>
        {({ plan }) =>
          plan ? (
            <>
              <p>{plan.label}</p>
              {plan.about && <p className="quiet">{plan.about}</p>}
              <StepLines steps={plan.steps} />
              {plan.letter && (
                <p>
                  <Link to={`${customerPath(alert.customer.code)}?tab=strategy&letter=${plan.letter.key}`}>
                    {t("plan.write", { letter: plan.letter.label })}
                  </Link>
                </p>
              )}
            </>
          ) : (
            <p className="muted">{t("plan.none")}</p>
          )
        }
      </Answer>
    </Section>
  );
}

/** The strategy that applies to the alert's customer today. */
export function AlertStrategy({ alert }: { alert: Alert }) {
  const { t } = useTranslation("alerts");
  const { code } = alert.customer;
  const query = useGet("/customers/{code}/strategy", { path: { code } });
  const path = `${customerPath(code)}?tab=strategy`;
  return (
    <Section title={t("plan.strategy")} aside={<Link to={path}>{t("plan.all")}</Link>}>
      <Answer query={query} lines={3}>
        {({ strategies, terms }) =>
          strategies.length ? (
            <>
              {strategies.map(({ kind, place, label }) => (
                <p key={kind}>
                  <span className="quiet">{place.words}</span> {label}
                </p>
              ))}
              <Facts>
                {terms.map(({ name, label, words }) => (
                  <Fact key={name} label={label}>
                    {words}
                  </Fact>
                ))}
              </Facts>
            </>
          ) : (
            <p className="muted">{t("plan.no_strategy")}</p>
          )
        }
      </Answer>
    </Section>
  );
}
