/** Something to be copied that is shown only once. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import css from "./settings.module.css";

export function Secret({ text }: { text: string }) {
  const { t } = useTranslation();
  const [isCopied, setIsCopied] = useState(false);
  // Browsers lend the clipboard only to pages that came by HTTPS or from the machine itself.
  const canCopy = "clipboard" in navigator;
  return (
    <div className={css.secretLine}>
      <code className={css.secret}>{text}</code>
      {canCopy && (
        <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setIsCopied(true))}>
          {isCopied ? t("action.copied") : t("action.copy")}
        </Button>
      )}
    </div>
  );
}
