/** The monthly report: who moved from grade to grade, how far scores went, what became of the book. */
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { downloadAddress, useGet } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { FilterSelect } from "@/ui/filters";
import { useFormat } from "@/ui/format";
import { LinkButton } from "@/ui/link-button";
import { Page, Section } from "@/ui/page";
import { EmptyState } from "@/ui/states";
import { DataTable } from "@/ui/table";
import { useUrlState } from "@/ui/url-state";
import { Num } from "@/ui/values";
import { Customers, Movers } from "./customers";
import { Figures, MatrixTable } from "./matrix";
import { type Movement, wordsOf } from "./model";
import css from "./monthly.module.css";

const STANDARD = { month: "", before: "", after: "" };

export default function MovementsPage() {
  const { t } = useTranslation("monthly");
  const can = useCan();
  const format = useFormat();
  const [state, set] = useUrlState(STANDARD);
  const kept = useGet("/movements");
  const months = kept.data?.items ?? [];
  const day = state.month || months[0]?.as_of || "";
  const named = months.find((each) => each.as_of === day);
  return (
    <Page
      title={t("title")}
      note={named && t("note", { day: format.day(named.as_of), before: format.day(named.before) })}
      actions={
        named && (
          <>
            <FilterSelect
              label={t("month")}
              options={months.map((each) => ({ value: each.as_of, label: each.as_of.slice(0, 7) }))}
              value={day}
              onChange={(month) => set({ month, before: "", after: "" })}
            />
            {can("export_movement") && (
              <LinkButton
                to={downloadAddress(`/movements/${day}/export`)}
                icon={<Download size={16} strokeWidth={1.75} aria-hidden />}
                download
              >
                {t("export")}
              </LinkButton>
            )}
          </>
        )
      }
    >
      <Answer
        query={kept}
        isEmpty={(data) => !data.items.length}
        empty={<EmptyState title={t("empty.title")}>{t("empty.words")}</EmptyState>}
      >
        {() => <Report day={day} before={state.before} after={state.after} />}
      </Answer>
    </Page>
  );
}

function Report({ day, before, after }: { day: string; before: string; after: string }) {
  const query = useGet("/movements/{as_of}", { path: { as_of: day } });
  return <Answer query={query}>{(data) => <Book data={data} before={before} after={after} />}</Answer>;
}

function Book({ data, before, after }: { data: Movement; before: string; after: string }) {
  const { t } = useTranslation("monthly");
  return (
    <div className={css.book}>
      <Figures data={data} />
      <Section title={t("matrix.title")}>
        <MatrixTable data={data} />
      </Section>
      {(before || after) && (
        <Section
          title={t("list.of", {
            before: wordsOf(data, "before", before),
            after: wordsOf(data, "after", after),
          })}
          aside={<Link to={`/monthly?month=${data.as_of}`}>{t("list.close")}</Link>}
        >
          <Customers day={data.as_of} before={before} after={after} />
        </Section>
      )}
      <div className={css.pair}>
        <Section title={t("fell.title")}>
          <Movers rows={data.fell} label={t("fell.title")} none={t("fell.none")} />
        </Section>
        <Section title={t("rose.title")}>
          <Movers rows={data.rose} label={t("rose.title")} none={t("rose.none")} />
        </Section>
      </div>
      <Section title={t("alerts.title")}>
        <Alerts rows={data.alerts} />
      </Section>
    </div>
  );
}

function Alerts({ rows }: { rows: Movement["alerts"] }) {
  const { t } = useTranslation("monthly");
  if (!rows.length) return <p className="muted">{t("alerts.none")}</p>;
  return (
    <DataTable
      label={t("alerts.title")}
      keep
      rows={rows}
      rowKey={(row) => row.rule}
      columns={[
        { key: "rule", title: t("alerts.rule"), render: (row) => row.label, wraps: true },
        { key: "opened", title: t("alerts.opened"), align: "right", render: (row) => <Num value={row.opened} /> },
        { key: "closed", title: t("alerts.closed"), align: "right", render: (row) => <Num value={row.closed} /> },
      ]}
    />
  );
}
