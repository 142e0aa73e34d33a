/** The customers, those worth the most attention first. The address holds what is shown. */
import { Download } from "lucide-react";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { customerPath } from "@/api/customer-address";
import { downloadAddress, useGet, useList } from "@/api/hooks";
import { useCan, useMe } from "@/app/session";
import { ColumnChoice } from "@/ui/column-choice";
import { useFormat } from "@/ui/format";
import { LinkButton } from "@/ui/link-button";
import { MomentBar, MomentChoice, useMoment } from "@/ui/moment";
import { isPast, momentQuery, searchFrom } from "@/ui/moment-asked";
import { Page } from "@/ui/page";
import { EmptyState } from "@/ui/states";
import { DataTable } from "@/ui/table";
import { useNarrow } from "@/ui/use-narrow";
import { askedColumns, COLUMNS, indicatorColumns, shownColumns } from "./columns";
import { filterCount, type ListState, listOf, searchOf } from "./list";
import { useListColumns } from "./list-columns";
import { ListFilters } from "./list-filters";
import { DuplicatesLink } from "./mergers";
import type { Choices, CustomerPage } from "./types";
import { Views } from "./views";

const NONE: readonly string[] = [];

export default function CustomersPage() {
  const { t } = useTranslation("customers");
  const [search, setSearch] = useSearchParams();
  const list = useMemo(() => listOf(search), [search]);
  const [asked] = useMoment();
  const change = useCallback(
    (next: ListState) => setSearch(searchFrom(searchOf(next), asked), { replace: true }),
    [setSearch, asked],
  );
  const narrow = useNarrow();
  const hidesAmounts = useMe().masks.includes("amounts");
  const shown = useMemo(() => shownColumns(list.columns), [list.columns]);
  const drawn = useMemo(() => (narrow && !shown.includes("code") ? [...shown, "code"] : shown), [narrow, shown]);
  const choices = useGet("/customers/choices").data;
  // the usual order is left to the server: it depends on what the person may see
  const query = { ...list.filters, sort: search.get("sort"), columns: indicatorColumns(shown), ...momentQuery(asked) };
  const customers = useList("/customers", { query });
  const { document } = customers;
  const columns = useListColumns(drawn, choices, document?.masked ?? NONE);
  const setColumns = (keys: readonly string[]) => change({ ...list, columns: askedColumns(keys) });
  return (
    <Page
      title={t("title")}
      fill
      note={document && <Note document={document} first={customers.first} total={customers.total} />}
      actions={
        <>
          {!narrow && <Columns shown={shown} choices={choices} onChange={setColumns} />}
          <MomentChoice judges />
          <DuplicatesLink />
          <Export query={query} />
        </>
      }
    >
      {document && <MomentBar shown={document} />}
      <Views list={list} showsOrder={!hidesAmounts} />
      <ListFilters list={list} onChange={change} choices={choices} currency={document?.currency ?? ""} />
      <DataTable
        label={t("title")}
        columns={columns}
        rows={customers.rows}
        rowKey={(row) => row.code}
        rowName={(row) => row.name ?? row.code}
        rowLink={(row) =>
          `${customerPath(row.code)}${isPast(asked) ? `?${searchFrom(new URLSearchParams(), asked)}` : ""}`
        }
        sort={list.sort}
        onSort={(sort) => change({ ...list, sort })}
        list={customers}
        empty={<Nothing isNarrowed={filterCount(list.filters) > 0} />}
        fill
      />
    </Page>
  );
}

function Note({
  document,
  first,
  total,
}: {
  document: CustomerPage;
  first: CustomerPage | undefined;
  total: number | null;
}) {
  const { t } = useTranslation("customers");
  const format = useFormat();
  const newest = document.items
    .map(({ as_of }) => as_of ?? "")
    .sort()
    .at(-1);
  const sums = first?.sums;
  const amount = (value: string) => format.money(value, { brief: true });
  const parts = [
    total !== null && t("count", { count: total, total: format.num(total) }),
    sums?.receivable && t("sum.receivable", { amount: amount(sums.receivable) }),
    sums?.overdue && t("sum.overdue", { amount: amount(sums.overdue) }),
    document.currency,
    newest && t("as_of", { day: format.day(newest) }),
  ];
  return <>{parts.filter(Boolean).join(" · ")}</>;
}

function Columns({
  shown,
  choices,
  onChange,
}: {
  shown: string[];
  choices: Choices | undefined;
  onChange: (keys: readonly string[]) => void;
}) {
  const { t } = useTranslation("customers");
  const options = [
    ...COLUMNS.map((key) => ({ key, title: t(`column.${key}`), group: t("column.of_list"), fixed: key === "name" })),
    ...(choices?.columns ?? [])
      .filter(({ is_hidden }) => !is_hidden)
      .map(({ value, label, dimension }) => ({
        key: value,
        title: label,
        group: dimension,
      })),
  ];
  return (
    <ColumnChoice options={options} chosen={shown} onChange={onChange} onReset={() => onChange(shownColumns(null))} />
  );
}

function Export({ query }: { query: Parameters<typeof downloadAddress>[1] }) {
  const { t } = useTranslation(["customers", "common"]);
  const can = useCan();
  if (!can("export_customers")) return null;
  return (
    <LinkButton
      to={downloadAddress("/customers/export", query)}
      icon={<Download size={16} strokeWidth={1.75} aria-hidden />}
      download
    >
      {t("common:action.export")}
    </LinkButton>
  );
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const { t } = useTranslation("customers");
  const can = useCan();
  if (isNarrowed) {
    return (
      <EmptyState title={t("none.narrowed")} action={<LinkButton to="/customers">{t("none.show_all")}</LinkButton>}>
        <p>{t("none.narrowed_words")}</p>
      </EmptyState>
    );
  }
  const canImport = can("start_import");
  return (
    <EmptyState
      title={t("none.yet")}
      action={
        canImport && (
          <LinkButton to="/imports/new" primary>
            {t("none.import")}
          </LinkButton>
        )
      }
    >
      <p>{t(canImport ? "none.yet_words" : "none.yours_words")}</p>
    </EmptyState>
  );
}
