/** What ended of a kind of definitions, with who, when and why; the way to end one, and the way back. */
import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useGet, useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { Section } from "@/ui/page";
import { ProblemLine } from "@/ui/problem-line";
import { Select } from "@/ui/select";
import { PlainTag } from "@/ui/tags";
import { Instant } from "@/ui/values";
import { type Change, ENDING, type Kind } from "./model";
import css from "./policy.module.css";

export function Retired({ kind }: { kind: Kind }) {
  const { t } = useTranslation("policy");
  const can = useCan();
  const [back, setBack] = useState<{ place: string; label: string } | null>(null);
  const query = useGet("/policy/{kind}/retired", { path: { kind } }, { enabled: ENDING.includes(kind) });
  if (!query.data?.items.length) return null;
  return (
    <Section title={t("retired.title")}>
      <Answer query={query}>
        {({ items }) => (
          <ul className={css.versions} aria-label={t("retired.title")}>
            {items.map(({ place, label, live_from, is_to_come, version, last_version, by, at, reason }) => (
              <li key={place}>
                <Link to={`/policy/${kind}?version=${last_version}`}>{label}</Link>
                <span className={css.reason}>
                  {reason || <span className="muted">{t("version.no_reason")}</span>}
                  <small className="muted">
                    {by === "starter" ? t("version.starter") : by} · <Instant value={at} /> ·{" "}
                    {t("retired.since", { day: live_from, number: version })}
                  </small>
                </span>
                <PlainTag>{t(is_to_come ? "retired.to_come" : "retired.tag")}</PlainTag>
                {!is_to_come && can("bring_back_definition") && (
                  <Button size="small" onClick={() => setBack({ place, label })}>
                    {t("retired.back")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {back && <Begin kind={kind} back={back} onClose={() => setBack(null)} />}
    </Section>
  );
}

export function Retire({ kind }: { kind: Kind }) {
  const { t } = useTranslation("policy");
  const can = useCan();
  const [open, setOpen] = useState(false);
  if (!ENDING.includes(kind) || !can("retire_definition")) return null;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("retired.retire")}</Button>
      {open && <Begin kind={kind} onClose={() => setOpen(false)} />}
    </>
  );
}

interface Wish {
  place: string;
  title: string;
}

function Begin({ kind, back, onClose }: { kind: Kind; back?: { place: string; label: string }; onClose: () => void }) {
  const { t } = useTranslation("policy");
  const navigate = useNavigate();
  const [form] = Form.useForm<Wish>();
  const query = useGet("/policy/{kind}/retired", { path: { kind } });
  const present = query.data?.present ?? {};
  const begin = useSend<Change>("post", back ? "/policy/{kind}/bring-back" : "/policy/{kind}/retire", {
    refreshes: ["/policy-changes", "/policy"],
    onDone: ({ id }) => void navigate(`/policy/changes/${id}`),
  });
  return (
    <Modal
      open
      title={back ? t("retired.back_title", { name: back.label }) : t("retired.retire_title")}
      okText={t("begin.begin")}
      okButtonProps={{ loading: begin.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={480}
    >
      <p className="muted">{t(back ? "retired.back_words" : "retired.retire_words")}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={back ? { place: back.place, title: t("retired.back_title", { name: back.label }) } : {}}
        onFinish={({ place, title }) => begin.mutate({ path: { kind }, body: { place, title } })}
      >
        <Form.Item
          name="place"
          label={t("retired.which")}
          hidden={!!back}
          rules={[{ required: true, message: t("retired.missing") }]}
        >
          <Select
            aria-label={t("retired.which")}
            showSearch
            optionFilterProp="label"
            options={Object.entries(present).map(([value, label]) => ({ value, label }))}
            onChange={(place: string) =>
              form.setFieldValue("title", t("retired.standard", { name: present[place] ?? place }).slice(0, 200))
            }
          />
        </Form.Item>
        <Form.Item
          name="title"
          label={t("begin.new")}
          rules={[{ required: true, whitespace: true, message: t("begin.missing") }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      <ProblemLine problem={begin.error} />
    </Modal>
  );
}
