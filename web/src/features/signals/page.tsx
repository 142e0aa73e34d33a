/** What the front line reported, the newest first. */
import { App, Button } from "antd";
import { Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { customerPath } from "@/api/customer-address";
import { useList, useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { FilterBar, FilterSelect } from "@/ui/filters";
import { LinkButton } from "@/ui/link-button";
import { Page } from "@/ui/page";
import { EmptyState } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table";
import { type Severity, SeverityTag } from "@/ui/tags";
import { useToast } from "@/ui/toast";
import { useUrlState } from "@/ui/url-state";
import { Day, Num } from "@/ui/values";
import type { Signal } from "./types";

const STANDARD = { state: "active", mine: "", customer: "" };

export default function SignalsPage() {
  const { t } = useTranslation("signals");
  const can = useCan();
  const [state, set] = useUrlState(STANDARD);
  const query = {
    state: state.state || "all",
    mine: state.mine === "true" ? true : undefined,
    customer: state.customer,
  };
  const list = useList<Signal>("/signals", { query });
  return (
    <Page
      title={t("title")}
      fill
      actions={
        can("report_signal") && (
          <LinkButton to="/signals/new" primary icon={<Plus size={16} aria-hidden />}>
            {t("new")}
          </LinkButton>
        )
      }
    >
      <FilterBar>
        <FilterSelect
          label={t("state.label")}
          value={state.state}
          onChange={(chosen) => set({ state: chosen })}
          options={[
            { value: "active", label: t("state.active") },
            { value: "expired", label: t("state.expired") },
          ]}
        />
        <FilterSelect
          label={t("mine.label")}
          value={state.mine}
          onChange={(chosen) => set({ mine: chosen })}
          options={[{ value: "true", label: t("mine.yes") }]}
        />
      </FilterBar>
      <DataTable
        label={t("title")}
        columns={useColumns()}
        rows={list.rows}
        rowKey={({ id }) => String(id)}
        rowLink={({ customer }) => customerPath(customer.code)}
        list={list}
        empty={<EmptyState title={t("none")}>{t("none_words")}</EmptyState>}
        fill
      />
    </Page>
  );
}

function useColumns(): Column<Signal>[] {
  const { t } = useTranslation("signals");
  return [
    { key: "customer", title: t("customer"), render: ({ customer }) => customer.name ?? customer.code, card: "title" },
    { key: "what", title: t("signal"), render: ({ label }) => label },
    {
      key: "severity",
      title: t("severity"),
      render: ({ severity, severity_label }) => (
        <SeverityTag severity={severity as Severity | null} label={severity_label ?? undefined} />
      ),
      card: "badge",
    },
    { key: "note", title: t("note_short"), render: ({ note }) => note, wraps: true },
    { key: "on", title: t("observed_on"), render: ({ observed_on }) => <Day value={observed_on} /> },
    { key: "until", title: t("expires_on"), render: ({ expires_on }) => <Day value={expires_on} />, card: "none" },
    {
      key: "points",
      title: t("points_left"),
      render: ({ points_left }) => <Num value={points_left} digits={1} />,
      align: "right",
    },
    { key: "by", title: t("by"), render: ({ reporter }) => reporter.name },
    { key: "do", title: "", render: (signal) => <Withdraw signal={signal} />, align: "right" },
  ];
}

function Withdraw({ signal }: { signal: Signal }) {
  const { t } = useTranslation(["signals", "common"]);
  const can = useCan();
  const { modal } = App.useApp();
  const toast = useToast();
  const withdraw = useSend("delete", "/signals/{signal_id}", { refreshes: ["/signals", "/customers"] });
  if (!signal.is_mine || !can("withdraw_signal")) return null;
  function ask() {
    modal.confirm({
      icon: null,
      title: t("withdraw.title", { what: signal.label }),
      content: t("withdraw.words"),
      okText: t("withdraw.do"),
      cancelText: t("common:action.cancel"),
      onOk: () => withdraw.mutateAsync({ path: { signal_id: signal.id } }).catch(toast.failed),
    });
  }
  return (
    <Button type="text" size="small" onClick={ask}>
      {t("withdraw.do")}
    </Button>
  );
}
