/** One person: add, change, invite again, switch off. */
import { Button, Form, Input, Modal, Radio, Switch } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useGet, useSend } from "@/api/hooks";
import type { components } from "@/api/schema";
import { useCan, useMe } from "@/app/session";
import { Answer } from "@/ui/answer";
import { showFieldProblems } from "@/ui/form";
import { useFormat } from "@/ui/format";
import { SidePanel } from "@/ui/panel";
import { ProblemLine } from "@/ui/problem-line";
import { Select } from "@/ui/select";
import { useToast } from "@/ui/toast";
import type { PersonDocument } from "./model";
import css from "./settings.module.css";

type Added = components["schemas"]["PersonAdded"];
type Given = components["schemas"]["PersonNew"] & { is_active?: boolean };

interface PersonPanelProps {
  open: number | "new" | null;
  onClose: () => void;
  /** No mail could carry the invitation: here is its link. */
  onLink: (link: string) => void;
}

export function PersonPanel({ open, onClose, onLink }: PersonPanelProps) {
  const { t } = useTranslation("settings");
  return (
    <SidePanel open={open !== null} onClose={onClose} title={open === "new" ? t("people.add") : t("people.change")}>
      {open === "new" && <NewPerson onClose={onClose} onLink={onLink} />}
      {typeof open === "number" && <OldPerson id={open} onClose={onClose} onLink={onLink} />}
    </SidePanel>
  );
}

function useInvited(onLink: (link: string) => void) {
  const { t } = useTranslation("settings");
  const toast = useToast();
  return ({ link, person }: Added) => {
    if (link) onLink(link);
    else toast.done(t("invitation.sent", { email: person.email }));
  };
}

function NewPerson({ onClose, onLink }: Omit<PersonPanelProps, "open">) {
  const { t } = useTranslation("settings");
  const told = useInvited(onLink);
  const [form] = Form.useForm<Given>();
  const add = useSend<Added>("post", "/people", {
    isSecret: true,
    refreshes: ["/people"],
    onDone: (answer) => {
      onClose();
      told(answer);
    },
  });
  return (
    <PersonForm
      form={form}
      initial={{ language: "zh", notify: "at_once", names_in_files: [], notify_address: "" }}
      onFinish={(body) => add.mutate({ body }, { onError: (problem) => void showFieldProblems(form, problem) })}
      footer={
        <>
          <ProblemLine problem={add.error} />
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {t("people.invite")}
          </Button>
        </>
      }
    />
  );
}

function OldPerson({ id, onClose, onLink }: Omit<PersonPanelProps, "open"> & { id: number }) {
  const query = useGet("/people/{person_id}", { path: { person_id: id } });
  return (
    <Answer query={query}>
      {(person) => <ChangePerson key={person.revision} person={person} onClose={onClose} onLink={onLink} />}
    </Answer>
  );
}

function ChangePerson({ person, onClose, onLink }: { person: PersonDocument } & Omit<PersonPanelProps, "open">) {
  const { t } = useTranslation(["settings", "common"]);
  const can = useCan();
  const toast = useToast();
  const told = useInvited(onLink);
  const [form] = Form.useForm<Given>();
  const path = { person_id: person.id };
  const save = useSend("patch", "/people/{person_id}", {
    refreshes: ["/people"],
    onDone: () => {
      toast.done(t("common:action.saved"));
      onClose();
    },
  });
  const invite = useSend<Added>("post", "/people/{person_id}/invitation", { isSecret: true, onDone: told });
  const { email, name, role, language, notify, notify_address, names_in_files, is_active } = person;
  return (
    <PersonForm
      form={form}
      person={person}
      initial={{
        email,
        name,
        role: role.code as Given["role"],
        language,
        notify,
        notify_address,
        names_in_files,
        is_active,
      }}
      disabled={!can("change_person")}
      onFinish={(given) =>
        save.mutate(
          { path, body: { ...given, revision: person.revision } },
          { onError: (problem) => void showFieldProblems(form, problem) },
        )
      }
      footer={
        <>
          <ProblemLine problem={save.error ?? invite.error} />
          <div className="row">
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {t("common:action.save")}
            </Button>
            {can("invite_person") && is_active && (
              <Button onClick={() => invite.mutate({ path })} loading={invite.isPending}>
                {person.has_logged_in ? t("people.reset") : t("people.invite_again")}
              </Button>
            )}
            {person.mfa && <ResetMfa person={person} />}
          </div>
        </>
      }
    />
  );
}

function ResetMfa({ person: { id, name } }: { person: PersonDocument }) {
  const { t } = useTranslation("settings");
  const can = useCan();
  const me = useMe();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const reset = useSend("delete", "/people/{person_id}/second-factor", {
    refreshes: ["/people"],
    onDone: () => {
      toast.done(t("people.mfa_was_reset"));
      setAsking(false);
    },
  });
  if (!can("reset_mfa") || id === me.id) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("people.reset_mfa")}</Button>
      <Modal
        open={isAsking}
        title={t("people.reset_mfa_title", { name })}
        okText={t("people.reset_mfa")}
        okButtonProps={{ danger: true, loading: reset.isPending }}
        onOk={() => reset.mutate({ path: { person_id: id } })}
        onCancel={() => setAsking(false)}
        width={440}
      >
        <p>{t("people.reset_mfa_words", { name })}</p>
        <ProblemLine problem={reset.error} />
      </Modal>
    </>
  );
}

interface PersonFormProps {
  form: ReturnType<typeof Form.useForm<Given>>[0];
  person?: PersonDocument;
  initial: Partial<Given>;
  disabled?: boolean;
  onFinish: (given: Given) => void;
  footer: React.ReactNode;
}

function PersonForm({ form, person, initial, disabled, onFinish, footer }: PersonFormProps) {
  const { t } = useTranslation(["settings", "common"]);
  const me = useMe();
  const format = useFormat();
  const roles = useGet("/roles");
  const required = [{ required: true, whitespace: true, message: t("missing") }];
  return (
    <Form<Given>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      disabled={disabled}
      onFinish={onFinish}
    >
      <Form.Item name="name" label={t("people.name")} rules={required}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="email" label={t("people.email")} extra={t("people.email_words")} rules={required}>
        <Input type="email" maxLength={254} autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={t("people.role")} rules={[{ required: true, message: t("missing") }]}>
        <Select
          options={(roles.data?.items ?? []).map(({ code, label }) => ({ value: code, label }))}
          loading={roles.isPending}
        />
      </Form.Item>
      <Form.Item name="names_in_files" label={t("people.names")} extra={t("people.names_words")}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[",", "\uff0c", "\u3001", ";"]} />
      </Form.Item>
      <Form.Item name="language" label={t("me.language")}>
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
      <Form.Item name="notify_address" label={t("me.notify_address")}>
        <Input type="email" maxLength={254} />
      </Form.Item>
      {person && (
        <>
          <Form.Item
            name="is_active"
            label={t("people.may_log_in")}
            valuePropName="checked"
            extra={t("people.may_words")}
          >
            <Switch disabled={person.id === me.id} />
          </Form.Item>
          <p className={css.words} style={{ marginBottom: 16 }}>
            {[format.list(person.teams), person.mfa && t("people.has_mfa")].filter(Boolean).join(" · ")}
          </p>
        </>
      )}
      {footer}
    </Form>
  );
}
