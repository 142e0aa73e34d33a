import { describe, expect, it } from "vitest";
import { type Approval, boxOf, obstacle, queryOf, subjectAddress } from "./model";

const request = (more: Partial<Approval>): Approval =>
  ({
    state: { code: "waiting", label: "" },
    maker: { id: 1, name: "Ann" },
    may_vote_as: [],
    votes: [],
    ...more,
  }) as unknown as Approval;

describe("requests", () => {
  it("opens the box that the address names, else what waits", () => {
    expect([boxOf("made"), boxOf("nonsense"), boxOf(null)]).toEqual(["made", "mine", "mine"]);
    expect(queryOf("mine")).toEqual({ only: "mine", state: "waiting" });
    expect(queryOf("decided")).toEqual({ only: "decided" });
  });

  it("tells the maker why they cannot agree to their own request", () => {
    expect(obstacle(request({}), 1)).toBe("own");
    expect(obstacle(request({}), 2)).toBe("not_asked");
    expect(obstacle(request({ votes: [{ person: { id: 2 } }] } as unknown as Approval), 2)).toBe("voted");
    expect(obstacle(request({ may_vote_as: [{ id: 2, name: "Ben" }] }), 2)).toBeNull();
    expect(obstacle(request({ state: { code: "approved", label: "" } }), 1)).toBeNull();
  });

  it("leads to what a request is about", () => {
    expect(subjectAddress({ subject: "change:7" })).toBe("/policy/changes/7");
    expect(subjectAddress({ subject: "customer:A/1" })).toBe("/customers/A~2F1");
    expect(subjectAddress({ subject: "other" })).toBeUndefined();
  });
});
