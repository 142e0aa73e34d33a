import { describe, expect, it } from "vitest";
import {
  correctionsOf,
  emptyForm,
  headingsShown,
  patternOf,
  percentDone,
  sheetsLeft,
  sizeOf,
  withAnswer,
  withColumn,
  withEdit,
  withSheet,
} from "./model";
import type { Preview, Question, Reject, Upload } from "./types";

const column = (heading: string, target: string | null) => ({ heading, target }) as Preview["columns"][number];
const preview = {
  columns: [column("Date", "issue_on"), column("Booked", null), column("No", "document_no")],
} as Preview;
const reject = (row: number, column: string, cells: Record<string, string>) =>
  ({
    row,
    cells,
    problems: [{ column, value: cells[column] ?? "", code: "x", message: "x" }],
    state: "open",
  }) as Reject;

describe("saying what columns mean", () => {
  it("takes a target from the heading that had it", () => {
    expect(withColumn(emptyForm("f"), preview, "Booked", "issue_on").columns).toEqual({ Booked: "issue_on", Date: "" });
  });
  it("leaves a column out without touching the others", () => {
    expect(withColumn(emptyForm("f"), preview, "No", "").columns).toEqual({ No: "" });
  });
  it("forgets the columns of another sheet", () => {
    const form = withColumn(emptyForm("f"), preview, "No", "");
    expect(withSheet(form, "Two")).toMatchObject({ sheet: "Two", columns: {}, file_id: "f" });
  });
  it("writes an answer where the API expects it", () => {
    const ask = (code: string, about: string) => ({ code, about }) as Question;
    expect(withAnswer(emptyForm("f"), preview, ask("dates_ambiguous", "Date"), "%d/%m/%Y").date_formats).toEqual({
      Date: "%d/%m/%Y",
    });
    expect(withAnswer(emptyForm("f"), preview, ask("paid_without_day", "Booked"), "ignore").columns).toEqual({
      Booked: "",
    });
    expect(withAnswer(emptyForm("f"), preview, ask("headings_compete", "issue_on"), "Booked").columns).toEqual({
      Booked: "issue_on",
      Date: "",
    });
    expect(withAnswer(emptyForm("f"), preview, ask("kind_ambiguous", ""), "invoice").kind).toBe("invoice");
  });
});

describe("a workbook with several sheets", () => {
  const upload = {
    file_id: "f",
    name: "a.xlsx",
    size: 1,
    sheets: ["Customers", "Contacts", "Limits", "Guide"],
  } as Upload;
  it("offers those that wait, not what explains", () => {
    const first = sheetsLeft(upload, "Customers", null, "Guide");
    expect(first.left).toEqual(["Contacts", "Limits"]);
    expect(sheetsLeft(upload, "Limits", first, "Guide").left).toEqual(["Contacts"]);
  });
});

describe("correcting rows", () => {
  const row = reject(7, "Amount", { Amount: "6l.74", No: "A1", Empty: "" });
  it("keeps only what changed", () => {
    const edited = withEdit({}, row, "Amount", "61.74");
    expect(correctionsOf(edited)).toEqual([{ row: 7, cells: { Amount: "61.74" } }]);
    expect(withEdit(edited, row, "Amount", "6l.74")).toEqual({});
  });
  it("shows what is wrong, then what is filled", () => {
    expect(headingsShown([row], ["Empty", "No", "Amount"], 1)).toEqual(["Amount"]);
    expect(headingsShown([row], ["Empty", "No", "Amount"])).toEqual(["Amount", "No"]);
  });
});

describe("saying how far", () => {
  it("knows no share without a total", () => {
    expect(percentDone({ step: "facts", label: "", done: 5, total: null, seconds_left: null })).toBeNull();
    expect(percentDone({ step: "facts", label: "", done: 5, total: 10, seconds_left: 1 })).toBe(50);
  });
  it("writes date patterns without signs", () => {
    expect(patternOf("%d/%m/%Y")).toBe("DD/MM/YYYY");
  });
  it("gives sizes in the unit people use", () => {
    expect(sizeOf(10)).toEqual({ value: 1, unit: "kb" });
    expect(sizeOf(3 * 1024 * 1024)).toEqual({ value: 3, unit: "mb" });
  });
});
