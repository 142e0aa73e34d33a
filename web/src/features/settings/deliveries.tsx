/** Mail that went out, waits, or could not be sent at all; the last can be tried anew. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useList, useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { FilterBar, FilterSelect } from "@/ui/filters";
import { EmptyState } from "@/ui/states";
import { DataTable } from "@/ui/table";
import { useToast } from "@/ui/toast";
import { useUrlState } from "@/ui/url-state";
import { Instant, Missing, Num } from "@/ui/values";
import css from "./settings.module.css";

const STANDARD = { state: [] as string[] };
const STATES = ["waiting", "held", "sent", "gathered", "dead", "quiet"] as const;

export default function DeliveriesPart() {
  const { t } = useTranslation("settings");
  const can = useCan();
  const toast = useToast();
  const [filter, setFilter] = useUrlState(STANDARD);
  const list = useList("/deliveries", { query: filter });
  const retry = useSend("post", "/deliveries/{delivery_id}/retry", {
    refreshes: ["/deliveries"],
    onDone: () => toast.done(t("deliveries.again")),
  });
  return (
    <>
      <p className={css.words}>{t("deliveries.words")}</p>
      <FilterBar>
        <FilterSelect
          label={t("people.state")}
          value={filter.state}
          onChange={(state) => setFilter({ state })}
          options={STATES.map((value) => ({ value, label: t(`deliveries.${value}`) }))}
        />
      </FilterBar>
      <DataTable
        label={t("part.deliveries")}
        list={list}
        rows={list.rows}
        rowKey={({ id }) => String(id)}
        empty={<EmptyState title={t("deliveries.none")}>{t("deliveries.none_words")}</EmptyState>}
        columns={[
          { key: "at", title: t("told.at"), render: ({ created_at }) => <Instant value={created_at} /> },
          { key: "to", title: t("deliveries.to"), card: "title", render: ({ to }) => to },
          { key: "subject", title: t("told.subject"), wraps: true, card: "title", render: ({ subject }) => subject },
          { key: "state", title: t("people.state"), card: "badge", render: ({ state_label }) => state_label },
          {
            key: "tries",
            title: t("deliveries.tries"),
            align: "right",
            render: ({ attempts }) => <Num value={attempts} />,
          },
          {
            key: "error",
            title: t("deliveries.error"),
            wraps: true,
            render: ({ error }) => error ?? <Missing words={t("deliveries.no_error")} />,
          },
          {
            key: "retry",
            title: t("deliveries.do"),
            render: ({ id, state }) =>
              state === "dead" && can("retry_delivery") ? (
                <Button
                  size="small"
                  onClick={() => retry.mutate({ path: { delivery_id: id } }, { onError: toast.failed })}
                  loading={retry.isPending && retry.variables.path?.delivery_id === id}
                >
                  {t("deliveries.retry")}
                </Button>
              ) : null,
          },
        ]}
      />
    </>
  );
}
