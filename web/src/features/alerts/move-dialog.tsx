/** What a snooze, a resolve and an assignment need to know, for one alert or for many. */
import { DatePicker, Form, Input, Modal, Radio } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { asProblem, type Problem } from "@/api/problem";
import { useMe, useToday } from "@/app/session";
import { useFormat } from "@/ui/format";
import { ProblemLine } from "@/ui/problem-line";
import { Remark } from "@/ui/remark";
import { Select } from "@/ui/select";
import { useToast } from "@/ui/toast";
import css from "./alerts.module.css";
import { dayAfter, LONGEST_NOTE, LONGEST_SNOOZE_DAYS, type Move, SNOOZES } from "./list";
import { type Given, isOvertaken, useMove } from "./moves";
import type { Alert, AlertRow, Outcome } from "./types";

export type Asked = { move: Move; alerts: readonly AlertRow[] };

interface Filled {
  days?: number;
  until?: Dayjs;
  reason?: string;
  note?: string;
  owner?: number;
}

interface MoveDialogProps {
  asked: Asked;
  onClose: () => void;
  /** Called with those that could not be moved; none when all were. */
  onDone: (failed: Outcome[]) => void;
}

const OTHER_DAY = 0;
const USUAL_SNOOZE = 3;
const NOBODY = 0;

function givenOf(move: Move, filled: Filled, today: string): Given {
  if (move === "snooze") {
    return { until: filled.days ? dayAfter(today, filled.days) : filled.until?.format("YYYY-MM-DD") };
  }
  if (move === "resolve") return { reason: filled.reason, note: filled.note?.trim() };
  if (move === "assign") return { owner: filled.owner === NOBODY ? null : filled.owner };
  return {};
}

export function MoveDialog({ asked, onClose, onDone }: MoveDialogProps) {
  const today = useToday();
  const { t } = useTranslation("alerts");
  const { move, alerts } = asked;
  const [form] = Form.useForm<Filled>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [present, setPresent] = useState<Alert | null>(null);
  const { moveOne, moveMany, lookAgain, isBusy } = useMove();
  const toast = useToast();
  const body = useRef<HTMLDivElement>(null);
  const [first] = alerts;
  const single = alerts.length === 1 ? (present ?? first) : undefined;

  async function send(filled: Filled) {
    const given = givenOf(move, filled, today);
    setProblem(null);
    try {
      const failed = single
        ? await moveOne(single, move, given).then((): Outcome[] => [])
        : (await moveMany(alerts, move, given)).filter(({ ok }) => !ok);
      const count = alerts.length - failed.length;
      if (count) toast.done(t(`done.${move}`, { count, name: first?.customer.name ?? first?.customer.code }));
      onDone(failed);
    } catch (error) {
      const refused = asProblem(error);
      if (single && isOvertaken(refused)) setPresent(await lookAgain(single.id).catch(() => null));
      setProblem(refused);
    }
  }
  return (
    <Modal
      open
      title={single ? t(`move.${move}`) : t(`ask.${move}`, { count: alerts.length })}
      okText={t(`move.${move}`)}
      okButtonProps={{ loading: isBusy, disabled: single && !single.allowed.includes(move) }}
      onOk={() => form.submit()}
      onCancel={onClose}
      afterOpenChange={(isOpen) => isOpen && focusFirst(body.current)}
      width={480}
      destroyOnHidden
    >
      <div ref={body}>
        {single && (
          <p className={css.about}>
            {single.rule.label} · {single.customer.name}
          </p>
        )}
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ days: USUAL_SNOOZE }}
          onFinish={(filled) => void send(filled)}
        >
          <Fields move={move} single={single} />
        </Form>
        {present && isOvertaken(problem ?? ({} as Problem)) ? (
          <OvertakenWords alert={present} move={move} />
        ) : (
          <ProblemLine problem={problem} />
        )}
      </div>
    </Modal>
  );
}

/** The dialog was opened to answer, not to be closed. */
function focusFirst(body: HTMLElement | null): void {
  const first =
    body?.querySelector<HTMLElement>("input:checked") ?? body?.querySelector<HTMLElement>("input, textarea");
  first?.focus();
}

function Fields({ move, single }: { move: Move; single: AlertRow | undefined }) {
  if (move === "snooze") return <SnoozeFields />;
  if (move === "resolve") return <ResolveFields />;
  if (move === "assign") return <AssignFields single={single} />;
  return null;
}

function SnoozeFields() {
  const today = useToday();
  const { t } = useTranslation("alerts");
  const format = useFormat();
  const days = Form.useWatch<number | undefined>("days");
  const choices = [
    ...SNOOZES.map((value) => ({
      value,
      label: t("snooze.days", { count: value }),
      note: format.day(dayAfter(today, value)),
    })),
    { value: OTHER_DAY, label: t("snooze.until"), note: "" },
  ];
  return (
    <>
      <Form.Item name="days" label={t("snooze.how_long")} help={t("snooze.help")}>
        <Radio.Group className={css.choices}>
          {choices.map(({ value, label, note }) => (
            <Radio key={value} value={value}>
              {label} {note && <span className="muted num">{note}</span>}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {days === OTHER_DAY && (
        <Form.Item name="until" label={t("snooze.until")} rules={[{ required: true, message: t("snooze.missing") }]}>
          <DatePicker minDate={dayjs(today).add(1, "day")} maxDate={dayjs(today).add(LONGEST_SNOOZE_DAYS, "day")} />
        </Form.Item>
      )}
    </>
  );
}

function ResolveFields() {
  const { t } = useTranslation("alerts");
  const reasons = useGet("/alerts/reasons");
  return (
    <>
      <Form.Item
        name="reason"
        label={t("resolve.reason")}
        rules={[{ required: true, message: t("resolve.reason_missing") }]}
      >
        <Radio.Group className={css.choices}>
          {(reasons.data?.items ?? []).map(({ code, label }) => (
            <Radio key={code} value={code}>
              {label}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <ProblemLine problem={reasons.error} />
      <Form.Item
        name="note"
        label={t("resolve.note")}
        rules={[{ required: true, whitespace: true, message: t("resolve.note_missing") }]}
      >
        <Input.TextArea rows={3} maxLength={LONGEST_NOTE} placeholder={t("resolve.note_hint")} />
      </Form.Item>
    </>
  );
}

function AssignFields({ single }: { single: AlertRow | undefined }) {
  const { t } = useTranslation("alerts");
  const me = useMe();
  const people = useGet("/people");
  const others = (people.data?.items ?? []).filter(({ id, is_active = true }) => is_active && id !== me.id);
  const options = [
    { value: me.id, label: t("assign.me", { name: me.name }) },
    ...others.map(({ id, name, role }) => ({ value: id, label: t("assign.person", { name, role: role.label }) })),
    ...(single?.owner ? [{ value: NOBODY, label: t("assign.nobody") }] : []),
  ];
  return (
    <>
      <Form.Item name="owner" label={t("assign.to")} initialValue={me.id} rules={[{ required: true }]}>
        <Select options={options} loading={people.isPending} showSearch={{ optionFilterProp: "label" }} />
      </Form.Item>
      <ProblemLine problem={people.error} />
    </>
  );
}

/** Somebody was quicker: what they did, and that nothing typed is lost. */
function OvertakenWords({ alert, move }: { alert: Alert; move: Move }): ReactNode {
  const { t } = useTranslation("alerts");
  const format = useFormat();
  const last = alert.events.at(-1);
  return (
    <Remark tone="medium" role="alert">
      {last && t("overtaken.what", { who: last.actor, at: format.since(last.at), what: last.words })}{" "}
      {t(alert.allowed.includes(move) ? "overtaken.again" : "overtaken.too_late")}
    </Remark>
  );
}
