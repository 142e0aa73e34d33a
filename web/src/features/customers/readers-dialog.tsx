/** Who may read of the customer besides its owner: see, let somebody, take back. */
import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useGet, useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { showFieldProblems } from "@/ui/form";
import { useFormat } from "@/ui/format";
import { ProblemLine } from "@/ui/problem-line";
import { Select } from "@/ui/select";
import css from "./customer.module.css";
import { useHere } from "./use-place";

const PATH = "/customers/{code}/readers/{person_id}";

export function Readers() {
  const { t } = useTranslation("customers");
  const can = useCan();
  const [open, setOpen] = useState(false);
  const { customer } = useHere();
  if (!can("customer_readers") || customer.is_past) return null;
  return (
    <>
      <button type="button" className={`plain ${css.change}`} onClick={() => setOpen(true)}>
        {t("readers.open")}
      </button>
      {open && <ReadersDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function ReadersDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("customers");
  const format = useFormat();
  const can = useCan();
  const { code, customer } = useHere();
  const query = useGet("/customers/{code}/readers", { path: { code } });
  const withdraw = useSend("delete", PATH, { refreshes: ["/customers"] });
  return (
    <Modal open title={t("readers.title", { name: customer.name })} footer={null} onCancel={onClose} width={480}>
      <p className={css.hint}>{t("readers.words")}</p>
      <Answer query={query} lines={3} isEmpty={({ items }) => !items.length} empty={<p>{t("readers.none")}</p>}>
        {({ items }) => (
          <ul className={css.readers} aria-label={t("readers.list")}>
            {items.map(({ id, name, since, until }) => (
              <li key={id} className="spread">
                <span>
                  {name}{" "}
                  <span className="quiet">
                    {until
                      ? t("readers.between", { since: format.day(since), until: format.day(until) })
                      : t("readers.since", { since: format.day(since) })}
                  </span>
                </span>
                {can("withdraw_reader") && customer.may_write && (
                  <Button
                    aria-label={t("readers.withdraw_from", { name })}
                    loading={withdraw.isPending && withdraw.variables.path?.person_id === id}
                    onClick={() => withdraw.mutate({ path: { code, person_id: id } })}
                  >
                    {t("readers.withdraw")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answer>
      <ProblemLine problem={withdraw.error} />
      {can("grant_reader") && customer.may_write && (
        <GrantForm taken={(query.data?.items ?? []).map(({ id }) => id)} ownerId={customer.owner?.id ?? null} />
      )}
    </Modal>
  );
}

interface Given {
  person: number;
  since?: string;
  until?: string;
}

function GrantForm({ taken, ownerId }: { taken: readonly number[]; ownerId: number | null }) {
  const { t } = useTranslation("customers");
  const { code } = useHere();
  const [form] = Form.useForm<Given>();
  const since = Form.useWatch("since", form);
  const people = useGet("/people");
  const grant = useSend("put", PATH, { refreshes: ["/customers"], onDone: () => form.resetFields() });
  const options = (people.data?.items ?? [])
    .filter(({ id, is_active }) => is_active && id !== ownerId && !taken.includes(id))
    .map(({ id, name, role }) => ({ value: id, label: t("owner.person", { name, role: role.label }) }));
  return (
    <Form<Given>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ person, since: from, until }) =>
        grant.mutate(
          { path: { code, person_id: person }, body: { since: from || null, until: until || null } },
          { onError: (problem) => void showFieldProblems(form, problem) },
        )
      }
    >
      <Form.Item name="person" label={t("readers.who")} rules={[{ required: true, message: t("readers.missing") }]}>
        <Select options={options} loading={people.isPending} showSearch={{ optionFilterProp: "label" }} />
      </Form.Item>
      <div className={css.stretch}>
        <Form.Item name="since" label={t("readers.from")} extra={t("readers.from_words")}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="until" label={t("readers.until")} extra={t("readers.until_words")}>
          <Input type="date" min={since} />
        </Form.Item>
      </div>
      <ProblemLine problem={people.error ?? grant.error} />
      <Button type="primary" htmlType="submit" loading={grant.isPending}>
        {t("readers.grant")}
      </Button>
    </Form>
  );
}
