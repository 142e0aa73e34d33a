/** Have other values of a rule's threshold tried on the past. */
import { Form, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useGet, useSend } from "@/api/hooks";
import type { components } from "@/api/schema";
import { ProblemLine } from "@/ui/problem-line";
import { Remark } from "@/ui/remark";
import { Select } from "@/ui/select";
import type { Economics, RuleFigures } from "./model";

interface SeekProps {
  rule: RuleFigures;
  terms: Economics["terms"];
  onClose: () => void;
}

const MONTHS = 12;

export function Seek({ rule, terms, onClose }: SeekProps) {
  const { t } = useTranslation("economics");
  const navigate = useNavigate();
  const [threshold, setThreshold] = useState(rule.thresholds[0]?.name ?? "");
  const days = useGet("/backtests/days", { query: { horizon_days: terms.horizon_days } });
  const matured = days.data?.days ?? [];
  const begin = useSend<components["schemas"]["BacktestDocument"]>("post", "/backtests", {
    refreshes: ["/backtests"],
    onDone: ({ id }) => void navigate(`/backtests/${id}`),
  });
  const { minutes_per_alert: _, ...prices } = terms;
  return (
    <Modal
      open
      title={t("seek.title", { rule: rule.label })}
      okText={t("seek.begin")}
      okButtonProps={{ loading: begin.isPending, disabled: !matured.length }}
      onOk={() =>
        begin.mutate({
          body: {
            search: { rule: rule.key, threshold },
            days: matured.slice(-MONTHS),
            terms: prices,
          },
        })
      }
      onCancel={onClose}
      width={480}
    >
      <p>{t("seek.words")}</p>
      <Form layout="vertical">
        <Form.Item label={t("seek.threshold")} htmlFor="threshold">
          <Select
            id="threshold"
            value={threshold}
            onChange={setThreshold}
            options={rule.thresholds.map(({ name, label, value }) => ({
              value: name,
              label: t("seek.now", { label, value }),
            }))}
          />
        </Form.Item>
      </Form>
      {days.data && (
        <Remark tone={matured.length ? "plain" : "medium"} role="status">
          {matured.length
            ? t("seek.days", { count: Math.min(matured.length, MONTHS), to: matured.at(-1) })
            : t("seek.none_matured", { count: terms.horizon_days })}
        </Remark>
      )}
      <ProblemLine problem={begin.error ?? days.error} />
    </Modal>
  );
}
