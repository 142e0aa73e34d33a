/** A list of cards: the table on a phone. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import css from "./cards.module.css";
import { Select } from "./select";
import { type Column, type Selection, Tick } from "./table";

interface CardsProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  rowName?: (row: Row) => string;
  rowLink?: (row: Row) => string | undefined;
  sort?: string;
  onSort?: (sort: string) => void;
  selection?: Selection;
  below?: (row: Row) => React.ReactNode;
}

export function Cards<Row>(props: CardsProps<Row>) {
  const { label, rows, rowKey } = props;
  return (
    <>
      <SortChoice {...props} />
      <ul className={css.cards} aria-label={label}>
        {rows.map((row) => (
          <li key={rowKey(row)}>
            <Card {...props} row={row} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Card<Row>({ row, columns, rowKey, rowName, rowLink, selection, below }: CardsProps<Row> & { row: Row }) {
  const titles = columns.filter(({ card }) => card === "title");
  const [title = columns[0], ...subtitles] = titles;
  const badges = columns.filter(({ card }) => card === "badge");
  const lines = columns.filter((column) => column !== title && (column.card ?? "line") === "line");
  const to = rowLink?.(row);
  const key = rowKey(row);
  if (!title) return null;
  return (
    <article className={css.card} data-link={to !== undefined}>
      <div className={css.head}>
        {selection && <Tick selection={selection} name={rowName?.(row) ?? key} id={key} />}
        <span className={css.title}>
          {to ? (
            <Link to={to} className={css.cover}>
              {title.render(row)}
            </Link>
          ) : (
            title.render(row)
          )}
          {subtitles.map((column) => (
            <small key={column.key}>{column.render(row)}</small>
          ))}
        </span>
        {badges.map((column) => (
          <span key={column.key}>{column.render(row)}</span>
        ))}
      </div>
      {lines.length > 0 && (
        <dl className={css.lines}>
          {lines.map((column) => (
            <div key={column.key} className={column.wraps ? css.wide : undefined}>
              <dt>{column.title}</dt>
              <dd>{column.render(row)}</dd>
            </div>
          ))}
        </dl>
      )}
      {below?.(row)}
    </article>
  );
}

function SortChoice<Row>({ columns, sort, onSort }: CardsProps<Row>) {
  const { t } = useTranslation();
  const sortable = columns.filter((column) => column.sort);
  if (!onSort || !sortable.length) return null;
  const options = sortable.flatMap(({ sort: name = "", title }) => [
    { value: `-${name}`, label: t("table.sort_down", { title }) },
    { value: name, label: t("table.sort_up", { title }) },
  ]);
  return (
    <div className={css.sort}>
      <Select
        aria-label={t("table.sort")}
        value={options.some(({ value }) => value === sort) ? sort : undefined}
        placeholder={t("table.sort")}
        options={options}
        onChange={onSort}
        variant="borderless"
        popupMatchSelectWidth={false}
      />
    </div>
  );
}
