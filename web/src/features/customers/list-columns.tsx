/** How each column of the customer list is shown. */

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ScoreBar, ShareBar } from "@/ui/score-bar";
import type { Column as TableColumn } from "@/ui/table";
import { GradeTag, SeverityTag } from "@/ui/tags";
import { Day, Delta, Missing, Money, Num, Percent } from "@/ui/values";
import { type Column, isColumn, SORTS, WIDTHS } from "./columns";
import css from "./list.module.css";
import { ReadingValue } from "./reading-value";
import type { Choices, CustomerRow } from "./types";

type Shown = Omit<TableColumn<CustomerRow>, "key" | "title" | "width" | "sort" | "first">;

/** The table's columns for some keys; indicators take their words from the server's choices. */
export function useListColumns(shown: readonly string[], choices: Choices | undefined, masked: readonly string[]) {
  const { t } = useTranslation("customers");
  return useMemo(() => {
    const how = columnsBy(choices, new Set(masked));
    const sorts = new Set(choices?.sorts.map(({ value }) => value));
    return shown.map((key): TableColumn<CustomerRow> => {
      if (!isColumn(key)) return indicatorColumn(key, choices);
      const sort = sorts.has(SORTS[key]?.key ?? "") ? SORTS[key] : undefined;
      return {
        ...how[key],
        key,
        title: t(`column.${key}`),
        width: key === "name" ? undefined : WIDTHS[key],
        sort: sort?.key,
        first: sort?.first,
      };
    });
  }, [shown, choices, masked, t]);
}

function indicatorColumn(key: string, choices: Choices | undefined): TableColumn<CustomerRow> {
  const known = choices?.columns.find((column) => column.value === key);
  return {
    key,
    title: known?.label ?? key,
    align: "right",
    render: (row) => <ReadingValue value={row.readings[key]} unit={known?.unit ?? ""} />,
  };
}

function columnsBy(choices: Choices | undefined, masked: ReadonlySet<string>): Record<Column, Shown> {
  const word = (list: keyof Pick<Choices, "quadrants" | "tiers" | "grades">, key: string | null) =>
    choices?.[list].find((choice) => choice.value === key)?.label ?? key;
  return {
    name: { card: "title", render: (row) => <Name row={row} /> },
    code: { card: "title", render: (row) => <span className="num muted">{row.code}</span> },
    grade: {
      card: "badge",
      render: (row) => <GradeTag grade={row.grade} label={word("grades", row.grade) ?? undefined} />,
    },
    score: { render: ({ score, grade }) => <ScoreBar {...score} grade={grade} width={44} /> },
    score_change: { align: "right", render: (row) => <Delta value={row.score_change_30d} worse="lower" digits={1} /> },
    coverage: { align: "right", card: "none", render: (row) => <Percent value={row.score.coverage} /> },
    quadrant: { render: (row) => word("quadrants", row.quadrant) ?? <Missing /> },
    tier: { card: "none", render: (row) => word("tiers", row.value_tier) ?? <Missing /> },
    receivable: { align: "right", render: (row) => <Money value={row.receivable} masked={masked.has("receivable")} /> },
    overdue: { align: "right", render: (row) => <Overdue row={row} masked={masked.has("overdue")} /> },
    overdue_days: { align: "right", render: (row) => <Num value={row.overdue_days_max} /> },
    limit_utilisation: { align: "right", render: (row) => <Utilisation share={row.limit_utilisation} /> },
    alerts: { align: "right", render: (row) => <OpenAlerts row={row} /> },
    owner: { render: (row) => row.owner?.name || <Missing /> },
    industry: { card: "none", render: (row) => row.industry || <Missing /> },
    region: { card: "none", render: (row) => row.region || <Missing /> },
    standing_since: { card: "none", render: (row) => <Day value={row.standing_since} /> },
    assessed: { card: "none", render: (row) => <Day value={row.as_of} /> },
  };
}

function Name({ row }: { row: CustomerRow }) {
  return (
    <span className={css.name} title={`${row.name ?? ""} ${row.code}`.trim()}>
      {row.name ?? row.code}
    </span>
  );
}

/** Nothing overdue is said quietly, so that the eye finds what is. */
function Overdue({ row, masked }: { row: CustomerRow; masked: boolean }) {
  const nothing = !masked && row.overdue !== null && Number(row.overdue) === 0;
  return (
    <span className={nothing ? "muted" : undefined}>
      <Money value={row.overdue} masked={masked} />
    </span>
  );
}

function Utilisation({ share }: { share: number | null }) {
  return (
    <span className={css.share}>
      <Percent value={share} />
      <ShareBar share={share} width={32} />
    </span>
  );
}

function OpenAlerts({ row }: { row: CustomerRow }) {
  if (!row.open_alerts) return <span className="muted">0</span>;
  return <SeverityTag severity={row.worst_severity} label={String(row.open_alerts)} />;
}
