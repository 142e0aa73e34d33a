/** Empty workbooks to fill in, for those who have no file yet. */
import { useTranslation } from "react-i18next";
import { downloadAddress } from "@/api/hooks";
import css from "./imports.module.css";

const KINDS = ["customer", "invoice", "payment", "order", "contact", "contract", "credit_limit", "ticket"] as const;

export function Templates() {
  const { t } = useTranslation("imports");
  return (
    <p className={css.templates}>
      <span>{t("templates")}</span>
      {KINDS.map((kind) => (
        <a key={kind} href={downloadAddress(`/templates/${kind}`)} download>
          {t(`template.${kind}`)}
        </a>
      ))}
    </p>
  );
}
