/** The table of the house: a real <table> with real links, sorted, paged and filtered by the server; cards on a phone. */
import { Checkbox } from "antd";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import type { List } from "@/api/hooks";
import { Cards } from "./cards";
import { Loading } from "./loading";
import { Pager } from "./pager";
import { nextSort } from "./sorting";
import { EmptyState, ErrorState } from "./states";
import css from "./table.module.css";
import { useNarrow } from "./use-narrow";

export interface Column<Row> {
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  /** Numbers stand right. */
  align?: "left" | "right" | "center";
  width?: number | string;
  /** The name the server sorts by. */
  sort?: string;
  /** The first click on the heading sorts this way; numbers usually from the greatest. */
  first?: "asc" | "desc";
  /** Its place on a card: heading, badge beside it, a line, or nowhere. The default is a line. */
  card?: "title" | "badge" | "line" | "none";
  /** May break into lines; other cells stay on one. */
  wraps?: boolean;
  /** What the heading means, on pointing. */
  hint?: string;
}

export interface Selection {
  chosen: ReadonlySet<string>;
  onChange: (chosen: Set<string>) => void;
}

interface DataTableProps<Row> {
  /** What the table holds, for those who listen. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where a row leads: the first column becomes a link, and a click anywhere on the row follows it. */
  rowLink?: (row: Row) => string | undefined;
  sort?: string;
  onSort?: (sort: string) => void;
  selection?: Selection;
  /** Name of a row, for its checkbox. */
  rowName?: (row: Row) => string;
  /** The list behind it (of `useList`): brings waiting, refusal and pages. */
  list?: Pick<List<Row, unknown>, "query" | "total" | "page" | "size" | "next" | "previous">;
  empty?: ReactNode;
  /** Scroll inside the page (with `<Page fill>`). */
  fill?: boolean;
  /** Keep the table on phones instead of cards: for small tables. */
  keep?: boolean;
  /** More below a row, such as details opened in place. */
  below?: (row: Row) => ReactNode;
  foot?: ReactNode;
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { t } = useTranslation();
  const narrow = useNarrow() && !props.keep;
  const { list, rows, empty } = props;
  if (list?.query.error && list.query.data === undefined) {
    return <ErrorState problem={list.query.error} onRetry={() => void list.query.refetch()} />;
  }
  if (list?.query.isPending) return <Loading lines={12} />;
  if (!rows.length) return <>{empty ?? <EmptyState title={t("table.empty")} />}</>;
  const isOld = list?.query.isPlaceholderData ?? false;
  return (
    <div className={[css.frame, props.fill && css.fill, isOld && css.old].filter(Boolean).join(" ")} aria-busy={isOld}>
      {narrow ? <Cards {...props} /> : <Grid {...props} />}
      {list && <Pager list={list} shown={rows.length} />}
    </div>
  );
}

function Grid<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, selection } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={css.scroll} aria-label={label} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            {selection && (
              <th className={css.tick} scope="col">
                <TickAll {...props} selection={selection} />
              </th>
            )}
            {columns.map((column) => (
              <Heading key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={(event) => walk(event, body.current)}>
          {rows.map((row) => (
            <Line key={props.rowKey(row)} {...props} row={row} />
          ))}
        </tbody>
        {props.foot && <tfoot>{props.foot}</tfoot>}
      </table>
    </section>
  );
}

/** Up and down walk through the rows' links. */
function walk(event: KeyboardEvent, body: HTMLElement | null): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !body || !(event.target instanceof HTMLAnchorElement)) return;
  const links = [...body.querySelectorAll<HTMLAnchorElement>("a[data-row]")];
  const next = links[links.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function Heading<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>;
  sort?: string;
  onSort?: (sort: string) => void;
}) {
  const look = { textAlign: column.align, width: column.width } as const;
  const name = column.sort;
  if (!name || !onSort) {
    return (
      <th scope="col" style={look} title={column.hint}>
        {column.title}
      </th>
    );
  }
  const direction = sort === name ? "ascending" : sort === `-${name}` ? "descending" : undefined;
  const Arrow = direction === "ascending" ? ArrowUp : ArrowDown;
  return (
    <th scope="col" style={look} aria-sort={direction ?? "none"} title={column.hint}>
      <button
        type="button"
        className={css.sort}
        data-on={direction !== undefined}
        onClick={() => onSort(nextSort(column, sort))}
      >
        {column.title}
        <Arrow size={12} aria-hidden />
      </button>
    </th>
  );
}

function Line<Row>({ row, columns, rowKey, rowLink, rowName, selection, below }: DataTableProps<Row> & { row: Row }) {
  const navigate = useNavigate();
  const to = rowLink?.(row);
  const key = rowKey(row);
  const more = below?.(row);
  function open(event: MouseEvent<HTMLElement>) {
    const target = event.target as HTMLElement;
    if (!to || target.closest("a,button,input,label,select,textarea") || window.getSelection()?.toString()) return;
    if (event.ctrlKey || event.metaKey) window.open(to, "_blank");
    else void navigate(to);
  }
  return (
    <>
      {/* A click is a convenience; the link in the first cell serves the keyboard. */}
      <tr onClick={open} data-link={to !== undefined} data-chosen={selection?.chosen.has(key)}>
        {selection && (
          <td className={css.tick}>
            <Tick selection={selection} name={rowName?.(row) ?? key} id={key} />
          </td>
        )}
        {columns.map((column, index) => (
          <td key={column.key} style={{ textAlign: column.align }} className={column.wraps ? css.wraps : undefined}>
            {to && index === 0 ? (
              <Link to={to} data-row>
                {column.render(row)}
              </Link>
            ) : (
              column.render(row)
            )}
          </td>
        ))}
      </tr>
      {more && (
        <tr className={css.below}>
          <td colSpan={columns.length + (selection ? 1 : 0)}>{more}</td>
        </tr>
      )}
    </>
  );
}

export function Tick({ selection, name, id }: { selection: Selection; name: string; id: string }) {
  const { t } = useTranslation();
  return (
    <Checkbox
      checked={selection.chosen.has(id)}
      aria-label={t("table.choose", { name })}
      onChange={({ target }) => {
        const chosen = new Set(selection.chosen);
        if (target.checked) chosen.add(id);
        else chosen.delete(id);
        selection.onChange(chosen);
      }}
    />
  );
}

function TickAll<Row>({ rows, rowKey, selection }: DataTableProps<Row> & { selection: Selection }) {
  const { t } = useTranslation();
  const keys = rows.map(rowKey);
  const count = keys.filter((key) => selection.chosen.has(key)).length;
  return (
    <Checkbox
      checked={count === keys.length}
      indeterminate={count > 0 && count < keys.length}
      aria-label={t("table.choose_all")}
      onChange={({ target }) => {
        const chosen = new Set(selection.chosen);
        for (const key of keys) {
          if (target.checked) chosen.add(key);
          else chosen.delete(key);
        }
        selection.onChange(chosen);
      }}
    />
  );
}
