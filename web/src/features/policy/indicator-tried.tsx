/** What an indicator in the making says: how its readings spread over the book, and one customer with the facts behind. */
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { customerPath } from "@/api/customer-address";
import { useGet } from "@/api/hooks";
import type { Problem } from "@/api/problem";
import type { components } from "@/api/schema";
import { INK } from "@/app/theme";
import { Chart } from "@/ui/chart";
import { useFormat } from "@/ui/format";
import { Loading } from "@/ui/loading";
import { Fact, Facts } from "@/ui/page";
import { Remark } from "@/ui/remark";
import { Select } from "@/ui/select";
import { type Column, DataTable } from "@/ui/table";
import { FactCell, standsRight, TakenValue } from "../customers/fact-cell";
import { columnsBehind } from "../customers/fact-columns";
import { ReadingValue, useReadingText } from "../customers/reading-value";
import css from "./trial.module.css";

type Tried = components["schemas"]["IndicatorTrial"];
type Book = NonNullable<Tried["book"]>;
type OfCustomer = NonNullable<Tried["customer"]>;
type Measure = OfCustomer["measures"][number];
type Taken = Measure["items"][number];

interface IndicatorTriedProps {
  tried: Tried | undefined;
  problem: Problem | null;
  isOld: boolean;
  customer: string | null;
  onCustomer: (code: string | null) => void;
}

export function IndicatorTried({ tried, problem, isOld, customer, onCustomer }: IndicatorTriedProps) {
  const { t } = useTranslation("policy");
  const showsOne = tried && !problem && tried.faults.length === 0;
  return (
    <section className={css.live} aria-label={t("making.trial")} aria-busy={isOld} data-old={isOld}>
      <h2>{t("making.trial")}</h2>
      {problem && (
        <Remark tone="high" role="alert">
          {problem.message}
        </Remark>
      )}
      {!tried && !problem && <Loading lines={6} />}
      {tried && !problem && tried.faults.length > 0 && (
        <Remark tone="medium" role="status">
          {t("making.incomplete")}
        </Remark>
      )}
      {showsOne && (
        <div className={css.trial}>
          {tried.is_hidden && <Remark>{t("making.hidden")}</Remark>}
          {tried.book && <InBook book={tried.book} unit={tried.unit} day={tried.as_of} onCustomer={onCustomer} />}
          <One customer={tried.customer} unit={tried.unit} chosen={customer} onCustomer={onCustomer} />
        </div>
      )}
    </section>
  );
}

function InBook({
  book,
  unit,
  day,
  onCustomer,
}: {
  book: Book;
  unit: string;
  day: string;
  onCustomer: (code: string) => void;
}) {
  const { t } = useTranslation("policy");
  if (book.of === 0) return <p className="muted">{t("trial.nobody")}</p>;
  return (
    <>
      <p className="muted">
        {book.customers === book.of
          ? t("making.of", { count: book.of, day })
          : t("making.sample", { count: book.customers, of: book.of, day })}
      </p>
      <p className={css.sentence}>{t("making.known", { count: book.known })}</p>
      {book.known > 0 && (
        <Facts>
          {(["least", "median", "greatest"] as const).map((end) => (
            <Fact key={end} label={t(`making.${end}`)}>
              <ReadingValue value={book[end]} unit={unit} />
            </Fact>
          ))}
        </Facts>
      )}
      {book.bars.length > 0 && <Spread bars={book.bars} unit={unit} />}
      {book.missing.length > 0 && (
        <div>
          <h3>{t("making.missing")}</h3>
          <ul className={css.rules}>
            {book.missing.map(({ reason, words, customers }) => (
              <li key={reason}>{t("making.why_missing", { reason: words, count: customers })}</li>
            ))}
          </ul>
        </div>
      )}
      <Ends title={t("making.highest")} rows={book.highest} unit={unit} onCustomer={onCustomer} />
      <Ends title={t("making.lowest")} rows={book.lowest} unit={unit} onCustomer={onCustomer} />
    </>
  );
}

function Spread({ bars, unit }: { bars: Book["bars"]; unit: string }) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const text = useReadingText();
  const named = bars.map(({ low, high, customers }) => {
    const [from, to] = [low, high].map((each) => (each === null ? "" : text.value(each, unit)));
    const name =
      low === high
        ? (from ?? "")
        : low === null
          ? t("making.below", { to })
          : high === null
            ? t("making.above", { from })
            : t("making.between", { from, to });
    return { name, customers };
  });
  const key = JSON.stringify(named);
  const option = useMemo(() => {
    const rows = JSON.parse(key) as typeof named;
    return {
      tooltip: { trigger: "axis" },
      xAxis: { type: "category", data: rows.map(({ name }) => name) },
      yAxis: { type: "value", minInterval: 1 },
      series: [{ type: "bar", color: INK, barCategoryGap: "20%", data: rows.map(({ customers }) => customers) }],
    };
  }, [key]);
  return (
    <Chart
      label={t("making.spread")}
      option={option}
      height={200}
      table={{
        columns: [{ title: t("making.reading") }, { title: t("making.customers"), align: "right" }],
        rows: named.map(({ name, customers }) => ({ key: name, cells: [name, format.num(customers)] })),
      }}
    />
  );
}

function Ends({
  title,
  rows,
  unit,
  onCustomer,
}: {
  title: string;
  rows: Book["highest"];
  unit: string;
  onCustomer: (code: string) => void;
}) {
  if (!rows.length) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul className={css.ends}>
        {rows.map(({ code, name, value }) => (
          <li key={code}>
            <button type="button" className="plain" onClick={() => onCustomer(code)}>
              {name || code}
            </button>
            <ReadingValue value={value} unit={unit} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function One({
  customer,
  unit,
  chosen,
  onCustomer,
}: {
  customer: OfCustomer | null;
  unit: string;
  chosen: string | null;
  onCustomer: (code: string | null) => void;
}) {
  const { t } = useTranslation("policy");
  const [words, setWords] = useState("");
  const found = useGet("/customers", { query: { q: words, limit: 12 } }, { keep: true }).data?.items ?? [];
  const options = found.map(({ code, name }) => ({ value: code, label: name ? `${name} · ${code}` : code }));
  if (customer && !options.some(({ value }) => value === customer.code))
    options.unshift({ value: customer.code, label: `${customer.name} · ${customer.code}` });
  return (
    <div className={css.one}>
      <h3>{t("making.one")}</h3>
      <Select<string>
        aria-label={t("making.customer")}
        placeholder={t("making.customer")}
        value={chosen ?? undefined}
        options={options}
        allowClear
        showSearch={{ filterOption: false, onSearch: setWords }}
        popupMatchSelectWidth={false}
        onChange={(code) => onCustomer(code ?? null)}
      />
      {customer && (
        <>
          <p className={css.sentence}>
            <Link to={customerPath(customer.code)}>{customer.name || customer.code}</Link>{" "}
            <ReadingValue value={customer.value} unit={unit} missing={customer.missing_words} />
            {customer.value === null && <span className="quiet"> {customer.missing_words}</span>}
          </p>
          {customer.measures.map((measure) => (
            <Behind key={measure.key} measure={measure} />
          ))}
        </>
      )}
    </div>
  );
}

function Behind({ measure }: { measure: Measure }) {
  const { t } = useTranslation(["policy", "customers"]);
  const columns: Column<Taken>[] = columnsBehind(measure.kind, measure.columns)
    .slice(0, MOST_COLUMNS)
    .map((column, place) => ({
      key: column.key,
      title: column.label,
      align: standsRight(column),
      card: place === 0 ? "title" : "line",
      render: ({ cells }) => <FactCell column={column} value={cells[column.key]} />,
    }));
  return (
    <div>
      <p>
        {measure.words} <TakenValue measure={measure} value={measure.value} />
      </p>
      {measure.items.length > 0 && (
        <DataTable label={measure.words} columns={columns} rows={measure.items} rowKey={({ id }) => String(id)} />
      )}
      {measure.rows > measure.items.length && (
        <p className="muted">{t("making.more", { count: measure.rows - measure.items.length })}</p>
      )}
    </div>
  );
}

const MOST_COLUMNS = 3;
