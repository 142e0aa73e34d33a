/** The guided set-up for a small team: bring the file you have, choose a few signals, see the first alerts. */
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useGet } from "@/api/hooks";
import type { components } from "@/api/schema";
import { useCan } from "@/app/session";
import { Packs } from "@/features/policy/packs";
import { type AlertLine, AlertLines } from "@/ui/alert-lines";
import { Answer } from "@/ui/answer";
import { LinkButton } from "@/ui/link-button";
import { Page } from "@/ui/page";
import { NoPermission } from "@/ui/states";
import { Choose } from "./choose";
import { isDone, STEPS, type Step, stepOf } from "./model";
import css from "./setup.module.css";

type Told = components["schemas"]["SetUp"]["steps"];

export default function SetUpPage() {
  const { t } = useTranslation("setup");
  const can = useCan();
  const query = useGet("/workbench");
  return (
    <Page title={t("title")} note={t("note")} narrow>
      {can("choose_rules") ? (
        <Answer query={query}>{({ set_up }) => <Steps steps={set_up.steps} />}</Answer>
      ) : (
        <NoPermission />
      )}
    </Page>
  );
}

function Steps({ steps }: { steps: Told }) {
  const { t } = useTranslation("setup");
  const now = stepOf(steps);
  const bodies: Record<Step, ReactNode> = { import: <Import />, rules: <Rules />, alerts: <Alerts /> };
  return (
    <ol className={css.steps}>
      {STEPS.map((key, index) => {
        const done = isDone(key, steps);
        const reached = STEPS.indexOf(now) >= index;
        return (
          <li key={key} className={css.step} data-state={done ? "done" : key === now ? "now" : "later"}>
            <span className={css.mark} aria-hidden>
              {done ? <Check size={14} /> : index + 1}
            </span>
            <h2>
              {t(`step.${key}`)}
              {done && <span className="unseen">{t("done")}</span>}
            </h2>
            {reached && <div className={css.body}>{done && key === "import" ? <Imported /> : bodies[key]}</div>}
          </li>
        );
      })}
    </ol>
  );
}

function Import() {
  const { t } = useTranslation("setup");
  return (
    <>
      <p className="quiet">{t("import_words")}</p>
      <div>
        <LinkButton to="/imports/new" primary>
          {t("import")}
        </LinkButton>
      </div>
    </>
  );
}

function Rules() {
  const { t } = useTranslation("setup");
  const can = useCan();
  return (
    <>
      {can("take_policy_pack") && (
        <>
          <p className="quiet">{t("pack")}</p>
          <Packs />
        </>
      )}
      <Choose />
    </>
  );
}

function Imported() {
  const { t } = useTranslation("setup");
  return (
    <p className="quiet">
      {t("imported")} <Link to="/imports">{t("imports")}</Link>
    </p>
  );
}

function Alerts() {
  const { t } = useTranslation("setup");
  const query = useGet("/alerts", { query: { state: ["open"], limit: 5 } }, { every: 4_000 });
  return (
    <Answer query={query} isEmpty={({ items }) => items.length === 0} empty={<p className="quiet">{t("no_alerts")}</p>}>
      {({ items }) => (
        <>
          <AlertLines alerts={items.map(lineOf)} label={t("step.alerts")} />
          <div className="row">
            <LinkButton to="/alerts" primary>
              {t("see_alerts")}
            </LinkButton>
            <LinkButton to="/settings/people">{t("invite")}</LinkButton>
          </div>
        </>
      )}
    </Answer>
  );
}

function lineOf({ id, customer, rule, severity, opened }: components["schemas"]["AlertRow"]): AlertLine {
  return { id, customer, rule, severity: severity as AlertLine["severity"], opened };
}
