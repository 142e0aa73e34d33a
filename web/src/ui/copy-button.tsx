/** Copies a text to the clipboard, and says that it did. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

export function CopyButton({ text }: { text: string }) {
  const { t } = useTranslation();
  const [isCopied, setIsCopied] = useState(false);
  // Browsers lend the clipboard only to pages that came by HTTPS or from the machine itself.
  if (!("clipboard" in navigator)) return null;
  return (
    <Button onClick={() => void navigator.clipboard.writeText(text).then(() => setIsCopied(true))}>
      {t(isCopied ? "action.copied" : "action.copy")}
    </Button>
  );
}
