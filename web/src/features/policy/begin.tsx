/** Go on with a change of one's own, or begin another. */
import { Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useGet, useSend } from "@/api/hooks";
import { ProblemLine } from "@/ui/problem-line";
import { PlainTag } from "@/ui/tags";
import { type Change, isEditable, type Kind } from "./model";
import css from "./policy.module.css";

export function BeginChange({ kind, restores, onClose }: { kind: Kind; restores?: number; onClose: () => void }) {
  const { t } = useTranslation("policy");
  const navigate = useNavigate();
  const [form] = Form.useForm<{ title: string }>();
  const mine = useGet("/policy-changes", { query: { limit: 50 } }, { enabled: restores === undefined });
  const path = restores === undefined ? "/policy-changes" : "/policy/{kind}/versions/{number}/restore";
  const begin = useSend<Change>("post", path, {
    refreshes: ["/policy-changes"],
    onDone: ({ id }) =>
      void navigate(restores === undefined ? `/policy/changes/${id}/${kind}` : `/policy/changes/${id}`),
  });
  const open = (mine.data?.items ?? []).filter(isEditable);
  const standard =
    restores === undefined
      ? t("begin.standard", { kind: t(`kind.${kind}`) })
      : t("begin.restored", { kind: t(`kind.${kind}`), number: restores });
  return (
    <Modal
      open
      title={t(restores === undefined ? "begin.title" : "begin.restore", { number: restores })}
      okText={t("begin.begin")}
      okButtonProps={{ loading: begin.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={480}
    >
      {open.length > 0 && (
        <>
          <p className="muted">{t("begin.go_on")}</p>
          <ul className={css.goOn}>
            {open.map(({ id, title, state }) => (
              <li key={id}>
                <Link to={`/policy/changes/${id}/${kind}`}>{title}</Link>
                <PlainTag>{state.label}</PlainTag>
              </li>
            ))}
          </ul>
        </>
      )}
      {restores !== undefined && <p className="muted">{t("begin.restore_words")}</p>}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ title: standard }}
        onFinish={({ title }) => begin.mutate({ path: { kind, number: restores ?? 0 }, body: { title } })}
      >
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
