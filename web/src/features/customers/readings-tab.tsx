/** Every reading by dimension: value, how it moved, and in words how it is reckoned. */
import { Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SearchBox } from "@/ui/filters";
import { Section } from "@/ui/page";
import { EmptyState } from "@/ui/states";
import { type Column, DataTable } from "@/ui/table";
import { PlainTag } from "@/ui/tags";
import { Masked } from "@/ui/values";
import css from "./parts.module.css";
import { ReadingValue, useReadingText } from "./reading-value";
import type { ReadingShown } from "./types";
import { useHere } from "./use-place";

export function ReadingsTab() {
  const { t } = useTranslation("customers");
  const { customer } = useHere();
  const [words, setWords] = useState("");
  const [onlyKnown, setOnlyKnown] = useState(false);
  const wanted = (reading: ReadingShown) =>
    (!onlyKnown || reading.value !== null) &&
    `${reading.label} ${reading.key} ${reading.formula_words}`.toLowerCase().includes(words.toLowerCase());
  const parts = customer.dimensions
    .map((dimension) => ({ ...dimension, readings: dimension.readings.filter(wanted) }))
    .filter(({ readings }) => readings.length > 0);
  return (
    <div className="stack">
      <div className="row">
        <SearchBox value={words} onSearch={setWords} words={t("readings.search")} />
        <Checkbox checked={onlyKnown} onChange={({ target }) => setOnlyKnown(target.checked)}>
          {t("readings.only_known")}
        </Checkbox>
      </div>
      {parts.map(({ key, label, readings }) => (
        <Section key={key} title={label} aside={t("readings.count", { count: readings.length })}>
          <Readings label={label} readings={readings} />
        </Section>
      ))}
      {!parts.length && <EmptyState title={t("readings.none")} />}
    </div>
  );
}

function Readings({ label, readings }: { label: string; readings: readonly ReadingShown[] }) {
  const { t } = useTranslation("customers");
  const { to, isMasked } = useHere();
  const columns: Column<ReadingShown>[] = [
    { key: "label", title: t("readings.reading"), width: 230, card: "title", render: (reading) => reading.label },
    {
      key: "value",
      title: t("readings.value"),
      width: 130,
      align: "right",
      render: (reading) =>
        isMasked(reading.key) ? (
          <Masked />
        ) : (
          <ReadingValue value={reading.value} unit={reading.unit} missing={reading.missing_words} />
        ),
    },
    {
      key: "change",
      title: t("readings.change"),
      width: 120,
      align: "right",
      render: (reading) => <ReadingChange reading={reading} />,
    },
    { key: "how", title: t("readings.how"), wraps: true, render: (reading) => <How reading={reading} /> },
  ];
  return (
    <DataTable
      label={t("table_of", { name: label })}
      columns={columns}
      rows={readings}
      rowKey={({ key }) => key}
      rowLink={({ key }) => to({ tab: "readings", reading: key })}
    />
  );
}

function ReadingChange({ reading }: { reading: ReadingShown }) {
  const text = useReadingText();
  const { change_30d: change, worse, unit } = reading;
  if (change === null) return null;
  const said = text.change(change, unit);
  if (!/[1-9]/.test(said)) return null; // too small to be seen
  const isWorse = worse === "higher" ? Number(change) > 0 : worse === "lower" && Number(change) < 0;
  return <span className={isWorse ? `num ${css.worse}` : "num quiet"}>{said}</span>;
}

function How({ reading }: { reading: ReadingShown }) {
  return (
    <span className={css.how}>
      {reading.value === null && reading.missing_words && <PlainTag>{reading.missing_words}</PlainTag>}
      {reading.flags.map(({ code, words }) => (
        <PlainTag key={code}>{words}</PlainTag>
      ))}
      <span className="quiet">{reading.formula_words}</span>
    </span>
  );
}
