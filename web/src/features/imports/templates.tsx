/** Empty workbooks to fill in, for those who have no file yet. */
import { useTranslation } from "react-i18next";
import { downloadAddress } from "@/api/hooks";
import css from "./imports.module.css";

const STARTERS = ["customer_information", "risk_assessment", "collection_follow_up"] as const;
const KINDS = ["customer", "invoice", "payment", "order", "contact", "contract", "credit_limit", "ticket"] as const;

export function Templates() {
  const { t } = useTranslation("imports");
  const link = (kind: (typeof STARTERS | typeof KINDS)[number]) => (
    <a key={kind} href={downloadAddress(`/templates/${kind}`)} download>
      {t(`template.${kind}`)}
    </a>
  );
  return (
    <>
      <p className={css.templates}>
        <span>{t("starters")}</span>
        {STARTERS.map(link)}
      </p>
      <p className={css.templates}>
        <span>{t("templates")}</span>
        {KINDS.map(link)}
      </p>
    </>
  );
}
