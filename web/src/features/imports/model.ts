/** The state of the wizard and of corrections, without the screen. */
import type { ImportRow, KindCounts, Preview, Question, Reject, Upload } from "./types";

/** What a person has said of a file, as the API takes it. */
export interface Form {
  file_id: string;
  sheet: string;
  kind: string;
  columns: Record<string, string>;
  date_formats: Record<string, string>;
  constants: Record<string, string>;
  through: string | null;
  as_of_day: string | null;
  is_complete: boolean;
  source: string;
  use_remembered: boolean;
}

export function emptyForm(fileId: string): Form {
  return {
    file_id: fileId,
    sheet: "",
    kind: "",
    columns: {},
    date_formats: {},
    constants: {},
    through: null,
    as_of_day: null,
    is_complete: false,
    source: "files",
    use_remembered: true,
  };
}

/** Another sheet or kind makes what was said of the columns meaningless. */
/** What is handed from page to page while a workbook's sheets are imported one after the other. */
export interface NextSheet {
  upload: Upload;
  sheet: string;
  left: string[];
}

/** The sheets that wait after one was imported; `guide` names the sheet that only explains, as our templates have it. */
export function sheetsLeft(upload: Upload, imported: string, before: NextSheet | null, guide: string): NextSheet {
  const waiting = before?.left ?? upload.sheets.filter((sheet) => sheet !== guide);
  return { upload, sheet: "", left: waiting.filter((sheet) => sheet !== imported) };
}

export function withSheet(form: Form, sheet: string): Form {
  return { ...emptyForm(form.file_id), source: form.source, through: form.through, sheet };
}

export function withKind(form: Form, kind: string): Form {
  return { ...form, kind, columns: {}, date_formats: {} };
}

/** Say what a heading means; "" leaves the column out. Of two headings for one target the earlier choice gives way. */
export function withColumn(form: Form, preview: Preview, heading: string, target: string): Form {
  const columns = { ...form.columns, [heading]: target };
  if (target) {
    for (const column of preview.columns) {
      const means = form.columns[column.heading] ?? column.target ?? "";
      if (column.heading !== heading && means === target) columns[column.heading] = "";
    }
  }
  return { ...form, columns, use_remembered: false };
}

const ABOUT_KIND = new Set(["kind_not_recognised", "kind_ambiguous"]);
const ABOUT_DATES = new Set(["dates_ambiguous", "dates_mixed"]);
/** The choice that asks for a day besides. */
export const AS_OF_DAY = "as_of_day";
const IGNORE = "ignore";

/** Answer a question by one of its choices. */
export function withAnswer(form: Form, preview: Preview, question: Question, value: string): Form {
  if (ABOUT_KIND.has(question.code)) return withKind(form, value);
  if (ABOUT_DATES.has(question.code)) {
    return { ...form, date_formats: { ...form.date_formats, [question.about]: value } };
  }
  if (value === IGNORE) return { ...form, columns: { ...form.columns, [question.about]: "" } };
  return withColumn(form, preview, value, question.about);
}

/** Rows that would be or were written, over all kinds. */
export function written(kinds: readonly KindCounts[]): number {
  return kinds.reduce((sum, { added, changed, retracted }) => sum + added + changed + retracted, 0);
}

export const isMoving = (row: Pick<ImportRow, "state">): boolean =>
  row.state === "waiting" || row.state === "running" || row.state === "undoing";

/** Share done, 0 to 100; null while nobody knows how much there is. */
export function percentDone(progress: ImportRow["progress"]): number | null {
  if (!progress?.total) return null;
  return Math.min(100, Math.round((100 * progress.done) / progress.total));
}

/** The headings worth showing for a page of rejected rows: where something is wrong first, then the filled ones. */
export function headingsShown(rejects: readonly Reject[], headings: readonly string[], most = 8): string[] {
  const wrong = new Set(rejects.flatMap(({ problems }) => problems.map(({ column }) => column)));
  const faulty = headings.filter((heading) => wrong.has(heading));
  const filled = headings.filter(
    (heading) => !wrong.has(heading) && rejects.some(({ cells }) => (cells[heading] ?? "") !== ""),
  );
  return [...faulty, ...filled].slice(0, Math.max(most, faulty.length));
}

const PARTS: Readonly<Record<string, string>> = { Y: "YYYY", y: "YY", m: "MM", d: "DD", H: "HH", M: "mm", S: "ss" };

/** A date pattern as people write it. */
export function patternOf(format: string): string {
  return format.replace(/%([A-Za-z])/g, (whole, letter: string) => PARTS[letter] ?? whole);
}

export type Edits = Readonly<Record<number, Readonly<Record<string, string>>>>;

/** Note a changed cell; one that is as it was is no change. */
export function withEdit(edits: Edits, reject: Reject, heading: string, value: string): Edits {
  const { [heading]: _old, ...others } = edits[reject.row] ?? {};
  const cells = value === (reject.cells[heading] ?? "") ? others : { ...others, [heading]: value };
  const { [reject.row]: _row, ...rest } = edits;
  return Object.keys(cells).length ? { ...rest, [reject.row]: cells } : rest;
}

export function correctionsOf(edits: Edits): { row: number; cells: Record<string, string> }[] {
  return Object.entries(edits).map(([row, cells]) => ({ row: Number(row), cells: { ...cells } }));
}

/** Bytes as people say them. */
export function sizeOf(bytes: number): { value: number; unit: "kb" | "mb" } {
  const kb = Math.max(1, Math.round(bytes / 1024));
  return kb < 1024 ? { value: kb, unit: "kb" } : { value: Math.round(kb / 102.4) / 10, unit: "mb" };
}
