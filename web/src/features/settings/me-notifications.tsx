/** What one was told lately, by mail or in the digest. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useList } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Section } from "@/ui/page";
import { DataTable } from "@/ui/table";
import { Instant } from "@/ui/values";
import css from "./settings.module.css";

export function Notifications() {
  const { t } = useTranslation("settings");
  const can = useCan();
  const list = useList("/notifications", { query: { limit: 10 } }, { enabled: can("notifications") });
  if (!can("notifications")) return null;
  return (
    <Section title={t("told.title")}>
      <div className={css.wide}>
        <DataTable
          label={t("told.title")}
          list={list}
          rows={list.rows}
          rowKey={({ id }) => String(id)}
          empty={<p className="muted">{t("told.none")}</p>}
          columns={[
            {
              key: "subject",
              title: t("told.subject"),
              card: "title",
              wraps: true,
              render: ({ subject, path }) => (path.startsWith("/") ? <Link to={path}>{subject}</Link> : subject),
            },
            { key: "state", title: t("told.state"), card: "badge", render: ({ state_label }) => state_label },
            { key: "at", title: t("told.at"), render: ({ at }) => <Instant value={at} /> },
          ]}
        />
      </div>
    </Section>
  );
}
