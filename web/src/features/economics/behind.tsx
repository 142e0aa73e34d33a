/** The alerts behind a figure, beside the page, each with what followed. */
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useList } from "@/api/hooks";
import { SidePanel } from "@/ui/panel";
import { type Column, DataTable } from "@/ui/table";
import { PlainTag } from "@/ui/tags";
import { Day, Missing, Money, Num } from "@/ui/values";
import { cellOf, type Economics, type Judged, type queryOf, type What } from "./model";

interface BehindProps {
  /** The figure, as it stands in the address; "" for none. */
  cell: string;
  told: Economics;
  query: ReturnType<typeof queryOf>;
  onClose: () => void;
}

export function Behind({ cell, told, query, onClose }: BehindProps) {
  const { t } = useTranslation("economics");
  const found = cellOf(cell);
  const rule = told.items.find(({ key }) => key === found?.rule);
  const label = rule?.label ?? t("together");
  return (
    <SidePanel
      open={found !== null}
      onClose={onClose}
      title={found ? t("behind.title", { label, what: t(`count.${found.what}`) }) : ""}
      width={860}
    >
      {found && (
        <Alerts
          key={cell}
          rule={found.rule}
          what={found.what}
          said={(rule ?? told.together).said_false}
          contradicted={(rule ?? told.together).contradicted}
          query={query}
        />
      )}
    </SidePanel>
  );
}

interface AlertsProps {
  rule: string;
  what: What;
  said: number;
  contradicted: number;
  query: ReturnType<typeof queryOf>;
}

function Alerts({ rule, what, said, contradicted, query }: AlertsProps) {
  const { t } = useTranslation("economics");
  const [only, setOnly] = useState<What>(what);
  const list = useList<Judged>("/alert-economics/alerts", {
    query: { ...query, what: only, ...(rule && { rule }) },
  });
  const columns: Column<Judged>[] = [
    { key: "name", title: t("behind.customer"), card: "title", wraps: true, render: ({ name }) => name },
    ...(rule ? [] : [{ key: "rule", title: t("rule"), wraps: true, render: (row: Judged) => row.rule.label }]),
    { key: "day", title: t("behind.day"), render: ({ opened_on }) => <Day value={opened_on} /> },
    {
      key: "became",
      title: t("behind.became"),
      card: "badge",
      render: ({ became, said_false }) => (
        <PlainTag>{said_false ? t("behind.said", { was: became.label }) : became.label}</PlainTag>
      ),
    },
    {
      key: "outcome",
      title: t("behind.outcome"),
      render: ({ outcome }) => outcome?.label ?? <Missing words={t("behind.not_yet")} />,
    },
    { key: "bad_on", title: t("behind.bad_on"), render: ({ bad_on }) => <Day value={bad_on} /> },
    { key: "lead", title: t("lead"), align: "right", render: ({ lead_days }) => <Num value={lead_days} /> },
    { key: "loss", title: t("behind.loss"), align: "right", render: ({ loss }) => <Money value={loss} brief /> },
    {
      key: "owed",
      title: t("behind.exposure"),
      align: "right",
      render: ({ exposure }) => <Money value={exposure} brief />,
    },
    {
      key: "ordered",
      title: t("behind.ordered"),
      align: "right",
      render: ({ ordered }) => <Money value={ordered} brief />,
    },
  ];
  return (
    <div className="stack">
      {what === "false" && said > 0 && (
        <Segmented<What>
          size="small"
          aria-label={t("behind.only")}
          value={only}
          onChange={setOnly}
          options={[
            { value: "false", label: t("behind.all") },
            { value: "said_false", label: t("behind.said_false", { count: said }) },
            { value: "contradicted", label: t("behind.contradicted", { count: contradicted }) },
          ]}
        />
      )}
      <DataTable
        label={t("behind.alerts")}
        columns={columns}
        rows={list.rows}
        list={list}
        rowKey={({ id }) => String(id)}
        rowLink={({ id }) => `/alerts/${id}`}
      />
    </div>
  );
}
