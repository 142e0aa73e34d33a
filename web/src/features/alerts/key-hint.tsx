/** Which keys the inbox knows. */
import { Button, Popover } from "antd";
import { Keyboard } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useNarrow } from "@/ui/use-narrow";
import css from "./alerts.module.css";

const KEYS = ["j", "k", "Enter", "x", "a", "s", "r", "m", "o"] as const;

export function KeyHint() {
  const { t } = useTranslation("alerts");
  if (useNarrow()) return null;
  const content = (
    <dl className={css.keys}>
      {KEYS.map((key) => (
        <div key={key} style={{ display: "contents" }}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{t(`key.${key}`)}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight" arrow={false}>
      <Button type="text" icon={<Keyboard size={16} strokeWidth={1.75} aria-hidden />} aria-label={t("key.title")} />
    </Popover>
  );
}
