import { expect, it } from "vitest";
import { currentLanguage, toServer } from "@/i18n/language";
import { downloadAddress } from "./hooks";

it("downloads files in the language of the screen", () => {
  const language = toServer(currentLanguage());
  expect(downloadAddress("/templates/invoice")).toBe(`/api/v1/templates/invoice?lang=${language}`);
  expect(downloadAddress("/customers/export", { grade: ["high", "low"], q: "" })).toBe(
    `/api/v1/customers/export?lang=${language}&grade=high&grade=low`,
  );
});
