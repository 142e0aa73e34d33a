/** From a number to the very facts behind it: the formula in words, its measures, the rows that each takes. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { get, useGet } from "@/api/hooks";
import type { components } from "@/api/schema";
import { Answer } from "@/ui/answer";
import { useFormat } from "@/ui/format";
import { momentQuery } from "@/ui/moment-asked";
import { SidePanel } from "@/ui/panel";
import { type Column, DataTable } from "@/ui/table";
import { useToast } from "@/ui/toast";
import { Masked } from "@/ui/values";
import { FactCell, standsRight, TakenValue } from "./fact-cell";
import { columnsBehind } from "./fact-columns";
import css from "./facts.module.css";
import { ReadingValue } from "./reading-value";
import { useHere, usePlace } from "./use-place";

type Evidence = components["schemas"]["Evidence"];
type Measure = components["schemas"]["MeasureShown"];
type Taken = components["schemas"]["TakenRow"];

const FIRST_ROWS = 8;
const MORE_ROWS = 50;

export function ReadingPanel({ reading: key }: { reading: string }) {
  const { code, customer, place } = useHere();
  const [, go] = usePlace();
  const query = useGet("/customers/{code}/readings/{key}", {
    path: { code, key },
    query: { ...momentQuery(place), limit: FIRST_ROWS },
  });
  const known = customer.dimensions.flatMap(({ readings }) => readings).find((each) => each.key === key);
  return (
    <SidePanel open onClose={() => go({ reading: null })} title={query.data?.label ?? known?.label ?? key} width={760}>
      <Answer query={query}>{(found) => <Shown key={found.key} found={found} />}</Answer>
    </SidePanel>
  );
}

function Shown({ found }: { found: Evidence }) {
  const { t } = useTranslation("customers");
  const { to } = useHere();
  return (
    <div className="stack">
      <p className={css.value}>
        <ReadingValue value={found.value} unit={found.unit} missing={found.missing_words} />
        {found.value === null && found.missing_words && <small className="quiet"> {found.missing_words}</small>}
      </p>
      <div className={css.formula}>
        {found.formula_words}
        <code>{found.formula}</code>
      </div>
      {found.rests_on.length > 0 && (
        <p className={css.rests}>
          <span className="quiet">{t("evidence.rests_on")}</span>
          {found.rests_on.map(({ key, label, value, unit, masked }) => (
            <Link key={key} to={to({ tab: "readings", reading: key })} replace>
              {label} {masked ? <Masked /> : <ReadingValue value={value} unit={unit} />}
            </Link>
          ))}
        </p>
      )}
      {found.measures.map((measure) => (
        <Behind key={measure.key} reading={found.key} measure={measure} />
      ))}
    </div>
  );
}

/** One measure: what it takes, from which rows; more of them on demand. */
function Behind({ reading, measure }: { reading: string; measure: Measure }) {
  const { t } = useTranslation("customers");
  const format = useFormat();
  const [rows, setRows] = useState(measure.items);
  const [cursor, setCursor] = useState(measure.next_cursor);
  const [isBusy, setBusy] = useState(false);
  const { code, place } = useHere();
  const toast = useToast();
  async function more() {
    setBusy(true);
    try {
      const query = { ...momentQuery(place), measure: measure.key, limit: MORE_ROWS, cursor };
      const next = await get<Evidence>("/customers/{code}/readings/{key}", { path: { code, key: reading }, query });
      const [same] = next.measures;
      setRows([...rows, ...(same?.items ?? [])]);
      setCursor(same?.next_cursor ?? null);
    } catch (error) {
      toast.failed(error);
    }
    setBusy(false);
  }
  return (
    <div className={css.measure}>
      <div className={css.measureHead}>
        <div>
          <h3>{measure.words}</h3>
          <p className="muted">
            {t("evidence.rows", { count: measure.rows, total: format.num(measure.rows), kind: measure.kind_label })}
          </p>
        </div>
        <span className={css.measureValue}>
          <TakenValue measure={measure} value={measure.value} />
        </span>
      </div>
      {rows.length > 0 && <Rows measure={measure} rows={rows} />}
      {cursor && (
        <Button type="text" size="small" loading={isBusy} onClick={() => void more()}>
          {t("evidence.more", { left: format.num(measure.rows - rows.length) })}
        </Button>
      )}
    </div>
  );
}

function Rows({ measure, rows }: { measure: Measure; rows: readonly Taken[] }) {
  const { t } = useTranslation("customers");
  const { to } = useHere();
  const columns: Column<Taken>[] = [
    ...columnsBehind(measure.kind, measure.columns).map(
      (column, place): Column<Taken> => ({
        key: column.key,
        title: column.label,
        align: standsRight(column),
        card: place === 0 ? "title" : "line",
        render: ({ cells }) => <FactCell column={column} value={cells[column.key]} />,
      }),
    ),
    {
      key: "taken",
      title: t("reading.taken", { label: measure.taken_label }),
      align: "right",
      render: ({ taken }) => <TakenValue measure={measure} value={taken} />,
    },
  ];
  return (
    <DataTable
      label={measure.words}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => String(id)}
      rowLink={({ id }) => to({ tab: "facts", kind: measure.kind, fact: id })}
    />
  );
}
