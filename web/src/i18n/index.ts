/** Catalogues: one file per feature and language, fetched when a page first needs it. */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { currentLanguage, LANGUAGES, type Language, speak } from "./language";

const catalogues = import.meta.glob<{ default: Record<string, unknown> }>("./*/*.json");

export async function startSpeaking(): Promise<void> {
  i18next.use(initReactI18next).use({
    type: "backend",
    init: () => {},
    read: (language: string, namespace: string, done: (error: unknown, data: unknown) => void) => {
      const load = catalogues[`./${language}/${namespace}.json`];
      if (!load) return done(new Error(`no catalogue ${language}/${namespace}`), null);
      load().then(
        (module) => done(null, module.default),
        (error: unknown) => done(error, null),
      );
    },
  });
  await i18next.init({
    lng: currentLanguage(),
    supportedLngs: [...LANGUAGES],
    fallbackLng: false,
    load: "currentOnly",
    ns: ["common"],
    defaultNS: "common",
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  } as Parameters<typeof i18next.init>[0]);
  speak(currentLanguage());
}

/** Speak another language from now on; says whether it is another one. */
export async function changeLanguage(language: Language): Promise<boolean> {
  if (language === i18next.language) return false;
  speak(language);
  await i18next.changeLanguage(language);
  return true;
}
