import { describe, expect, it } from "vitest";
import { KINDS, kindOf, tableColumns } from "./fact-columns";

const columns = ["amount_minor", "document_no", "currency", "issue_on"].map((key) => ({ key }));
const keys = (kind: string) => tableColumns(kind, columns).map(({ key }) => key);

describe("the facts of a customer", () => {
  it("begin with the invoices", () => {
    expect(kindOf(null)).toBe("invoice");
    expect(kindOf("secrets")).toBe("invoice");
    expect(kindOf("news_item")).toBe("news_item");
  });

  it("stand in one group each", () => {
    expect(new Set(KINDS).size).toBe(KINDS.length);
  });

  it("show first what people look for, and only what there is", () => {
    expect(keys("invoice")).toEqual(["document_no", "issue_on", "amount_minor"]);
  });

  it("show the first columns of a kind that is not known here", () => {
    expect(keys("prediction")).toEqual(["amount_minor", "document_no", "currency", "issue_on"]);
  });
});
