/** Change one's password. */
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { account } from "@/api/account";
import { asProblem, type Problem } from "@/api/problem";
import { showFieldProblems } from "@/ui/form";
import { Section } from "@/ui/page";
import { ProblemLine } from "@/ui/problem-line";
import { useToast } from "@/ui/toast";
import { NotConfirmed, useAttempt } from "./reauthentication";
import css from "./settings.module.css";

interface Given {
  current_password: string;
  new_password: string;
}

export function Password() {
  const { t } = useTranslation(["settings", "common"]);
  const attempt = useAttempt();
  const toast = useToast();
  const [form] = Form.useForm<Given>();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function change(given: Given) {
    setBusy(true);
    setProblem(null);
    try {
      await attempt(() => account("POST", "/account/password/change", given));
      toast.done(t("password.done"));
      setOpen(false);
    } catch (error) {
      if (!(error instanceof NotConfirmed) && !showFieldProblems(form, asProblem(error))) setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Section title={t("password.title")}>
      {!open && <Button onClick={() => setOpen(true)}>{t("password.change")}</Button>}
      {open && (
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          className={css.form}
          onFinish={(given) => void change(given)}
        >
          <Form.Item
            name="current_password"
            label={t("password.current")}
            rules={[{ required: true, message: t("missing") }]}
          >
            <Input.Password autoComplete="current-password" autoFocus maxLength={1024} />
          </Form.Item>
          <Form.Item
            name="new_password"
            label={t("password.new")}
            extra={t("password.words")}
            rules={[{ required: true, message: t("missing") }]}
          >
            <Input.Password autoComplete="new-password" maxLength={1024} />
          </Form.Item>
          <ProblemLine problem={problem} />
          <div className="row">
            <Button type="primary" htmlType="submit" loading={busy}>
              {t("password.change")}
            </Button>
            <Button onClick={() => setOpen(false)}>{t("common:action.cancel")}</Button>
          </div>
        </Form>
      )}
    </Section>
  );
}
