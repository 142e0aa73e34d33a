/** Rows that are not taken, to be read: what is wrong and how the row stands in the file. */
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "@/ui/table";
import css from "./imports.module.css";
import { headingsShown } from "./model";
import type { Reject } from "./types";

export function RejectList({ rejects }: { rejects: readonly Reject[] }) {
  const { t } = useTranslation("imports");
  const [first] = rejects;
  const headings = headingsShown(rejects, Object.keys(first?.cells ?? {}), 5);
  const columns: Column<Reject>[] = [
    { key: "row", title: t("row"), render: ({ row }) => row, align: "right", card: "title" },
    { key: "why", title: t("why"), render: (reject) => <Reasons reject={reject} />, wraps: true },
    ...headings.map((heading) => ({
      key: `cell ${heading}`,
      title: heading,
      render: ({ cells }: Reject) => cells[heading] ?? "",
    })),
  ];
  return <DataTable label={t("rejects")} columns={columns} rows={rejects} rowKey={({ row }) => String(row)} />;
}

export function Reasons({ reject }: { reject: Reject }) {
  return (
    <div className={css.reason}>
      {reject.problems.map(({ column, code, message }) => (
        <div key={column + code}>
          {column && <span className="quiet">{column} </span>}
          {message}
        </div>
      ))}
    </div>
  );
}
