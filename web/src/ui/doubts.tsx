/** What may be wrong with a change that works: said one by one, and confirmed before it is sent again. */
import { Checkbox, Form } from "antd";
import { useTranslation } from "react-i18next";
import type { Problem } from "@/api/problem";

/** A refusal that only asks whether what may be wrong is meant. */
export const isDoubt = (problem: Problem | null | undefined): boolean => problem?.code === "doubts_unconfirmed";

function List({ problem }: { problem: Problem }) {
  const { t } = useTranslation();
  return (
    <section aria-label={t("doubts.title")} role="alert">
      <p>{t("doubts.found", { count: problem.fields.length })}</p>
      <ul>
        {problem.fields.map(({ field, message }) => (
          <li key={`${field} ${message}`}>{message}</li>
        ))}
      </ul>
    </section>
  );
}

/** In a form: the doubts, and a box without which it is not sent. */
export function DoubtsField({ problem, name = "confirmed" }: { problem: Problem; name?: string }) {
  const { t } = useTranslation();
  return (
    <>
      <List problem={problem} />
      <Form.Item
        name={name}
        valuePropName="checked"
        rules={[
          {
            validator: (_, value) => (value ? Promise.resolve() : Promise.reject(new Error(t("doubts.unconfirmed")))),
          },
        ]}
      >
        <Checkbox>{t("doubts.confirm", { count: problem.fields.length })}</Checkbox>
      </Form.Item>
    </>
  );
}

/** Outside a form. */
export function Doubts({
  problem,
  meant,
  onMeant,
}: {
  problem: Problem;
  meant: boolean;
  onMeant: (on: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <List problem={problem} />
      <Checkbox checked={meant} onChange={({ target }) => onMeant(target.checked)}>
        {t("doubts.confirm", { count: problem.fields.length })}
      </Checkbox>
    </>
  );
}
