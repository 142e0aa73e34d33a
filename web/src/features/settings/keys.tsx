/** API keys: for other systems that bring facts in or read results out. */
import { Button, Form, Input, Modal, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useGet, useSend } from "@/api/hooks";
import type { components } from "@/api/schema";
import { useCan, useToday } from "@/app/session";
import { Answer } from "@/ui/answer";
import { showFieldProblems } from "@/ui/form";
import { useFormat } from "@/ui/format";
import { SidePanel } from "@/ui/panel";
import { ProblemLine } from "@/ui/problem-line";
import { Select } from "@/ui/select";
import { EmptyState } from "@/ui/states";
import { DataTable } from "@/ui/table";
import { PlainTag } from "@/ui/tags";
import { Day, Missing, Since } from "@/ui/values";
import type { KeyRow } from "./model";
import { Secret } from "./secret";
import css from "./settings.module.css";

type Added = components["schemas"]["KeyAdded"];
type Given = Omit<components["schemas"]["KeyNew"], "expires_on"> & { expires_on?: string };

export default function KeysPart() {
  const { t } = useTranslation("settings");
  const can = useCan();
  const query = useGet("/api-keys");
  const [adding, setAdding] = useState(false);
  const [added, setAdded] = useState<Added | null>(null);
  return (
    <>
      <div className={css.bar}>
        <p className={css.words}>{t("keys.words")}</p>
        {can("add_api_key") && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t("keys.add")}
          </Button>
        )}
      </div>
      <Answer
        query={query}
        isEmpty={({ items }) => !items.length}
        empty={<EmptyState title={t("keys.none")}>{t("keys.none_words")}</EmptyState>}
      >
        {({ items }) => <KeyTable keys={items} />}
      </Answer>
      <SidePanel open={adding} onClose={() => setAdding(false)} title={t("keys.add")}>
        <KeyForm
          onDone={(answer) => {
            setAdding(false);
            setAdded(answer);
          }}
        />
      </SidePanel>
      <SecretOnce added={added} onClose={() => setAdded(null)} />
    </>
  );
}

function KeyTable({ keys }: { keys: readonly KeyRow[] }) {
  const today = useToday();
  const { t } = useTranslation("settings");
  const format = useFormat();
  const can = useCan();
  const [revoking, setRevoking] = useState<KeyRow | null>(null);
  const revoke = useSend("delete", "/api-keys/{key_id}", { refreshes: ["/api-keys"], onDone: () => setRevoking(null) });
  return (
    <>
      <DataTable
        label={t("part.keys")}
        rows={keys}
        rowKey={({ id }) => String(id)}
        columns={[
          { key: "name", title: t("keys.name"), card: "title", render: ({ name }) => name },
          { key: "prefix", title: t("keys.prefix"), render: ({ prefix }) => <code>{prefix}…</code> },
          { key: "right", title: t("keys.right"), render: ({ right }) => t(`keys.${right}`) },
          {
            key: "scope",
            title: t("keys.scope"),
            render: ({ scope, teams }) => (scope === "all" ? t("keys.all") : format.list(teams)),
          },
          { key: "by", title: t("keys.by"), render: ({ created_by }) => created_by },
          { key: "at", title: t("keys.at"), render: ({ created_at }) => <Since value={created_at} /> },
          {
            key: "expires",
            title: t("keys.expires"),
            render: ({ expires_on }) => (expires_on ? <Day value={expires_on} /> : <Missing words={t("keys.never")} />),
          },
          {
            key: "state",
            title: t("people.state"),
            card: "badge",
            align: "right",
            render: (key) => {
              if (key.revoked_at) return <PlainTag>{t("keys.revoked")}</PlainTag>;
              if (key.expires_on && key.expires_on < today) return <PlainTag>{t("keys.expired")}</PlainTag>;
              if (!can("remove_api_key")) return t("keys.valid");
              return (
                <Button size="small" onClick={() => setRevoking(key)}>
                  {t("keys.revoke")}
                </Button>
              );
            },
          },
        ]}
      />
      <Modal
        open={revoking !== null}
        title={t("keys.revoke_title", { name: revoking?.name })}
        okText={t("keys.revoke")}
        okButtonProps={{ danger: true, loading: revoke.isPending }}
        onOk={() => revoking && revoke.mutate({ path: { key_id: revoking.id } })}
        onCancel={() => setRevoking(null)}
        width={440}
      >
        <p>{t("keys.revoke_words")}</p>
        <ProblemLine problem={revoke.error} />
      </Modal>
    </>
  );
}

function KeyForm({ onDone }: { onDone: (added: Added) => void }) {
  const today = useToday();
  const { t } = useTranslation("settings");
  const [form] = Form.useForm<Given>();
  const scope = Form.useWatch("scope", form);
  const teams = useGet("/teams");
  const add = useSend<Added>("post", "/api-keys", { isSecret: true, refreshes: ["/api-keys"], onDone });
  return (
    <Form<Given>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ right: "reader", scope: "all", team_ids: [] }}
      onFinish={({ expires_on, team_ids = [], ...given }) =>
        add.mutate(
          { body: { ...given, team_ids: given.scope === "teams" ? team_ids : [], expires_on: expires_on || null } },
          { onError: (problem) => void showFieldProblems(form, problem) },
        )
      }
    >
      <Form.Item
        name="name"
        label={t("keys.name")}
        extra={t("keys.name_words")}
        rules={[{ required: true, whitespace: true, message: t("missing") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="right" label={t("keys.right")} extra={t("keys.right_words")}>
        <Radio.Group options={(["reader", "writer"] as const).map((value) => ({ value, label: t(`keys.${value}`) }))} />
      </Form.Item>
      <Form.Item name="scope" label={t("keys.scope")}>
        <Radio.Group options={(["all", "teams"] as const).map((value) => ({ value, label: t(`keys.${value}`) }))} />
      </Form.Item>
      {scope === "teams" && (
        <Form.Item name="team_ids" label={t("part.teams")} rules={[{ required: true, message: t("missing") }]}>
          <Select
            mode="multiple"
            options={(teams.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
      <Form.Item name="expires_on" label={t("keys.expires")} extra={t("keys.expires_words")}>
        <Input type="date" min={today} style={{ width: 180 }} />
      </Form.Item>
      <ProblemLine problem={add.error} />
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        {t("keys.add")}
      </Button>
    </Form>
  );
}

function SecretOnce({ added, onClose }: { added: Added | null; onClose: () => void }) {
  const { t } = useTranslation("settings");
  if (!added) return null; // once it is closed, nothing of it is left in the page
  return (
    <Modal
      open
      title={t("keys.once")}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t("keys.kept")}
        </Button>
      }
    >
      <p className={css.words}>{t("keys.once_words")}</p>
      <Secret text={added.secret} />
    </Modal>
  );
}
