/** Set a password by the link from a mail or from the administrator; the link works once. */
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { setPassword } from "@/api/account";
import { useSession } from "@/app/session";
import { LinkButton } from "@/ui/link-button";
import css from "./login.module.css";
import { Entrance, Refused, useTry } from "./parts";

export default function SetPasswordPage() {
  const { t } = useTranslation("login");
  const { key = "" } = useParams();
  const { reload } = useSession();
  const [isSet, setIsSet] = useState(false);
  const { busy, problem, attempt } = useTry(async () => {
    await reload();
    setIsSet(true);
  });
  return (
    <Entrance>
      <h1>{t("set_title")}</h1>
      {isSet ? (
        <div className="stack" role="status">
          <p>{t("set_done")}</p>
          <LinkButton to="/login" primary>
            {t("enter")}
          </LinkButton>
        </div>
      ) : (
        <>
          <p className={css.explained}>{t("set_words")}</p>
          <Form<{ password: string; again: string }>
            layout="vertical"
            requiredMark={false}
            onFinish={({ password }) =>
              void attempt(async () => {
                await setPassword(key, password);
                return null;
              })
            }
          >
            <Form.Item
              name="password"
              label={t("new_password")}
              rules={[{ required: true, message: t("password_missing") }]}
            >
              <Input.Password autoComplete="new-password" autoFocus size="large" maxLength={1024} />
            </Form.Item>
            <Form.Item
              name="again"
              label={t("again")}
              dependencies={["password"]}
              rules={[
                { required: true, message: t("again_missing") },
                ({ getFieldValue }) => ({
                  validator: async (_, value) => {
                    if (value && value !== getFieldValue("password")) throw new Error(t("again_differs"));
                  },
                }),
              ]}
            >
              <Input.Password autoComplete="new-password" size="large" maxLength={1024} />
            </Form.Item>
            <Refused problem={problem} />
            <Button type="primary" htmlType="submit" size="large" block loading={busy}>
              {t("set_save")}
            </Button>
          </Form>
          <p className={css.under}>
            <Link to="/login/forgotten">{t("set_again")}</Link>
          </p>
        </>
      )}
    </Entrance>
  );
}
