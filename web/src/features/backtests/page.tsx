/** Back-tests: what a policy would have caught, missed and stopped on the past, in money. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useList } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Page } from "@/ui/page";
import { EmptyState, NoPermission } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table";
import { PlainTag } from "@/ui/tags";
import { useUrlState } from "@/ui/url-state";
import { Since } from "@/ui/values";
import { Begin } from "./begin";
import { isUnfinished, type Line, nextLookAtList } from "./model";

const STANDARD = { change: "" };

export default function BacktestsPage() {
  const { t } = useTranslation("backtests");
  const can = useCan();
  const [{ change }, set] = useUrlState(STANDARD);
  const [begins, setBegins] = useState(false);
  if (!can("backtests")) return <NoPermission />;
  const mayBegin = can("start_backtest");
  const begin = (
    <Button type="primary" onClick={() => setBegins(true)}>
      {t("begin.open")}
    </Button>
  );
  const close = () => {
    setBegins(false);
    set({ change: "" });
  };
  return (
    <Page title={t("title")} back={<Link to="/policy">{t("policy")}</Link>} actions={mayBegin && begin}>
      <Listed action={mayBegin && begin} />
      {mayBegin && (begins || change !== "") && <Begin change={Number(change) || null} onClose={close} />}
    </Page>
  );
}

function Listed({ action }: { action: React.ReactNode }) {
  const { t } = useTranslation("backtests");
  const list = useList("/backtests", {}, { every: nextLookAtList });
  const columns: Column<Line>[] = [
    { key: "what", title: t("list.what"), card: "title", wraps: true, render: (row) => <Tried row={row} /> },
    { key: "days", title: t("list.days"), render: (row) => t("list.span", { from: row.first_day, to: row.last_day }) },
    { key: "by", title: t("list.by"), render: ({ by }) => by },
    { key: "at", title: t("list.at"), render: ({ created_at }) => <Since value={created_at} /> },
    {
      key: "state",
      title: t("list.state"),
      card: "badge",
      render: (row) => (
        <PlainTag>
          {isUnfinished(row)
            ? `${row.state.label} ${t("list.progress", { done: row.done, total: row.total })}`
            : row.state.label}
        </PlainTag>
      ),
    },
  ];
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={list.rows}
      rowKey={({ id }) => String(id)}
      rowLink={({ id }) => `/backtests/${id}`}
      list={list}
      empty={
        <EmptyState title={t("list.none")} action={action}>
          <p>{t("list.none_words")}</p>
        </EmptyState>
      }
    />
  );
}

export function Tried({ row }: { row: Line }) {
  const { t } = useTranslation(["backtests", "policy"]);
  if (row.search) return t("tried.search", { rule: row.search.rule.label, threshold: row.search.threshold.label });
  if (row.change !== null) return t("tried.change", { number: row.change });
  if (!row.kinds.length) return t("tried.live");
  return t("tried.documents", {
    kinds: row.kinds.map((kind) => t(`policy:kind.${kind}` as "policy:kind.rules")).join(t("joint")),
  });
}
