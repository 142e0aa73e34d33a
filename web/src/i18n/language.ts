/** Which of the two languages the screen speaks (an unknown one in the address: Chinese): the person's choice, else this browser's last one, else the browser's own. */
export type Language = "zh-CN" | "en";
export type ServerLanguage = "zh" | "en";

export const LANGUAGES: readonly Language[] = ["zh-CN", "en"];
const REMEMBERED = "kedun.language";
let spoken: Language = firstLanguage();

function isKnown(word: string): boolean {
  return /^(zh|en)/i.test(word);
}

function firstLanguage(): Language {
  const asked = new URLSearchParams(globalThis.location?.search ?? "").get("lang");
  if (asked !== null && !isKnown(asked)) return "zh-CN";
  const words = [asked, remembered(), ...(globalThis.navigator?.languages ?? [])];
  const known = words.find((word) => word !== null && isKnown(word));
  return known?.toLowerCase().startsWith("en") ? "en" : "zh-CN";
}

function remembered(): string | null {
  try {
    return globalThis.localStorage?.getItem(REMEMBERED) ?? null;
  } catch {
    return null; // storage may be forbidden; the browser's language serves
  }
}

/** Whether the address asks for a language, which then wins over the person's own. */
export const isAskedByAddress = (): boolean => isKnown(new URLSearchParams(location.search).get("lang") ?? "");

export const currentLanguage = (): Language => spoken;
export const fromServer = (language: ServerLanguage): Language => (language === "en" ? "en" : "zh-CN");
export const toServer = (language: Language): ServerLanguage => (language === "en" ? "en" : "zh");

export function speak(language: Language): void {
  spoken = language;
  document.documentElement.lang = language;
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // not remembered then
  }
}
