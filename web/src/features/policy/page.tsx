/** The policy that is in force, kind by kind, and the changes on their way. */
import { useTranslation } from "react-i18next";
import { Navigate, NavLink, useParams } from "react-router";
import { useCan } from "@/app/session";
import { Page } from "@/ui/page";
import { NoPermission } from "@/ui/states";
import { useNarrow } from "@/ui/use-narrow";
import { Changes } from "./changes";
import { InForce } from "./in-force";
import { KINDS, kindOf } from "./model";
import css from "./policy.module.css";

export default function PolicyPage() {
  const { t } = useTranslation("policy");
  const { "*": asked = "" } = useParams();
  const can = useCan();
  const narrow = useNarrow();
  const kind = kindOf(asked);
  const isChanges = asked === "changes";
  if (!can("policy")) return <NoPermission />;
  if (!kind && !isChanges && (asked || !narrow)) return <Navigate to="/policy/scorecard" replace />;
  if (!kind && !isChanges) {
    return (
      <Page title={t("title")}>
        <Links className={css.list} />
      </Page>
    );
  }
  return (
    <Page
      title={isChanges ? t("changes.title") : t(`kind.${kind ?? "rules"}`)}
      back={narrow ? <NavLink to="/policy">{t("title")}</NavLink> : undefined}
    >
      <div className={css.policy}>
        {!narrow && <Links className={css.nav} />}
        <div className={css.part}>{kind ? <InForce key={kind} kind={kind} /> : <Changes />}</div>
      </div>
    </Page>
  );
}

function Links({ className }: { className?: string }) {
  const { t } = useTranslation("policy");
  const can = useCan();
  return (
    <nav className={className} aria-label={t("title")}>
      <p>{t("nav.in_force")}</p>
      <ul>
        {KINDS.map((kind) => (
          <li key={kind}>
            <NavLink to={`/policy/${kind}`}>{t(`kind.${kind}`)}</NavLink>
          </li>
        ))}
      </ul>
      <p>{t("nav.on_the_way")}</p>
      <ul>
        <li>
          <NavLink to="/policy/changes">{t("changes.title")}</NavLink>
        </li>
        {can("backtests") && (
          <li>
            <NavLink to="/backtests">{t("nav.backtests")}</NavLink>
          </li>
        )}
        {can("alert_economics") && (
          <li>
            <NavLink to="/alert-economics">{t("nav.economics")}</NavLink>
          </li>
        )}
      </ul>
    </nav>
  );
}
