/** Letters: subject and text in both languages; placeholders are put in where the caret is, strange ones are named. */
import { Button, Input } from "antd";
import { Plus } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { useFormat } from "@/ui/format";
import { Select } from "@/ui/select";
import { inserted, type Letter, type Letters, PURPOSES, placesIn } from "./conduct";
import { remove, set, setBlock, setOrRemove } from "./document";
import type { Edit } from "./editor";
import { LabelFields } from "./fields";
import { freeKey, said } from "./model";
import type { Names } from "./names";
import css from "./policy.module.css";

interface LettersEditorProps {
  letters: Letters;
  text: string;
  names: Names;
  onEdit: Edit;
}

export function LettersEditor({ letters, text, names, onEdit }: LettersEditorProps) {
  const { t } = useTranslation("policy");
  const [open, setOpen] = useState<string | null>(null);
  function begin() {
    const key = freeKey("", Object.keys(letters.letters), "my_letter");
    onEdit(setBlock(text, ["letters", key], EMPTY));
    setOpen(key);
  }
  return (
    <>
      <p className="muted">{t("letter.words")}</p>
      <div className={css.foot}>
        <Button icon={<Plus size={14} aria-hidden />} onClick={begin}>
          {t("letter.new")}
        </Button>
      </div>
      <ul className={css.items} aria-label={t("kind.letters")}>
        {Object.entries(letters.letters).map(([key, letter]) => (
          <li key={key} className={css.rule} data-open={open === key}>
            <button
              type="button"
              className={`plain ${css.ruleHead}`}
              aria-expanded={open === key}
              onClick={() => setOpen(open === key ? null : key)}
            >
              <span className={css.ruleName}>{said(letter.label, names.language)}</span>
              <span className="quiet">{said(letter.subject, names.language)}</span>
            </button>
            {open === key && (
              <LetterForm
                letter={letter}
                at={key}
                text={text}
                onEdit={onEdit}
                onRemove={() => onEdit(remove(text, ["letters", key]))}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const EMPTY: Letter = {
  label: { zh: "\u65b0\u4fe1\u51fd", en: "New letter" },
  subject: { zh: "{company}", en: "{company}" },
  body: { zh: "\u5c0a\u656c\u7684{customer}\uff1a\n\n{company}\n", en: "Dear {customer},\n\n{company}\n" },
};

interface LetterFormProps {
  letter: Letter;
  at: string;
  text: string;
  onEdit: Edit;
  onRemove: () => void;
}

const LANGUAGES = ["zh", "en"] as const;

function LetterForm({ letter, at, text, onEdit, onRemove }: LetterFormProps) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const purpose = letter.purpose ?? "general";
  const all = useGet("/letters").data?.placeholders ?? [];
  const offered = all.filter(({ purposes }) => purposes.includes(purpose));
  const strange = all.length ? placesIn(letter).filter((name) => !offered.some((each) => each.name === name)) : [];
  const caret = useRef<{ language: (typeof LANGUAGES)[number]; at: number }>({ language: "zh", at: -1 });
  const put = (path: string[], value: string) =>
    onEdit(set(text, ["letters", at, ...path], value), `${at}.${path.join(".")}`);
  function insert(name: string) {
    const { language, at: place } = caret.current;
    const body = letter.body[language];
    const end = place < 0 || place > body.length ? body.length : place;
    caret.current = { language, at: end + name.length + 2 };
    onEdit(set(text, ["letters", at, "body", language], inserted(body, end, name)));
  }
  return (
    <div className={css.ruleForm}>
      <LabelFields
        label={letter.label}
        onChange={(label) => onEdit(set(text, ["letters", at, "label"], label), `${at}.label`)}
      />
      <span className={css.field}>
        {t("letter.purpose")}
        <Select
          size="small"
          aria-label={t("letter.purpose")}
          value={purpose}
          options={PURPOSES.map((value) => ({ value, label: t(`letter.${value}`) }))}
          popupMatchSelectWidth={false}
          onChange={(value) => onEdit(setOrRemove(text, ["letters", at, "purpose"], value, value === "general"))}
        />
      </span>
      <fieldset className={css.places}>
        <legend>{t("letter.places")}</legend>
        {offered.map(({ name, label }) => (
          <Button key={name} size="small" title={`{${name}}`} onClick={() => insert(name)}>
            {label}
          </Button>
        ))}
      </fieldset>
      {strange.length > 0 && (
        <p className={css.bad} role="alert">
          {t("letter.strange", { places: format.list(strange.map((name) => `{${name}}`)) })}
        </p>
      )}
      <div className={css.letter}>
        {LANGUAGES.map((language) => (
          <div key={language} className={css.stacked} lang={language}>
            <Input
              size="small"
              prefix={<span className="muted">{t(`letter.subject_${language}`)}</span>}
              aria-label={t(`letter.subject_${language}`)}
              value={letter.subject[language]}
              maxLength={300}
              onChange={({ target }) => put(["subject", language], target.value)}
            />
            <Input.TextArea
              aria-label={t(`letter.body_${language}`)}
              value={letter.body[language]}
              autoSize={{ minRows: 8, maxRows: 28 }}
              maxLength={8000}
              onSelect={({ currentTarget }) => {
                caret.current = { language, at: currentTarget.selectionStart };
              }}
              onChange={({ target }) => put(["body", language], target.value)}
            />
          </div>
        ))}
      </div>
      <Button size="small" danger onClick={onRemove}>
        {t("letter.remove")}
      </Button>
    </div>
  );
}
