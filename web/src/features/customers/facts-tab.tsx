/** Everything that is known of the customer, kind by kind, each fact with its source and since when we know it. */
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useList } from "@/api/hooks";
import type { components } from "@/api/schema";
import { momentQuery } from "@/ui/moment-asked";
import { Select } from "@/ui/select";
import { EmptyState } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table";
import { PlainTag } from "@/ui/tags";
import { useNarrow } from "@/ui/use-narrow";
import { Day } from "@/ui/values";
import { FactCell, standsRight } from "./fact-cell";
import { GROUPS, type Group, type Kind, kindOf, MAY_BE_OPEN, tableColumns } from "./fact-columns";
import { FactPanel } from "./fact-panel";
import css from "./facts.module.css";
import { useHere, usePlace } from "./use-place";

type FactRow = components["schemas"]["FactRow"];
type OpenOnly = "all" | "open";

export function FactsTab() {
  const { place } = useHere();
  const kind = kindOf(place.kind);
  return (
    <div className={css.facts}>
      <Kinds kind={kind} />
      <FactTable key={kind} kind={kind} />
      {place.fact !== null && <FactPanel kind={kind} fact={place.fact} />}
    </div>
  );
}

function Kinds({ kind }: { kind: Kind }) {
  const { t } = useTranslation("customers");
  const { to } = useHere();
  const [, go] = usePlace();
  const groups = Object.entries(GROUPS) as [Group, readonly Kind[]][];
  if (useNarrow()) {
    const options = groups.map(([group, kinds]) => ({
      label: t(`facts.group.${group}`),
      options: kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    }));
    return (
      <Select
        aria-label={t("facts.kind")}
        value={kind}
        options={options}
        onChange={(next: Kind) => go({ kind: next, fact: null })}
      />
    );
  }
  return (
    <nav className={css.kinds} aria-label={t("facts.kind")}>
      {groups.map(([group, kinds]) => (
        <div key={group}>
          <p>{t(`facts.group.${group}`)}</p>
          <ul>
            {kinds.map((each) => (
              <li key={each}>
                <Link to={to({ tab: "facts", kind: each })} replace aria-current={each === kind ? "page" : undefined}>
                  {t(`kind.${each}`)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function FactTable({ kind }: { kind: Kind }) {
  const { t } = useTranslation("customers");
  const { code, place, to } = useHere();
  const [shown, setShown] = useState<OpenOnly>("all");
  const query = { ...momentQuery(place), limit: 25, is_open: shown === "open" ? true : undefined };
  const list = useList("/customers/{code}/facts/{kind}", { path: { code, kind }, query });
  const columns = useFactColumns(kind, list.document?.columns ?? []);
  return (
    <div className={css.table}>
      {MAY_BE_OPEN.has(kind) && (
        <Segmented<OpenOnly>
          size="small"
          aria-label={t("facts.shown")}
          value={shown}
          onChange={setShown}
          options={[
            { value: "all", label: t("facts.all") },
            { value: "open", label: t("facts.open_only") },
          ]}
        />
      )}
      <DataTable
        label={t(`kind.${kind}`)}
        columns={columns}
        rows={list.rows}
        rowKey={({ id }) => String(id)}
        rowLink={({ id }) => to({ tab: "facts", kind, fact: id })}
        list={list}
        empty={
          <EmptyState title={t("facts.none", { kind: t(`kind.${kind}`) })}>
            <p>{t("facts.none_words")}</p>
          </EmptyState>
        }
      />
    </div>
  );
}

function useFactColumns(kind: Kind, columns: components["schemas"]["FactColumn"][]): Column<FactRow>[] {
  const { t } = useTranslation("customers");
  const shown = tableColumns(kind, columns).map(
    (column, place): Column<FactRow> => ({
      key: column.key,
      title: column.label,
      align: standsRight(column),
      card: place === 0 ? "title" : "line",
      render: ({ cells }) => (
        <>
          <FactCell column={column} value={cells[column.key]} />
          {place === 0 && cells.is_disputed === true && (
            <>
              {" "}
              <PlainTag>{t("facts.disputed")}</PlainTag>
            </>
          )}
        </>
      ),
    }),
  );
  return [
    ...shown,
    {
      key: "origin",
      title: t("facts.origin"),
      render: ({ origin }) => (
        <span className={css.origin} title={origin.external_id}>
          {origin.source}
        </span>
      ),
    },
    {
      key: "known",
      title: t("facts.known_since"),
      card: "none",
      render: ({ origin }) => <Day value={origin.known_since} />,
    },
  ];
}
