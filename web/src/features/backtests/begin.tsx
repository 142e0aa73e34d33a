/** Begin a back-test: of what, over how many month-ends, on which terms. */
import { Form, InputNumber, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useGet, useSend } from "@/api/hooks";
import { ProblemLine } from "@/ui/problem-line";
import { Remark } from "@/ui/remark";
import { Select } from "@/ui/select";
import css from "./backtests.module.css";
import type { Backtest } from "./model";

interface Wish {
  change: number | null;
  months: number;
  horizon: number;
  margin: number;
  avoided: number;
  overdue_loss: number;
  people: number;
}

const STANDARD = { months: 12, horizon: 180, margin: 15, avoided: 50, overdue_loss: 50, people: 1 };
const LIVE = 0;
const TRIED = ["draft", "submitted", "refused", "withdrawn"];

export function Begin({ change, onClose }: { change: number | null; onClose: () => void }) {
  const { t } = useTranslation("backtests");
  const navigate = useNavigate();
  const [form] = Form.useForm<Wish>();
  const horizon: number = Form.useWatch("horizon", form) ?? STANDARD.horizon;
  const changes = useGet("/policy-changes", { query: { limit: 100 } });
  const days = useGet("/backtests/days", { query: { horizon_days: horizon } }, { keep: true });
  const matured = days.data?.days ?? [];
  const begin = useSend<Backtest>("post", "/backtests", {
    refreshes: ["/backtests"],
    onDone: ({ id }) => void navigate(`/backtests/${id}`),
  });
  const open = (changes.data?.items ?? []).filter(({ state }) => TRIED.includes(state.code));
  const permille = (percent: number) => Math.round(percent * 10);
  return (
    <Modal
      open
      title={t("begin.title")}
      okText={t("begin.begin")}
      okButtonProps={{ loading: begin.isPending, disabled: !matured.length }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={520}
    >
      <Form<Wish>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...STANDARD, change: change ?? LIVE }}
        onFinish={(wish) =>
          begin.mutate({
            body: {
              change: wish.change || null,
              days: matured.slice(-wish.months),
              terms: {
                horizon_days: wish.horizon,
                margin_permille: permille(wish.margin),
                avoided_permille: permille(wish.avoided),
                overdue_loss_permille: permille(wish.overdue_loss),
                people: wish.people,
              },
            },
          })
        }
      >
        <Form.Item name="change" label={t("begin.what")} extra={t("begin.what_words")}>
          <Select
            loading={changes.isPending}
            options={[
              { value: LIVE, label: t("tried.live") },
              ...open.map(({ id, title }) => ({ value: id, label: t("begin.change", { title, number: id }) })),
            ]}
          />
        </Form.Item>
        <div className={css.pair}>
          <Amount name="months" label={t("begin.months")} min={1} max={60} unit={t("begin.months_unit")} />
          <Amount name="horizon" label={t("begin.horizon")} min={30} max={730} unit={t("begin.days_unit")} />
          <Amount name="margin" label={t("begin.margin")} min={0} max={100} unit="%" />
          <Amount name="avoided" label={t("begin.avoided")} min={0} max={100} unit="%" />
          <Amount name="overdue_loss" label={t("begin.overdue_loss")} min={0} max={100} unit="%" />
          <Amount name="people" label={t("begin.people")} min={1} max={10_000} unit={t("begin.people_unit")} />
        </div>
      </Form>
      {days.data && (
        <Remark tone={matured.length ? "plain" : "medium"} role="status">
          {matured.length
            ? t("begin.matured", { count: matured.length, from: matured[0], to: matured.at(-1) })
            : t("begin.none_matured", { count: horizon })}
        </Remark>
      )}
      <ProblemLine problem={begin.error ?? days.error} />
    </Modal>
  );
}

interface AmountProps {
  name: keyof Wish;
  label: string;
  min: number;
  max: number;
  unit: string;
}

function Amount({ name, label, min, max, unit }: AmountProps) {
  const { t } = useTranslation("backtests");
  const rules = [{ required: true, message: t("begin.missing") }];
  return (
    <Form.Item name={name} label={label} rules={rules}>
      <InputNumber min={min} max={max} suffix={unit} className={css.number} />
    </Form.Item>
  );
}
