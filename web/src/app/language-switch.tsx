/** 中文 / English: at once on the screen, and remembered for the person. */
import { useTranslation } from "react-i18next";
import { queryClient, useSend } from "@/api/hooks";
import { changeLanguage } from "@/i18n";
import { LANGUAGES, type Language, toServer } from "@/i18n/language";
import css from "./language-switch.module.css";
import { ME_KEY, useSession } from "./session";

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const { me } = useSession();
  const remember = useSend("patch", "/me");
  async function choose(language: Language) {
    await changeLanguage(language);
    if (me) {
      await remember.mutateAsync({ body: { language: toServer(language) } }).catch(() => undefined);
      queryClient.setQueryData(ME_KEY, { ...me, language: toServer(language) });
    }
    await queryClient.invalidateQueries();
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend of its own
    <div className={css.switch} role="group" aria-label={t("shell.language")}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={i18n.language === language}
          onClick={() => void choose(language)}
        >
          {t(`language.${language}`)}
        </button>
      ))}
    </div>
  );
}
