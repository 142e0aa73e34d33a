/** Settings: one's own, the company's, the system's; only the parts a person may see. */
import { type ComponentType, lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, NavLink, useParams } from "react-router";
import { useCan } from "@/app/session";
import { Loading } from "@/ui/loading";
import { Page } from "@/ui/page";
import { NoPermission } from "@/ui/states";
import { useNarrow } from "@/ui/use-narrow";
import { PARTS, type Part, type PartKey, partsFor } from "./model";
import css from "./settings.module.css";

const PAGES: Record<PartKey, ComponentType> = {
  me: lazy(() => import("./me")),
  people: lazy(() => import("./people")),
  teams: lazy(() => import("./teams")),
  roles: lazy(() => import("./roles")),
  company: lazy(() => import("./company")),
  calendar: lazy(() => import("./calendar")),
  rules: lazy(() => import("./rules")),
  runs: lazy(() => import("./runs")),
  mail: lazy(() => import("./mail")),
  keys: lazy(() => import("./keys")),
  deliveries: lazy(() => import("./deliveries")),
  audit: lazy(() => import("./audit")),
  access: lazy(() => import("./access")),
};

export default function SettingsPage() {
  const { t } = useTranslation("settings");
  const { "*": asked = "" } = useParams();
  const can = useCan();
  const narrow = useNarrow();
  const parts = partsFor(can);
  const known = PARTS.find(({ key }) => key === asked);
  if (!known) return asked || !narrow ? <Navigate to="/settings/me" replace /> : <Overview parts={parts} />;
  const Inner = PAGES[known.key];
  return (
    <Page title={t(`part.${known.key}`)} back={narrow ? <NavLink to="/settings">{t("title")}</NavLink> : undefined}>
      <div className={css.settings}>
        {!narrow && (
          <nav className={css.nav} aria-label={t("title")}>
            <Links parts={parts} />
          </nav>
        )}
        <div className={css.part}>
          {parts.includes(known) ? (
            <Suspense fallback={<Loading />}>
              <Inner />
            </Suspense>
          ) : (
            <NoPermission />
          )}
        </div>
      </div>
    </Page>
  );
}

function Overview({ parts }: { parts: readonly Part[] }) {
  const { t } = useTranslation("settings");
  return (
    <Page title={t("title")}>
      <nav className={css.list} aria-label={t("title")}>
        <Links parts={parts} />
      </nav>
    </Page>
  );
}

function Links({ parts }: { parts: readonly Part[] }) {
  const { t } = useTranslation("settings");
  const groups = [...new Set(parts.map(({ group }) => group))];
  return groups.map((group) => (
    <div key={group}>
      <p>{t(`group.${group}`)}</p>
      <ul>
        {parts
          .filter((part) => part.group === group)
          .map(({ key }) => (
            <li key={key}>
              <NavLink to={`/settings/${key}`}>{t(`part.${key}`)}</NavLink>
            </li>
          ))}
      </ul>
    </div>
  ));
}
