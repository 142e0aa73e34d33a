/** The customers of a monthly report: those who moved most, and the list behind each cell. */
import { useTranslation } from "react-i18next";
import { customerPath } from "@/api/customer-address";
import { useList } from "@/api/hooks";
import { type Column, DataTable } from "@/ui/table";
import { GradeTag } from "@/ui/tags";
import { Delta, Money, Num } from "@/ui/values";
import { changeOf, type Mover } from "./model";

function useColumns(): Column<Mover>[] {
  const { t } = useTranslation("monthly");
  return [
    { key: "name", title: t("column.customer"), render: (row) => row.name, wraps: true, card: "title" },
    {
      key: "grade",
      title: t("column.grade"),
      render: (row) => <GradeTag grade={row.grade} label={row.grade_words} />,
      card: "badge",
    },
    { key: "score", title: t("column.score"), align: "right", render: (row) => <Num value={row.score} digits={1} /> },
    {
      key: "change",
      title: t("column.change"),
      align: "right",
      render: (row) => <Delta value={changeOf(row)} worse="lower" digits={1} />,
    },
    {
      key: "overdue",
      title: t("column.overdue"),
      align: "right",
      render: (row) => <Money value={row.overdue} brief masked={row.overdue === null} />,
    },
  ];
}

export function Movers({ rows, label, none }: { rows: readonly Mover[]; label: string; none: string }) {
  const columns = useColumns();
  if (!rows.length) return <p className="muted">{none}</p>;
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.code}
      rowLink={(row) => customerPath(row.code)}
    />
  );
}

export function Customers({ day, before, after }: { day: string; before: string; after: string }) {
  const { t } = useTranslation("monthly");
  const columns = useColumns();
  const list = useList<Mover>("/movements/{as_of}/customers", { path: { as_of: day }, query: { before, after } });
  return (
    <DataTable
      label={t("list.title")}
      columns={columns}
      rows={list.rows}
      list={list}
      rowKey={(row) => row.code}
      rowLink={(row) => customerPath(row.code)}
    />
  );
}
