/** What every page stands on: queries, the session, the theme, antd's own words in the screen's language. */
import { QueryClientProvider } from "@tanstack/react-query";
import { App, ConfigProvider } from "antd";
import type { Locale } from "antd/es/locale";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { queryClient } from "@/api/hooks";
import { type Language, toServer } from "@/i18n/language";
import { useNarrow } from "@/ui/use-narrow";
import { SessionProvider } from "./session";
import { theme } from "./theme";

const LOCALES: Record<Language, () => Promise<Locale>> = {
  "zh-CN": async () => {
    await import("dayjs/locale/zh-cn");
    return (await import("antd/locale/zh_CN")).default;
  },
  en: async () => (await import("antd/locale/en_GB")).default,
};

function useLocale(): Locale | undefined {
  const { i18n } = useTranslation();
  const language = i18n.language as Language;
  const [locale, setLocale] = useState<Locale>();
  useEffect(() => {
    let wanted = true;
    void Promise.all([LOCALES[language](), import("dayjs")]).then(([found, { default: dayjs }]) => {
      if (!wanted) return;
      dayjs.locale(toServer(language) === "zh" ? "zh-cn" : "en");
      setLocale(found);
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  return locale;
}

export function Providers({ children }: { children: ReactNode }) {
  const locale = useLocale();
  const narrow = useNarrow(); // fingers need more room, and phones zoom into small letters
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider
        theme={theme}
        locale={locale}
        componentSize={narrow ? "large" : "middle"}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
      >
        <App message={{ maxCount: 3 }}>
          <SessionProvider>{children}</SessionProvider>
        </App>
      </ConfigProvider>
    </QueryClientProvider>
  );
}
