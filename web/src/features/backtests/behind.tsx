/** The customers behind a figure, beside the page. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { customerPath } from "@/api/customer-address";
import { useList } from "@/api/hooks";
import type { components } from "@/api/schema";
import { useFormat } from "@/ui/format";
import { SidePanel } from "@/ui/panel";
import { type Column, DataTable } from "@/ui/table";
import { Day, Missing, Money, Num } from "@/ui/values";
import css from "./backtests.module.css";
import { type Cell, cellOf, type Result, written } from "./model";

type Row = components["schemas"]["CustomerBehind"];

interface OpensProps {
  cell: Cell;
  value: number;
  onOpen: (cell: string) => void;
  children?: ReactNode;
}

/** A number that opens the customers it counts. */
export function Opens({ cell, value, onOpen, children }: OpensProps) {
  const format = useFormat();
  const shown = format.num(value);
  if (!value) return <span className="num">{shown}</span>;
  return (
    <>
      <button type="button" className={`num ${css.open}`} onClick={() => onOpen(written(cell))}>
        {shown}
      </button>
      {children && <span className="muted"> {children}</span>}
    </>
  );
}

interface BehindProps {
  id: number;
  /** The figure, as it stands in the address; "" for none. */
  cell: string;
  result: Result;
  onClose: () => void;
}

export function Behind({ id, cell, result, onClose }: BehindProps) {
  const { t } = useTranslation("backtests");
  const found = cellOf(cell);
  const flags = [...result.live.flags, ...(result.draft?.flags ?? [])];
  const label = flags.find(({ kind, key }) => kind === found?.kind && key === found.key)?.label ?? "";
  return (
    <SidePanel
      open={found !== null}
      onClose={onClose}
      title={found ? t("behind.title", { label, what: t(`behind.${found.what}`) }) : ""}
      width={860}
    >
      {found && <Customers key={cell} id={id} cell={found} has={{ draft: result.draft !== null }} />}
    </SidePanel>
  );
}

function Customers({ id, cell, has }: { id: number; cell: Cell; has: { draft: boolean } }) {
  const { t } = useTranslation("backtests");
  const path = { backtest_id: id };
  const list = useList<Row>("/backtests/{backtest_id}/customers", { path, query: { ...cell } });
  const score = (value: number | null) => (value === null ? <Missing /> : <Num value={value} digits={1} />);
  const columns: Column<Row>[] = [
    { key: "name", title: t("behind.customer"), card: "title", wraps: true, render: ({ name }) => name },
    { key: "day", title: t("behind.day"), render: ({ day }) => <Day value={day} /> },
    { key: "outcome", title: t("behind.outcome"), card: "badge", render: ({ outcome }) => outcome.label },
    { key: "bad_on", title: t("behind.bad_on"), render: ({ bad_on }) => <Day value={bad_on} /> },
    { key: "loss", title: t("behind.loss"), align: "right", render: ({ loss }) => <Money value={loss} brief /> },
    {
      key: "owed",
      title: t("behind.exposure"),
      align: "right",
      render: ({ exposure }) => <Money value={exposure} brief />,
    },
    { key: "live", title: t("behind.score"), align: "right", render: ({ live_score }) => score(live_score) },
    ...(has.draft
      ? [
          {
            key: "draft",
            title: t("behind.draft_score"),
            align: "right",
            render: ({ draft_score }) => score(draft_score),
          } satisfies Column<Row>,
        ]
      : []),
  ];
  return (
    <DataTable
      label={t("behind.customers")}
      columns={columns}
      rows={list.rows}
      list={list}
      rowKey={({ code, day }) => `${code} ${day}`}
      rowLink={({ code, day }) => `${customerPath(code)}?as_of=${day}`}
    />
  );
}
