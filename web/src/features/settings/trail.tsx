/** A trail, newest first: who did or saw what. Both logs of the settings look alike. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { customerPath } from "@/api/customer-address";
import type { List } from "@/api/hooks";
import { EmptyState } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table";
import { Instant } from "@/ui/values";

interface Line {
  id: number;
  at: string;
  actor: { code: string; name: string };
  words: string;
  subject: string;
  about: string;
}

/** The page of what a line is about, where it has one: "customer:KH000001". */
export function pageOf(subject: string): string | undefined {
  const [kind, id] = [subject.slice(0, subject.indexOf(":")), subject.slice(subject.indexOf(":") + 1)];
  if (!id) return undefined;
  if (kind === "customer") return customerPath(id);
  const places: Record<string, string> = { alert: "/alerts/", import: "/imports/" };
  const place = places[kind];
  return place && place + encodeURIComponent(id);
}

export function Trail<L extends Line>({
  label,
  list,
  more = [],
}: {
  label: string;
  list: List<L, unknown>;
  more?: Column<L>[];
}) {
  const { t } = useTranslation("settings");
  return (
    <DataTable
      label={label}
      list={list}
      rows={list.rows}
      rowKey={({ id }) => String(id)}
      empty={<EmptyState title={t("trail.none")} />}
      columns={[
        { key: "at", title: t("told.at"), width: 150, card: "badge", render: ({ at }) => <Instant value={at} /> },
        { key: "who", title: t("trail.who"), card: "title", render: ({ actor }) => actor.name },
        { key: "what", title: t("trail.what"), wraps: true, card: "title", render: ({ words }) => words },
        {
          key: "subject",
          title: t("trail.subject"),
          render: ({ subject, about }) => {
            const to = pageOf(subject);
            return to ? <Link to={to}>{about}</Link> : <span className="muted">{about}</span>;
          },
        },
        ...more,
      ]}
    />
  );
}
