import { describe, expect, it } from "vitest";
import { type Cell, changeOf, matrixOf, turnOf, wordsOf } from "./model";

const cell = (before: string, after: string, customers: number): Cell => ({
  before,
  after,
  customers,
  before_words: before.toUpperCase(),
  after_words: after.toUpperCase(),
  receivable: "0.00",
  overdue: "0.00",
  query: "",
});

describe("the matrix of a monthly report", () => {
  it("puts the good grades first and newcomers before them", () => {
    const found = matrixOf([cell("high", "medium", 2), cell("low", "low", 5), cell("new", "high", 1)]);
    expect(found.rows.map((grade) => grade.key)).toEqual(["new", "low", "high"]);
    expect(found.columns.map((grade) => grade.words)).toEqual(["LOW", "MEDIUM", "HIGH"]);
    expect(found.at("high", "medium")?.customers).toBe(2);
    expect(found.at("low", "high")).toBeUndefined();
  });

  it("keeps grades of a company's own behind the known ones", () => {
    const found = matrixOf([cell("watch", "watch", 1), cell("low", "watch", 1), cell("alpha", "low", 1)]);
    expect(found.rows.map((grade) => grade.key)).toEqual(["low", "alpha", "watch"]);
  });

  it("tells worse from better", () => {
    expect(turnOf("low", "high")).toBe("worse");
    expect(turnOf("high", "medium")).toBe("better");
    expect(turnOf("high", "high")).toBe("none");
    expect(turnOf("new", "high")).toBe("none");
  });

  it("names the grades of an address, and shows no change of less than a twentieth", () => {
    const data = { matrix: [cell("low", "high", 1)] };
    expect(wordsOf(data, "before", "low")).toBe("LOW");
    expect(wordsOf(data, "after", "low")).toBe("low");
    expect(changeOf({ score: 70.2, score_before: 70.24 })).toBe(0);
    expect(changeOf({ score: 60, score_before: 70.24 })).toBe(-10.2);
    expect(changeOf({ score: null, score_before: 1 })).toBeNull();
  });
});
