/** Requests for agreement: what waits for me, what I asked for, what was decided, and who stands in for whom. */
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useList } from "@/api/hooks";
import { useFormat } from "@/ui/format";
import { Page } from "@/ui/page";
import { EmptyState } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table";
import { PlainTag } from "@/ui/tags";
import { Since } from "@/ui/values";
import css from "./approvals.module.css";
import { Deputies } from "./deputies";
import { BOXES, type Box, boxOf, type Line, queryOf } from "./model";

export default function ApprovalsPage() {
  const { t } = useTranslation("approvals");
  const [search] = useSearchParams();
  const box = boxOf(search.get("box"));
  return (
    <Page title={t("title")} note={t("note")}>
      <nav className={css.boxes} aria-label={t("box.boxes")}>
        {BOXES.map((each) => (
          <Link
            key={each}
            to={each === "mine" ? "/approvals" : `/approvals?box=${each}`}
            aria-current={each === box ? "page" : undefined}
          >
            {t(`box.${each}`)}
          </Link>
        ))}
      </nav>
      {box === "deputies" ? <Deputies /> : <Requests box={box} />}
    </Page>
  );
}

function Requests({ box }: { box: Exclude<Box, "deputies"> }) {
  const { t } = useTranslation("approvals");
  const list = useList("/approvals", { query: queryOf(box) });
  const columns = useColumns(box);
  return (
    <DataTable
      label={t(`box.${box}`)}
      columns={columns}
      rows={list.rows}
      rowKey={({ id }) => String(id)}
      rowLink={({ id }) => `/approvals/${id}`}
      list={list}
      empty={<EmptyState title={t(`empty.${box}`)}>{t(`empty.${box}_words`)}</EmptyState>}
    />
  );
}

function useColumns(box: Box): Column<Line>[] {
  const { t } = useTranslation("approvals");
  const format = useFormat();
  const roles = ({ missing, roles: all, mode }: Line) =>
    t(`needs.${mode}`, { roles: format.list((missing.length ? missing : all).map(({ label }) => label)) });
  const columns: Column<Line>[] = [
    { key: "title", title: t("column.title"), card: "title", wraps: true, render: ({ title }) => title },
    {
      key: "action",
      title: t("column.action"),
      render: ({ action }) => t(`action.${action as "policy.change"}`, { defaultValue: action }),
    },
    { key: "maker", title: t("column.maker"), render: ({ maker }) => maker.name },
    { key: "at", title: t("column.at"), render: ({ made_at }) => <Since value={made_at} /> },
    {
      key: "needs",
      title: t("column.needs"),
      wraps: true,
      render: (row) => <span className="muted">{roles(row)}</span>,
    },
    {
      key: "state",
      title: t("column.state"),
      card: "badge",
      render: ({ state }) => <PlainTag>{state.label}</PlainTag>,
    },
  ];
  return columns.filter(({ key }) => !(key === "needs" && box === "decided") && !(key === "maker" && box === "made"));
}
