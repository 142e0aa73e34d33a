/** A letter filled for the customer: read, copy or download it; what is not known is left blank and named. */
import { Input, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { writtenCode } from "@/api/customer-address";
import { downloadAddress, useGet } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { CopyButton } from "@/ui/copy-button";
import { useFormat } from "@/ui/format";
import { LinkButton } from "@/ui/link-button";
import { Section } from "@/ui/page";
import { Remark } from "@/ui/remark";
import { Select } from "@/ui/select";
import css from "./strategy.module.css";

interface LetterWriterProps {
  code: string;
  /** The letter that somebody came for. */
  asked: string | null;
  /** Those that the strategies name. */
  advised: readonly string[];
}

export function LetterWriter({ code, asked, advised }: LetterWriterProps) {
  const { t } = useTranslation("customers");
  const query = useGet("/letters");
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Section title={t("letter.title")}>
      <p className="muted">{t("letter.words")}</p>
      <Answer query={query} lines={2}>
        {({ items }) => {
          const general = items.filter(({ purpose }) => purpose === "general");
          const wanted = chosen ?? asked;
          const key = general.some((each) => each.key === wanted) ? wanted : null;
          return (
            <>
              <div className={css.choice}>
                <Select<string>
                  className={css.letters}
                  aria-label={t("letter.choose")}
                  placeholder={t("letter.choose")}
                  value={key ?? undefined}
                  options={general.map(({ key: value, label }) => ({
                    value,
                    label: advised.includes(value) ? t("letter.advised", { label }) : label,
                  }))}
                  onChange={setChosen}
                />
              </div>
              {key && <Filled code={code} letter={key} />}
            </>
          );
        }}
      </Answer>
    </Section>
  );
}

type Language = "zh" | "en";

function Filled({ code, letter }: { code: string; letter: string }) {
  const { t, i18n } = useTranslation("customers");
  const can = useCan();
  const format = useFormat();
  const [language, setLanguage] = useState<Language>(i18n.language === "en" ? "en" : "zh");
  const query = useGet("/customers/{code}/letters/{key}", { path: { code, key: letter } });
  const file = `/customers/${encodeURIComponent(writtenCode(code))}/letters/${letter}/file`;
  return (
    <Answer query={query}>
      {({ letters }) => {
        const shown = letters.find((each) => each.language === language);
        if (!shown) return <p className="muted">{t("letter.hidden")}</p>;
        return (
          <>
            <div className={css.choice}>
              <Segmented
                aria-label={t("back.letter_language")}
                value={language}
                onChange={setLanguage}
                options={(["zh", "en"] as const).map((value) => ({ value, label: t(`back.${value}`) }))}
              />
              <CopyButton key={shown.text} text={`${shown.subject}\n\n${shown.text}`} />
              {can("customer_letter_file") && (
                <LinkButton to={downloadAddress(file, { lang: language })} download>
                  {t("letter.download")}
                </LinkButton>
              )}
            </div>
            {shown.missing.length > 0 && (
              <Remark tone="medium">
                {t("letter.missing", { what: format.list(shown.missing.map(({ label }) => label)) })}
              </Remark>
            )}
            <p className={css.subject}>{shown.subject}</p>
            <Input.TextArea
              aria-label={t("letter.title")}
              lang={language}
              value={shown.text}
              readOnly
              autoSize={{ minRows: 8, maxRows: 28 }}
            />
          </>
        );
      }}
    </Answer>
  );
}
