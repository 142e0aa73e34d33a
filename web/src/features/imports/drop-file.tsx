/** Where a file is dropped or chosen. A real file input, so that keyboards, phones and screen readers know it. */
import { FileSpreadsheet } from "lucide-react";
import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import css from "./imports.module.css";

interface DropFileProps {
  onFile: (file: File) => void;
  busy: boolean;
  accept: string;
}

export function DropFile({ onFile, busy, accept }: DropFileProps) {
  const { t } = useTranslation("imports");
  const [isOver, setOver] = useState(false);
  const [tooMany, setTooMany] = useState(false);
  function take(files: FileList | null) {
    const [file] = files ?? [];
    setTooMany((files?.length ?? 0) > 1);
    if (file && files?.length === 1 && !busy) onFile(file);
  }
  function dropped(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  }
  return (
    <label
      className={isOver ? `${css.drop} ${css.over}` : css.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={dropped}
      aria-busy={busy}
    >
      <FileSpreadsheet size={24} strokeWidth={1.5} aria-hidden />
      <strong>{busy ? t("handing_in") : t("drop")}</strong>
      <span>{t("drop_words")}</span>
      {tooMany && <span role="alert">{t("one_at_a_time")}</span>}
      <input
        className="unseen"
        type="file"
        accept={accept}
        disabled={busy}
        aria-label={t("drop")}
        onChange={({ target }) => {
          take(target.files);
          target.value = "";
        }}
      />
    </label>
  );
}
