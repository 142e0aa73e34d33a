/** What the file leaves open: each question with its possible answers and what they would make of the file. */
import { DatePicker, Radio } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "@/app/session";
import css from "./imports.module.css";
import { AS_OF_DAY, type Form, withAnswer } from "./model";
import type { Preview, Question } from "./types";

interface QuestionsProps {
  preview: Preview;
  form: Form;
  onChange: (form: Form) => void;
}

export function Questions(props: QuestionsProps) {
  return (
    <div className={css.questions}>
      {props.preview.questions.map((question) => (
        <Ask key={question.code + question.about} question={question} {...props} />
      ))}
    </div>
  );
}

function Ask({ question, preview, form, onChange }: QuestionsProps & { question: Question }) {
  const today = useToday();
  const { t } = useTranslation("imports");
  const [wantsDay, setWantsDay] = useState(false);
  function choose(value: string) {
    setWantsDay(value === AS_OF_DAY);
    if (value !== AS_OF_DAY) onChange(withAnswer(form, preview, question, value));
  }
  return (
    <fieldset className={css.question} style={{ border: 0, margin: 0, padding: 0 }}>
      <legend style={{ padding: 0, fontWeight: 500 }}>{question.message}</legend>
      <Radio.Group
        onChange={({ target }) => choose(String(target.value))}
        options={question.choices.map(({ value, label, example }) => ({
          value,
          label: (
            <>
              {label} {example && <span className={css.example}>{example}</span>}
            </>
          ),
        }))}
      />
      {wantsDay && (
        <DatePicker
          aria-label={t("as_of_day")}
          maxDate={dayjs(today)}
          onChange={(day) => day && onChange({ ...form, as_of_day: day.format("YYYY-MM-DD") })}
        />
      )}
    </fieldset>
  );
}
