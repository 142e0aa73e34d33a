/** Name, language and how one wants to be told. */
import { Button, Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useSend } from "@/api/hooks";
import { useCan, useMe, useSession } from "@/app/session";
import { showFieldProblems } from "@/ui/form";
import { Fact, Facts, Section } from "@/ui/page";
import { ProblemLine } from "@/ui/problem-line";
import { useToast } from "@/ui/toast";
import css from "./settings.module.css";

interface Given {
  name: string;
  language: "zh" | "en";
  notify: "at_once" | "digest" | "off";
  notify_address: string;
}

export function Profile() {
  const { t } = useTranslation(["settings", "common"]);
  const me = useMe();
  const can = useCan();
  const { reload } = useSession();
  const toast = useToast();
  const [form] = Form.useForm<Given>();
  const save = useSend("patch", "/me", { onDone: () => toast.done(t("common:action.saved")) });
  const { name, language, notify, notify_address } = me;
  return (
    <Section title={t("me.profile")} hideTitle>
      <div className={css.form}>
        <Facts>
          <Fact label={t("me.email")}>{me.email}</Fact>
          <Fact label={t("me.role")}>{me.role.label}</Fact>
        </Facts>
        <Form<Given>
          form={form}
          layout="vertical"
          requiredMark={false}
          style={{ marginTop: 16 }}
          initialValues={{ name, language, notify, notify_address }}
          disabled={!can("change_me")}
          onFinish={(given) =>
            save.mutate(
              { body: { ...given, notify_address: given.notify_address.trim() } },
              { onSuccess: () => void reload(), onError: (problem) => void showFieldProblems(form, problem) },
            )
          }
        >
          <Form.Item
            name="name"
            label={t("me.name")}
            rules={[{ required: true, whitespace: true, message: t("missing") }]}
          >
            <Input maxLength={200} autoComplete="name" />
          </Form.Item>
          <Form.Item name="language" label={t("me.language")} extra={t("me.language_words")}>
            <Radio.Group
              options={[
                { value: "zh", label: t("common:language.zh-CN") },
                { value: "en", label: t("common:language.en") },
              ]}
            />
          </Form.Item>
          <Form.Item name="notify" label={t("me.notify")}>
            <Radio.Group
              options={(["at_once", "digest", "off"] as const).map((value) => ({ value, label: t(`notify.${value}`) }))}
            />
          </Form.Item>
          <Form.Item
            name="notify_address"
            label={t("me.notify_address")}
            extra={t("me.notify_address_words", { email: me.email })}
          >
            <Input type="email" maxLength={254} placeholder={me.email} />
          </Form.Item>
          <ProblemLine problem={save.error} />
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t("common:action.save")}
          </Button>
        </Form>
      </div>
    </Section>
  );
}
