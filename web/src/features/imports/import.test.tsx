import { QueryClientProvider } from "@tanstack/react-query";
import i18next from "i18next";
import { renderToString } from "react-dom/server";
import { initReactI18next } from "react-i18next";
import { MemoryRouter, Route, Routes } from "react-router";
import { expect, test } from "vitest";
import { queryClient } from "@/api/hooks";
import { ME_KEY, SessionProvider } from "@/app/session";
import commonEn from "@/i18n/en/common.json";
import en from "@/i18n/en/imports.json";
import commonZh from "@/i18n/zh-CN/common.json";
import zh from "@/i18n/zh-CN/imports.json";
import ImportPage from "./import";

const RESOURCES = { en: { imports: en, common: commonEn }, "zh-CN": { imports: zh, common: commonZh } };

async function shown(language: keyof typeof RESOURCES, operations: string[]): Promise<string> {
  await i18next
    .use(initReactI18next)
    .init({ lng: language, resources: RESOURCES, interpolation: { escapeValue: false } });
  queryClient.setQueryData(ME_KEY, { operations });
  queryClient.setQueryData(["/imports/{import_id}", { import_id: 7 }, {}], {
    id: 7,
    name: "ledger.csv",
    state: "failed",
    state_label: "failed",
    by: { actor: "person:1", name: "Alice" },
    kinds: [],
    open_rejects: 0,
    can_undo: false,
    progress: null,
    result: null,
    refusal: null,
    undo: null,
    failure: { number: "1a2b3c4d", message: "The error has the number 1a2b3c4d." },
  });
  return renderToString(
    <QueryClientProvider client={queryClient}>
      <SessionProvider>
        <MemoryRouter initialEntries={["/imports/7"]}>
          <Routes>
            <Route path="/imports/:id" element={<ImportPage />} />
          </Routes>
        </MemoryRouter>
      </SessionProvider>
    </QueryClientProvider>,
  );
}

test.each([
  ["en", "Try again"],
  ["zh-CN", "再试一次"],
] as const)("an import that broke down says its number and offers to try again (%s)", async (language, words) => {
  const page = await shown(language, ["retry_import"]);
  expect(page).toContain("1a2b3c4d");
  expect(page).toContain('role="alert"');
  expect(page).toContain(`>${words}<`);
  expect(page).not.toContain('role="progressbar"');
});

test("who may not try again is not offered to", async () => {
  expect(await shown("en", [])).not.toContain("Try again");
});
