import { describe, expect, it } from "vitest";
import { askedColumns, indicatorColumns, MOST_INDICATORS, shownColumns, tableWidth, USUAL } from "./columns";

describe("the columns of the list", () => {
  it("fit beside the navigation at 1280 px", () => {
    expect(tableWidth(USUAL)).toBeLessThanOrEqual(1280 - 208 - 2 * 24);
  });

  it("are the usual ones when the address names none", () => {
    expect(shownColumns(null)).toEqual([...USUAL]);
    expect(askedColumns(shownColumns(null))).toBeNull();
  });

  it("are added to the usual ones when only indicators are named", () => {
    expect(shownColumns(["overdue_share"])).toEqual([...USUAL, "overdue_share"]);
  });

  it("always begin with the name", () => {
    expect(shownColumns(["score", "name", "score"])).toEqual(["name", "score"]);
  });

  it("ask for no more indicators than the server adds", () => {
    const many = ["name", ...Array.from({ length: 30 }, (_, number) => `indicator_${number}`)];
    expect(askedColumns(many)).toHaveLength(1 + MOST_INDICATORS);
  });

  it("tell which the server must compute", () => {
    expect(indicatorColumns(["name", "score", "overdue_share"])).toEqual(["overdue_share"]);
  });
});
