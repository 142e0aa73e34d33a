/** The files that were handed in, the newest first. */
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useList } from "@/api/hooks";
import { useCan } from "@/app/session";
import { LinkButton } from "@/ui/link-button";
import { Page } from "@/ui/page";
import { EmptyState } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table";
import { Num, Since } from "@/ui/values";
import { isMoving, written } from "./model";
import { StateWords } from "./progress";
import { Templates } from "./templates";
import type { ImportRow } from "./types";

const LOOK_EVERY_MS = 2_000;

export default function ImportsPage() {
  const { t } = useTranslation("imports");
  const can = useCan();
  const list = useList(
    "/imports",
    {},
    { every: (data) => ((data as { items?: ImportRow[] } | undefined)?.items?.some(isMoving) ? LOOK_EVERY_MS : false) },
  );
  return (
    <Page
      title={t("title")}
      fill
      actions={
        can("start_import") && (
          <LinkButton to="/imports/new" primary icon={<Plus size={16} aria-hidden />}>
            {t("new")}
          </LinkButton>
        )
      }
    >
      <DataTable
        label={t("title")}
        columns={useColumns()}
        rows={list.rows}
        rowKey={(row) => String(row.id)}
        rowName={(row) => row.name}
        rowLink={(row) => `/imports/${row.id}`}
        list={list}
        empty={<Nothing />}
        fill
      />
    </Page>
  );
}

function useColumns(): Column<ImportRow>[] {
  const { t } = useTranslation("imports");
  return [
    { key: "name", title: t("file"), render: (row) => row.name, card: "title" },
    { key: "kind", title: t("kind"), render: (row) => row.kind_label ?? "" },
    { key: "state", title: t("state"), render: (row) => <StateWords row={row} />, card: "badge" },
    { key: "read", title: t("rows_read"), render: (row) => <Num value={row.read} />, align: "right" },
    {
      key: "written",
      title: t("rows_written"),
      render: (row) => <Num value={row.read === null ? null : written(row.kinds)} />,
      align: "right",
    },
    {
      key: "rejects",
      title: t("rejects_open"),
      render: (row) => (row.open_rejects ? <strong className="num">{row.open_rejects}</strong> : <Num value={0} />),
      align: "right",
    },
    { key: "source", title: t("source"), render: (row) => row.source, card: "none" },
    { key: "by", title: t("by"), render: (row) => row.by.name },
    { key: "at", title: t("at"), render: (row) => <Since value={row.started_at} /> },
  ];
}

function Nothing() {
  const { t } = useTranslation("imports");
  const can = useCan();
  return (
    <EmptyState
      title={t("none")}
      action={
        can("start_import") && (
          <LinkButton to="/imports/new" primary>
            {t("new")}
          </LinkButton>
        )
      }
    >
      <p>{t("none_words")}</p>
      <Templates />
    </EmptyState>
  );
}
