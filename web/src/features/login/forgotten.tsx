/** Ask for a link to set a new password. The answer is the same whether the address is known or not. */
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { askForReset } from "@/api/account";
import css from "./login.module.css";
import { Entrance, Refused, useTry } from "./parts";

export default function ForgottenPage() {
  const { t } = useTranslation("login");
  const [sent, setSent] = useState(false);
  const { busy, problem, attempt } = useTry(() => setSent(true));
  return (
    <Entrance>
      <h1>{t("forgotten_title")}</h1>
      {sent ? (
        <p role="status">{t("forgotten_sent")}</p>
      ) : (
        <>
          <p className={css.explained}>{t("forgotten_words")}</p>
          <Form<{ email: string }>
            layout="vertical"
            requiredMark={false}
            onFinish={({ email }) =>
              void attempt(async () => {
                await askForReset(email.trim());
                return null;
              })
            }
          >
            <Form.Item name="email" label={t("email")} rules={[{ required: true, message: t("email_missing") }]}>
              <Input type="email" autoComplete="username" autoFocus size="large" maxLength={254} />
            </Form.Item>
            <Refused problem={problem} />
            <Button type="primary" htmlType="submit" size="large" block loading={busy}>
              {t("forgotten_send")}
            </Button>
          </Form>
        </>
      )}
      <p className={css.under}>
        <Link to="/login">{t("back")}</Link>
      </p>
    </Entrance>
  );
}
