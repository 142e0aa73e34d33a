import { expect, it } from "vitest";
import { customerPath, readCode, writtenCode } from "./customer-address";
import cases from "./customer-address.cases.json";

it.each(Object.entries(cases))("writes the code %s as %s, which is read as the code again", (code, written) => {
  expect(writtenCode(code)).toBe(written);
  expect(readCode(written)).toBe(code);
});

it("gives an address that no browser shortens and that opens no other page", () => {
  for (const code of Object.keys(cases)) {
    const { pathname } = new URL(customerPath(code), "http://kedun.test/");
    const [, customers, part, ...more] = pathname.split("/");
    expect([customers, readCode(decodeURIComponent(part ?? "")), more]).toEqual(["customers", code, []]);
    expect(part).not.toMatch(/^[a-z_-]+$/);
  }
});
