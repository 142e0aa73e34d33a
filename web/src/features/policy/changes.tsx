/** Changes of the policy: drafts, waiting, published, refused. */
import { useTranslation } from "react-i18next";
import { useList } from "@/api/hooks";
import { FilterBar, FilterSelect } from "@/ui/filters";
import { EmptyState } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table";
import { PlainTag } from "@/ui/tags";
import { useUrlState } from "@/ui/url-state";
import { Day, Since } from "@/ui/values";
import type { ChangeLine } from "./model";
import { Upgrades } from "./upgrades";

const STATES = ["draft", "submitted", "published", "refused", "withdrawn", "outdated", "cancelled"] as const;
const STANDARD = { state: "" };

export function Changes() {
  const { t } = useTranslation("policy");
  const [{ state }, set] = useUrlState(STANDARD);
  const list = useList("/policy-changes", { query: { state } });
  const columns: Column<ChangeLine>[] = [
    { key: "title", title: t("changes.change"), card: "title", wraps: true, render: ({ title }) => title },
    { key: "by", title: t("changes.by"), render: ({ by, is_mine }) => (is_mine ? t("changes.me", { by }) : by) },
    { key: "updated", title: t("changes.updated"), render: ({ updated_at }) => <Since value={updated_at} /> },
    { key: "from", title: t("changes.live_from"), render: ({ live_from }) => <Day value={live_from} /> },
    {
      key: "state",
      title: t("changes.state"),
      card: "badge",
      render: ({ state: at }) => <PlainTag>{at.label}</PlainTag>,
    },
  ];
  return (
    <>
      <Upgrades />
      <FilterBar active={state ? 1 : 0} onClear={() => set({ state: "" })}>
        <FilterSelect
          label={t("changes.state")}
          options={STATES.map((each) => ({ value: each, label: t(`state.${each}`) }))}
          value={state}
          onChange={(chosen) => set({ state: chosen })}
        />
      </FilterBar>
      <DataTable
        label={t("changes.title")}
        columns={columns}
        rows={list.rows}
        rowKey={({ id }) => String(id)}
        rowLink={({ id }) => `/policy/changes/${id}`}
        list={list}
        empty={<EmptyState title={t("changes.none")}>{t("changes.none_words")}</EmptyState>}
      />
    </>
  );
}
