/** Mail: the server it goes out by, and a trial to oneself. */
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useGet, useSend } from "@/api/hooks";
import type { components } from "@/api/schema";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { showFieldProblems } from "@/ui/form";
import { ProblemLine } from "@/ui/problem-line";
import { Remark } from "@/ui/remark";
import { useToast } from "@/ui/toast";
import css from "./settings.module.css";

type Mail = components["schemas"]["MailSettings"];
type Trial = components["schemas"]["MailTrial"];
interface Given {
  url: string;
  sender: string;
  password?: string;
}

export default function MailPart() {
  const { t } = useTranslation("settings");
  const query = useGet("/settings/mail");
  return (
    <>
      <p className={css.words}>{t("mail.words")}</p>
      <Answer query={query}>{(mail) => <MailForm key={mail.revision} mail={mail} />}</Answer>
    </>
  );
}

function MailForm({ mail }: { mail: Mail }) {
  const { t } = useTranslation(["settings", "common"]);
  const can = useCan();
  const toast = useToast();
  const [form] = Form.useForm<Given>();
  const mayChange = can("change_mail_settings") && !mail.from_environment;
  const save = useSend("put", "/settings/mail", {
    refreshes: ["/settings/mail"],
    onDone: () => toast.done(t("common:action.saved")),
  });
  return (
    <div className={`${css.form} stack`}>
      {mail.from_environment && <Remark>{t("mail.from_environment")}</Remark>}
      {mail.secret_lost && (
        <Remark tone="medium" role="alert">
          {t("mail.secret_lost")}
        </Remark>
      )}
      <Form<Given>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={!mayChange}
        initialValues={{ url: mail.url, sender: mail.sender }}
        onFinish={({ url, sender, password }) =>
          save.mutate(
            { body: { url: url.trim(), sender: sender.trim(), password: password || null, revision: mail.revision } },
            { onError: (problem) => void showFieldProblems(form, problem) },
          )
        }
      >
        <Form.Item name="url" label={t("mail.url")} extra={t("mail.url_words")}>
          <Input maxLength={500} placeholder={t("mail.url_example")} spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="password"
          label={t("mail.password")}
          extra={mail.has_password ? t("mail.password_kept") : undefined}
        >
          <Input.Password autoComplete="new-password" maxLength={500} />
        </Form.Item>
        <Form.Item name="sender" label={t("mail.sender")}>
          <Input type="email" maxLength={254} placeholder={t("mail.sender_example")} />
        </Form.Item>
        <ProblemLine problem={save.error} />
        {mayChange && (
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t("common:action.save")}
          </Button>
        )}
      </Form>
      {can("test_mail") && mail.url && <TryIt />}
    </div>
  );
}

function TryIt() {
  const { t } = useTranslation("settings");
  const trial = useSend<Trial>("post", "/settings/mail/test");
  const { data } = trial;
  return (
    <div className="stack">
      <div>
        <Button onClick={() => trial.mutate({})} loading={trial.isPending}>
          {t("mail.try")}
        </Button>
      </div>
      <ProblemLine problem={trial.error} />
      {data && (
        <Remark tone={data.sent ? "plain" : "high"} role="status">
          {data.sent ? t("mail.sent", { address: data.address }) : t("mail.failed", { error: data.error })}
        </Remark>
      )}
    </div>
  );
}
