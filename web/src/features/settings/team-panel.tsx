/** One team: its name, its lead, and the stretches of days people belong to it. */
import { Button, Form, Input } from "antd";
import { Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useGet, useSend } from "@/api/hooks";
import { useCan, useToday } from "@/app/session";
import { showFieldProblems } from "@/ui/form";
import { SidePanel } from "@/ui/panel";
import { ProblemLine } from "@/ui/problem-line";
import { Select } from "@/ui/select";
import type { TeamRow } from "./model";
import css from "./team-panel.module.css";

interface MemberGiven {
  person_id: number;
  from_day: string;
  to_day: string | null;
}
interface Given {
  name: string;
  lead_id: number | null;
  members: MemberGiven[];
}

export function TeamPanel({ open, onClose }: { open: TeamRow | "new" | null; onClose: () => void }) {
  const { t } = useTranslation("settings");
  return (
    <SidePanel
      open={open !== null}
      onClose={onClose}
      title={open === "new" ? t("teams.add") : t("teams.change")}
      width={560}
    >
      {open !== null && <TeamForm team={open === "new" ? null : open} onClose={onClose} />}
    </SidePanel>
  );
}

function TeamForm({ team, onClose }: { team: TeamRow | null; onClose: () => void }) {
  const { t } = useTranslation(["settings", "common"]);
  const can = useCan();
  const [form] = Form.useForm<Given>();
  const people = useGet("/people");
  const done = { refreshes: ["/teams", "/people"], onDone: onClose };
  const add = useSend("post", "/teams", done);
  const change = useSend("patch", "/teams/{team_id}", done);
  const remove = useSend("delete", "/teams/{team_id}", done);
  const save = team ? change : add;
  const path = team ? { team_id: team.id } : undefined;
  const options = (people.data?.items ?? [])
    .filter(({ is_active, id }) => is_active || team?.members.some(({ person_id }) => person_id === id))
    .map(({ id, name, role }) => ({ value: id, label: `${name} · ${role.label}` }));

  function finish(given: Given) {
    const members = given.members.map((member) => ({
      ...member,
      to_day: member.to_day || null,
      is_lead: member.person_id === given.lead_id,
    }));
    const body = {
      name: given.name,
      lead_id: given.lead_id ?? null,
      members,
      ...(team ? { revision: team.revision } : {}),
    };
    save.mutate({ path, body }, { onError: (problem) => void showFieldProblems(form, problem) });
  }
  return (
    <Form<Given>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        name: team?.name ?? "",
        lead_id: team?.lead_id ?? null,
        members: (team?.members ?? []).map(({ person_id, from_day, to_day }) => ({ person_id, from_day, to_day })),
      }}
      onFinish={finish}
    >
      <Form.Item
        name="name"
        label={t("teams.name")}
        rules={[{ required: true, whitespace: true, message: t("missing") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="lead_id" label={t("teams.lead")} extra={t("teams.lead_words")}>
        <Select options={options} allowClear showSearch={{ optionFilterProp: "label" }} />
      </Form.Item>
      <Members options={options} />
      <ProblemLine problem={save.error ?? remove.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t("common:action.save")}
        </Button>
        {team && can("remove_team") && (
          <Button danger onClick={() => remove.mutate({ path })} loading={remove.isPending}>
            {t("teams.remove")}
          </Button>
        )}
      </div>
    </Form>
  );
}

function Members({ options }: { options: { value: number; label: string }[] }) {
  const today = useToday();
  const { t } = useTranslation(["settings", "common"]);
  return (
    <fieldset className={css.members}>
      <legend>{t("teams.members")}</legend>
      <Form.List name="members">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className={css.member}>
                <Form.Item name={[name, "person_id"]} rules={[{ required: true, message: t("missing") }]} noStyle>
                  <Select
                    options={options}
                    aria-label={t("teams.member")}
                    placeholder={t("teams.member")}
                    showSearch={{ optionFilterProp: "label" }}
                  />
                </Form.Item>
                <Form.Item name={[name, "from_day"]} rules={[{ required: true, message: t("missing") }]} noStyle>
                  <Input type="date" aria-label={t("teams.from")} title={t("teams.from")} />
                </Form.Item>
                <Form.Item name={[name, "to_day"]} noStyle>
                  <Input type="date" aria-label={t("teams.to")} title={t("teams.to")} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<X size={16} aria-hidden />}
                  aria-label={t("common:action.remove")}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button
              icon={<Plus size={16} aria-hidden />}
              onClick={() => add({ person_id: undefined, from_day: today, to_day: null })}
            >
              {t("teams.add_member")}
            </Button>
          </>
        )}
      </Form.List>
      <p className="muted">{t("teams.dates_words")}</p>
    </fieldset>
  );
}
