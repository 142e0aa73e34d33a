/** What to write to the customer: ready to copy, without the score unless it is wanted. */
import { Input, Segmented, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "@/ui/copy-button";
import { Section } from "@/ui/page";
import css from "./change.module.css";
import type { WayBack } from "./types";

type Language = WayBack["letters"][number]["language"];

interface LetterProps {
  found: WayBack;
  namesScore: boolean;
  onNamesScore: (names: boolean) => void;
}

export function BackLetter({ found, namesScore, onNamesScore }: LetterProps) {
  const { t, i18n } = useTranslation("customers");
  const [language, setLanguage] = useState<Language>(i18n.language === "en" ? "en" : "zh");
  const text = found.letters.find((letter) => letter.language === language)?.text;
  if (text === undefined) {
    return (
      <Section title={t("back.letter")}>
        <p className="muted">{t("back.no_letter")}</p>
      </Section>
    );
  }
  return (
    <Section title={t("back.letter")}>
      <div className={`${css.choice} ${css.above}`}>
        <Segmented
          aria-label={t("back.letter_language")}
          value={language}
          onChange={setLanguage}
          options={(["zh", "en"] as const).map((value) => ({ value, label: t(`back.${value}`) }))}
        />
        <span className="row">
          <Switch size="small" aria-label={t("back.names_score")} checked={namesScore} onChange={onNamesScore} />
          <span aria-hidden>{t("back.names_score")}</span>
        </span>
        <CopyButton key={text} text={text} />
      </div>
      <Input.TextArea aria-label={t("back.letter")} value={text} readOnly autoSize={{ minRows: 8, maxRows: 24 }} />
    </Section>
  );
}
