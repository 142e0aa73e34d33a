/** Who votes for me while I am away, and for whom I vote. */
import { Button, DatePicker, Form } from "antd";
import type { Dayjs } from "dayjs";
import { useTranslation } from "react-i18next";
import { useGet, useSend } from "@/api/hooks";
import type { components } from "@/api/schema";
import { useCan, useMe } from "@/app/session";
import { Answer } from "@/ui/answer";
import { Section } from "@/ui/page";
import { ProblemLine } from "@/ui/problem-line";
import { Select } from "@/ui/select";
import { useToast } from "@/ui/toast";
import css from "./approvals.module.css";

type Row = components["schemas"]["DeputyRow"];

export function Deputies() {
  const { t } = useTranslation("approvals");
  const me = useMe();
  const can = useCan();
  const query = useGet("/deputies");
  return (
    <div className={css.request}>
      <p className="quiet">{t("deputies.words")}</p>
      <Answer query={query}>
        {({ items }) => (
          <>
            <Section title={t("deputies.for_me")}>
              <Rows rows={items.filter(({ person }) => person.id === me.id)} mine />
              {can("add_deputy") && <NewDeputy />}
            </Section>
            <Section title={t("deputies.for_others")}>
              <Rows rows={items.filter(({ deputy }) => deputy.id === me.id)} />
            </Section>
          </>
        )}
      </Answer>
    </div>
  );
}

function Rows({ rows, mine = false }: { rows: readonly Row[]; mine?: boolean }) {
  const { t } = useTranslation("approvals");
  const toast = useToast();
  const end = useSend("delete", "/deputies/{deputy_entry}", {
    refreshes: ["/deputies", "/approvals"],
    onDone: () => toast.done(t("deputies.ended")),
  });
  if (!rows.length) return <p className="muted">{t("deputies.none")}</p>;
  return (
    <ul className={css.votes}>
      {rows.map(({ id, person, deputy, from_day, to_day }) => (
        <li key={id}>
          <span>{mine ? deputy.name : person.name}</span>
          <span className="num muted">{t("deputies.range", { from: from_day, to: to_day })}</span>
          {mine && (
            <Button size="small" onClick={() => end.mutate({ path: { deputy_entry: id } }, { onError: toast.failed })}>
              {t("deputies.end")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

interface Given {
  deputy_id: number;
  from: Dayjs;
  to: Dayjs;
}

function NewDeputy() {
  const { t } = useTranslation("approvals");
  const me = useMe();
  const toast = useToast();
  const [form] = Form.useForm<Given>();
  const people = useGet("/people");
  const add = useSend("post", "/deputies", {
    refreshes: ["/deputies", "/approvals"],
    onDone: () => {
      form.resetFields();
      toast.done(t("deputies.added"));
    },
  });
  const options = (people.data?.items ?? [])
    .filter(({ id, is_active }) => is_active && id !== me.id)
    .map(({ id, name, role }) => ({ value: id, label: `${name} · ${role.label}` }));
  const needed = [{ required: true, message: t("deputies.missing") }];
  return (
    <Form<Given>
      form={form}
      layout="vertical"
      requiredMark={false}
      className={css.deputy}
      onFinish={({ deputy_id, from, to }) =>
        add.mutate({ body: { deputy_id, from_day: from.format("YYYY-MM-DD"), to_day: to.format("YYYY-MM-DD") } })
      }
    >
      <Form.Item name="deputy_id" label={t("deputies.who")} rules={needed}>
        <Select options={options} showSearch={{ optionFilterProp: "label" }} />
      </Form.Item>
      <Form.Item name="from" label={t("deputies.from")} rules={needed}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="to" label={t("deputies.to")} rules={needed}>
        <DatePicker />
      </Form.Item>
      <Button htmlType="submit" loading={add.isPending}>
        {t("deputies.add")}
      </Button>
      <ProblemLine problem={add.error} />
    </Form>
  );
}
