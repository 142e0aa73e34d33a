import { describe, expect, it } from "vitest";
import { momentQuery } from "@/ui/moment-asked";
import { elsewhere, placeOf, searchOfPlace } from "./place";

const read = (text: string) => placeOf(new URLSearchParams(text));

describe("the address of a customer's page", () => {
  it.each([
    [""],
    ["tab=score"],
    ["tab=facts&kind=invoice&fact=12"],
    ["tab=readings&reading=overdue_minor&as_of=2026-06-30&known_on=2026-06-30"],
    ["as_of=2026-06-30&known_at=90"],
    ["tab=change&as_of=2026-06-30&since=2026-05-31&known=now"],
    ["as_of=2026-06-30&policy=now"],
    ["tab=way_back&target=80&pay_by=2026-07-31"],
  ])("comes back as it was: %s", (text) => {
    expect(searchOfPlace(read(text)).toString()).toBe(text);
  });

  it("keeps a wrong day, of which the server says what is wrong", () => {
    expect(searchOfPlace(read("as_of=2026-13-40")).toString()).toBe("as_of=2026-13-40");
  });

  it("leaves out what makes no sense", () => {
    expect(searchOfPlace(read("tab=secrets&fact=-3&kind=&known_at=x&target=high&pay_by=soon")).toString()).toBe("");
  });

  it("keeps the moment on the way to another part, and closes what was open", () => {
    const here = read("tab=facts&kind=invoice&fact=12&as_of=2026-06-30");
    expect(elsewhere(here, { tab: "score" })).toBe("?tab=score&as_of=2026-06-30");
    expect(elsewhere(read(""), { tab: "summary" })).toBe("?");
  });

  it("asks the server from the same moment", () => {
    expect(momentQuery(read("as_of=2026-06-30"))).toEqual({ as_of: "2026-06-30" });
    expect(momentQuery(read("as_of=2026-06-30&policy=now"))).toEqual({ as_of: "2026-06-30", policy: "now" });
    expect(momentQuery(read(""))).toEqual({});
  });
});
