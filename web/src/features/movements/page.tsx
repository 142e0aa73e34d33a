/** Whose scores moved in the last days, and why: the customers that moved most, each with its account. */
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { customerPath } from "@/api/customer-address";
import { downloadAddress, useGet } from "@/api/hooks";
import type { components } from "@/api/schema";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { FilterBar, FilterSelect } from "@/ui/filters";
import { useFormat } from "@/ui/format";
import { LinkButton } from "@/ui/link-button";
import { Page, Section } from "@/ui/page";
import { Remark } from "@/ui/remark";
import { EmptyState } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table";
import { GradeTag } from "@/ui/tags";
import { useUrlState } from "@/ui/url-state";
import { Missing, Num } from "@/ui/values";
import css from "./movements.module.css";

type Movements = components["schemas"]["Movements"];
type Mover = Movements["items"][number];

const STANDARD = { days: "7", part: "", direction: "", grade_changed: "" };
const SPANS = ["1", "7", "14", "30", "90"];

const signed = (hundredths: number): string => {
  const text = (Math.abs(hundredths) / 100).toFixed(2);
  return hundredths > 0 ? `+${text}` : hundredths < 0 ? `−${text}` : text;
};

export default function MovementsPage() {
  const { t } = useTranslation(["movements", "common"]);
  const format = useFormat();
  const can = useCan();
  const [state, set] = useUrlState(STANDARD);
  const query = Object.fromEntries(Object.entries(state).filter(([, value]) => value !== ""));
  const answer = useGet("/portfolio/movements", { query }, { keep: true });
  const found = answer.data;
  const note =
    found &&
    t(found.moved > found.accounted ? "note_most" : "note", {
      ...found,
      since: format.day(found.since),
      as_of: format.day(found.as_of),
    });
  return (
    <Page
      title={t("title")}
      note={note}
      back={<Link to="/overview">{t("overview")}</Link>}
      actions={
        can("export_movements") && (
          <LinkButton
            to={downloadAddress("/portfolio/movements/export", query)}
            icon={<Download size={16} strokeWidth={1.75} aria-hidden />}
            download
          >
            {t("common:action.export")}
          </LinkButton>
        )
      }
    >
      <Filters state={state} set={set} totals={found?.totals ?? []} />
      <Answer query={answer} lines={12}>
        {(data) => <Found found={data} isNarrowed={narrowing(state) > 0} />}
      </Answer>
    </Page>
  );
}

const narrowing = ({ part, direction, grade_changed }: typeof STANDARD): number =>
  [part, direction, grade_changed].filter(Boolean).length;

interface FiltersProps {
  state: typeof STANDARD;
  set: (part: Partial<typeof STANDARD>) => void;
  totals: Movements["totals"];
}

function Filters({ state, set, totals }: FiltersProps) {
  const { t } = useTranslation("movements");
  return (
    <FilterBar active={narrowing(state)} onClear={() => set({ part: "", direction: "", grade_changed: "" })}>
      <FilterSelect
        label={t("days")}
        options={SPANS.map((days) => ({
          value: days,
          label: `${t("days")} ${t("days_option", { count: Number(days) })}`,
        }))}
        value={state.days}
        onChange={(days) => set({ days: days || STANDARD.days })}
      />
      <FilterSelect
        label={t("part")}
        options={totals.map(({ part, label }) => ({ value: part as string, label }))}
        value={state.part}
        onChange={(part) => set({ part })}
      />
      <FilterSelect
        label={t("direction")}
        options={["down", "up"].map((value) => ({ value, label: t(value as "up") }))}
        value={state.direction}
        onChange={(direction) => set({ direction })}
      />
      <FilterSelect
        label={t("grade")}
        options={[
          { value: "true", label: t("changed") },
          { value: "false", label: t("same") },
        ]}
        value={state.grade_changed}
        onChange={(grade_changed) => set({ grade_changed })}
      />
    </FilterBar>
  );
}

function Found({ found, isNarrowed }: { found: Movements; isNarrowed: boolean }) {
  const { t } = useTranslation("movements");
  if (!found.items.length) {
    return isNarrowed ? (
      <EmptyState title={t("none_narrowed")} action={<LinkButton to="/movements">{t("all")}</LinkButton>} />
    ) : (
      <EmptyState title={t("none")}>
        <p>{t("none_words")}</p>
      </EmptyState>
    );
  }
  return (
    <div className="stack">
      <Section title={t("totals")}>
        <DataTable
          label={t("totals")}
          columns={[
            { key: "label", title: t("by"), render: ({ label }) => label },
            {
              key: "customers",
              title: t("most"),
              align: "right",
              render: ({ customers }) => <Num value={customers} />,
            },
            {
              key: "up",
              title: t("up"),
              align: "right",
              render: ({ up }) => <span className="num">{signed(up)}</span>,
            },
            {
              key: "down",
              title: t("down"),
              align: "right",
              render: ({ down }) => <span className="num">{signed(down)}</span>,
            },
          ]}
          rows={found.totals}
          rowKey={({ part }) => part}
          keep
        />
      </Section>
      {found.stands_in > 0 && <Remark>{t("stands_in")}</Remark>}
      <Movers found={found} />
    </div>
  );
}

function Movers({ found }: { found: Movements }) {
  const { t } = useTranslation("movements");
  const score = (hundredths: number | null) =>
    hundredths === null ? <Missing /> : <span className="num">{(hundredths / 100).toFixed(2)}</span>;
  const change = (hundredths: number | null) =>
    hundredths === null ? <Missing /> : <span className="num">{signed(hundredths)}</span>;
  const columns: Column<Mover>[] = [
    { key: "name", title: t("customer"), card: "title", render: ({ name }) => name },
    {
      key: "grade",
      title: t("grades"),
      card: "badge",
      render: ({ grade_before: before, grade }) => (
        <span className={css.grades}>
          {before.code !== grade.code && (
            <>
              <GradeTag grade={before.code} label={before.words} /> →
            </>
          )}
          <GradeTag grade={grade.code} label={grade.words} />
        </span>
      ),
    },
    { key: "before", title: t("before"), align: "right", card: "none", render: (row) => score(row.score_before) },
    { key: "now", title: t("now"), align: "right", render: (row) => score(row.score) },
    { key: "change", title: t("change"), align: "right", render: (row) => change(row.change) },
    ...found.totals.map(
      ({ part, label }): Column<Mover> => ({
        key: part,
        title: label,
        align: "right",
        card: "none",
        render: ({ parts }) => change(parts.find((each) => each.part === part)?.change ?? null),
      }),
    ),
    { key: "reason", title: t("reason"), wraps: true, render: ({ reason }) => reason },
  ];
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={found.items}
      rowKey={({ code }) => code}
      rowLink={({ code }) => `${customerPath(code)}?tab=change&since=${found.since}`}
    />
  );
}
