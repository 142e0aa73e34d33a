/** How a file is understood, and what its import would do. */
import { Button, Checkbox, DatePicker, Input } from "antd";
import dayjs from "dayjs";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import type { Problem } from "@/api/problem";
import { useToday } from "@/app/session";
import { PlainTable } from "@/ui/chart";
import { useFormat } from "@/ui/format";
import { Section } from "@/ui/page";
import { ProblemLine } from "@/ui/problem-line";
import { Remark } from "@/ui/remark";
import { Select } from "@/ui/select";
import { ColumnsOfFile } from "./columns";
import { Counts } from "./counts";
import css from "./imports.module.css";
import { type Form, withKind, withSheet, written } from "./model";
import { Questions } from "./questions";
import { RejectList } from "./reject-list";
import type { Preview } from "./types";

interface PreviewProps {
  preview: Preview;
  form: Form;
  onChange: (form: Form) => void;
  busy: boolean;
  problem: Problem | null;
  onStart: () => void;
}

export function PreviewOfFile(props: PreviewProps) {
  const { preview } = props;
  const { t } = useTranslation("imports");
  return (
    <>
      <Sentence preview={preview} />
      {preview.is_sample && <Sample rows={preview.read} />}
      {preview.remembered && preview.is_remembered_applied && (
        <Remark>{t("remembered", { name: preview.remembered.name })}</Remark>
      )}
      {preview.questions.length > 0 && <Questions {...props} />}
      <Options {...props} />
      {preview.kind && <ColumnsOfFile {...props} />}
      {preview.rejects.length > 0 && (
        <Section title={t("would_reject", { count: preview.rejected })} aside={t("would_reject_words")}>
          <RejectList rejects={preview.rejects.slice(0, 20)} />
        </Section>
      )}
      {preview.notes.length > 0 && (
        <div className={css.notes}>
          {preview.notes.map(({ code, message }) => (
            <Remark key={code + message}>{message}</Remark>
          ))}
        </div>
      )}
      <FirstRows preview={preview} />
      <Foot {...props} />
    </>
  );
}

function Sentence({ preview }: { preview: Preview }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const counts = (preview.kinds ?? []).filter(({ added, changed }) => added + changed > 0);
  if (!preview.kind_label)
    return <p className={css.sentence}>{t("sentence.unknown", { rows: format.num(preview.read) })}</p>;
  return (
    <p className={css.sentence}>
      {t(preview.is_sample ? "sentence.first" : "sentence.kind", {
        kind: preview.kind_label,
        rows: format.num(preview.read),
      })}{" "}
      <Counts kinds={counts} />
      {preview.kinds && counts.length === 0 && t("sentence.nothing")}
    </p>
  );
}

/** A long file is looked at in part only; whoever starts the import should know. */
function Sample({ rows }: { rows: number }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return <Remark role="status">{t("sample", { rows: format.num(rows) })}</Remark>;
}

function Options({ preview, form, onChange }: PreviewProps) {
  const today = useToday();
  const { t } = useTranslation("imports");
  const kinds = useGet("/fact-kinds").data?.items ?? [];
  return (
    <div className={css.options}>
      {preview.sheets.length > 1 && (
        <Labelled words={t("sheet")}>
          <Select
            value={preview.sheet}
            options={preview.sheets.map((value) => ({ value, label: value }))}
            onChange={(sheet) => onChange(withSheet(form, sheet))}
            aria-label={t("sheet")}
          />
        </Labelled>
      )}
      <Labelled words={t("kind")}>
        <Select
          value={preview.kind ?? undefined}
          placeholder={t("choose")}
          options={kinds.map(({ kind, label }) => ({ value: kind, label }))}
          onChange={(kind) => onChange(withKind(form, kind))}
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("kind")}
        />
      </Labelled>
      <Labelled words={t("through")}>
        <DatePicker
          value={form.through ? dayjs(form.through) : null}
          onChange={(day) => onChange({ ...form, through: day ? day.format("YYYY-MM-DD") : null })}
          maxDate={dayjs(today)}
          placeholder={t("through_words")}
          aria-label={t("through")}
        />
      </Labelled>
      <Labelled words={t("source")}>
        <Input
          defaultValue={form.source}
          maxLength={100}
          onBlur={({ target }) => {
            const source = target.value.trim() || "files";
            if (source !== form.source) onChange({ ...form, source });
          }}
          aria-label={t("source")}
        />
      </Labelled>
      <Checkbox
        className={css.tick}
        checked={form.is_complete}
        onChange={({ target }) => onChange({ ...form, is_complete: target.checked })}
      >
        {t("complete")}
      </Checkbox>
    </div>
  );
}

function Labelled({ words, children }: { words: string; children: ReactNode }) {
  return (
    <div className={css.option}>
      <span className="quiet" aria-hidden>
        {words}
      </span>
      {children}
    </div>
  );
}

function FirstRows({ preview }: { preview: Preview }) {
  const { t } = useTranslation("imports");
  if (!preview.rows.length) return null;
  return (
    <Section title={t("first_rows")}>
      <PlainTable
        label={t("first_rows")}
        table={{
          columns: [{ title: t("row"), align: "right" }, ...preview.columns.map(({ heading }) => ({ title: heading }))],
          rows: preview.rows.slice(0, 8).map(({ row, cells }) => ({ key: String(row), cells: [row, ...cells] })),
        }}
      />
    </Section>
  );
}

function Foot({ preview, busy, problem, onStart }: PreviewProps) {
  const { t } = useTranslation("imports");
  const isReady = preview.state === "ready";
  return (
    <div className={css.foot}>
      <Button type="primary" disabled={!isReady} loading={busy} onClick={onStart}>
        {t("start", { count: written(preview.kinds ?? []) })}
      </Button>
      <span className="quiet">{isReady ? t("start_words") : t("start_not_yet")}</span>
      <ProblemLine problem={problem} />
    </div>
  );
}
