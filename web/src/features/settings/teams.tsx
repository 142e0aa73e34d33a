/** Teams: who belongs to which, since when; a lead sees the customers of the team's members. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { useCan, useToday } from "@/app/session";
import { Answer } from "@/ui/answer";
import { useFormat } from "@/ui/format";
import { EmptyState } from "@/ui/states";
import { DataTable } from "@/ui/table";
import { Missing } from "@/ui/values";
import { membersOn, type TeamRow } from "./model";
import css from "./settings.module.css";
import { TeamPanel } from "./team-panel";

export default function TeamsPart() {
  const today = useToday();
  const { t } = useTranslation("settings");
  const can = useCan();
  const format = useFormat();
  const query = useGet("/teams");
  const [open, setOpen] = useState<TeamRow | "new" | null>(null);
  const add = can("add_team") && (
    <Button type="primary" onClick={() => setOpen("new")}>
      {t("teams.add")}
    </Button>
  );
  return (
    <>
      <div className={css.bar}>
        <p className={css.words}>{t("teams.words")}</p>
        {add}
      </div>
      <Answer
        query={query}
        isEmpty={({ items }) => !items.length}
        empty={<EmptyState title={t("teams.none")}>{t("teams.none_words")}</EmptyState>}
      >
        {({ items }) => (
          <DataTable
            label={t("part.teams")}
            rows={items}
            rowKey={({ id }) => String(id)}
            columns={[
              {
                key: "name",
                title: t("teams.name"),
                card: "title",
                render: (team) =>
                  can("change_team") ? (
                    <button type="button" className="plain" onClick={() => setOpen(team)}>
                      {team.name}
                    </button>
                  ) : (
                    team.name
                  ),
              },
              { key: "lead", title: t("teams.lead"), render: ({ lead_name }) => lead_name ?? <Missing /> },
              {
                key: "members",
                title: t("teams.members"),
                wraps: true,
                render: (team) => format.list(membersOn(team, today).map(({ name }) => name)) || <Missing />,
              },
            ]}
          />
        )}
      </Answer>
      <TeamPanel open={open} onClose={() => setOpen(null)} />
    </>
  );
}
