/** What each column of the file means; any of it can be said otherwise. */
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { Section } from "@/ui/page";
import { Select } from "@/ui/select";
import { type Column, DataTable } from "@/ui/table";
import css from "./imports.module.css";
import { type Form, patternOf, withColumn } from "./model";
import type { Preview, PreviewColumn, Target } from "./types";

interface ColumnsProps {
  preview: Preview;
  form: Form;
  onChange: (form: Form) => void;
}

const LEFT_OUT = "";

export function ColumnsOfFile({ preview, form, onChange }: ColumnsProps) {
  const { t } = useTranslation("imports");
  const targets = useGet("/imports/targets", { query: { kind: preview.kind } }, { enabled: !!preview.kind }).data
    ?.items;
  const used = preview.columns.filter(({ target }) => target).length;
  const choose = (heading: string, target: string) => onChange(withColumn(form, preview, heading, target));
  const columns: Column<PreviewColumn>[] = [
    { key: "heading", title: t("heading"), render: ({ heading }) => heading, card: "title" },
    {
      key: "samples",
      title: t("samples"),
      wraps: true,
      render: ({ samples }) => <span className={css.samples}>{samples.join(" · ")}</span>,
    },
    {
      key: "target",
      title: t("means"),
      wraps: true,
      render: (column) => <Means column={column} targets={targets ?? []} onChoose={choose} />,
    },
    {
      key: "format",
      title: t("date_format"),
      render: ({ date_format }) => (date_format ? patternOf(date_format) : ""),
      card: "none",
    },
  ];
  return (
    <Section title={t("columns")} aside={t("columns_used", { used, all: preview.columns.length })}>
      <DataTable
        label={t("columns")}
        columns={columns}
        rows={preview.columns}
        rowKey={({ heading }) => heading}
        rowName={({ heading }) => heading}
      />
    </Section>
  );
}

function Means({
  column,
  targets,
  onChoose,
}: {
  column: PreviewColumn;
  targets: readonly Target[];
  onChoose: (heading: string, target: string) => void;
}) {
  const { t } = useTranslation("imports");
  const likely = new Set(column.candidates.map(({ target }) => target));
  const named = (target: Target) => ({
    value: target.target,
    label: target.is_required ? t("required", { label: target.label }) : target.label,
  });
  const others = targets.filter(({ target }) => !likely.has(target));
  return (
    <Select
      className={css.target}
      value={column.target ?? LEFT_OUT}
      onChange={(target) => onChoose(column.heading, target)}
      aria-label={t("means_of", { heading: column.heading })}
      showSearch={{ optionFilterProp: "label" }}
      options={[
        { value: LEFT_OUT, label: t("left_out") },
        ...targets.filter(({ target }) => likely.has(target)).map(named),
        ...others.map(named),
      ]}
    />
  );
}
