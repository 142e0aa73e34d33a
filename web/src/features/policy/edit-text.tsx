/** The text of a document, for what no form can show; what is wrong with it is said below. */
import { Input } from "antd";
import { useTranslation } from "react-i18next";
import { useAsk } from "@/api/hooks";
import { Remark } from "@/ui/remark";
import type { Edit } from "./editor";
import { type Kind, TRIED } from "./model";
import css from "./policy.module.css";
import { useSettled } from "./use-settled";

export function TextEditor({ kind, text, onEdit }: { kind: Kind; text: string; onEdit: Edit }) {
  const { t } = useTranslation("policy");
  const settled = useSettled(text);
  const { error } = useAsk("/policy-words", { kind, body: settled }, { enabled: !TRIED.includes(kind) });
  return (
    <>
      <p className="muted">{t("editor.text_words")}</p>
      <Input.TextArea
        className={css.code}
        aria-label={t("text")}
        value={text}
        autoSize={{ minRows: 12, maxRows: 40 }}
        spellCheck={false}
        onChange={({ target }) => onEdit(target.value, "text")}
      />
      {error && (
        <Remark tone="high" role="alert">
          {error.message}
        </Remark>
      )}
    </>
  );
}
