/** A decision that is recorded: what happens, why, and only then the button. */
import { Form, Input, Modal } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "@/api/problem";
import { DoubtsField, isDoubt } from "./doubts";
import { ProblemLine } from "./problem-line";
import { Select } from "./select";

interface ConfirmWithReasonProps {
  open: boolean;
  title: string;
  /** What will happen. */
  children?: ReactNode;
  /** Reasons to choose from; without them only words are asked. */
  reasons?: readonly { value: string; label: string }[];
  /** Whether words must be given; by default when there are no reasons to choose from. */
  needsNote?: boolean;
  confirm: string;
  danger?: boolean;
  busy?: boolean;
  problem?: Problem | null;
  /** `confirmed`: doubts that the server named in `problem` were looked at, and are meant. */
  onConfirm: (given: { reason: string; note: string; confirmed: boolean }) => void;
  onClose: () => void;
}

interface Given {
  reason?: string;
  note?: string;
  confirmed?: boolean;
}

export function ConfirmWithReason(props: ConfirmWithReasonProps) {
  const { open, title, children, reasons, confirm, danger, busy, problem, onConfirm, onClose } = props;
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const needsNote = props.needsNote ?? !reasons;
  return (
    <Modal
      open={open}
      title={title}
      okText={confirm}
      okButtonProps={{ danger, loading: busy }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={480}
      destroyOnHidden
    >
      {children && <div style={{ marginBottom: 16 }}>{children}</div>}
      <Form<Given>
        form={form}
        layout="vertical"
        preserve={false}
        requiredMark={false}
        onFinish={({ reason = "", note = "", confirmed = false }) =>
          onConfirm({ reason, note: note.trim(), confirmed })
        }
      >
        {reasons && (
          <Form.Item
            name="reason"
            label={t("confirm.reason")}
            rules={[{ required: true, message: t("confirm.reason_missing") }]}
          >
            <Select options={[...reasons]} />
          </Form.Item>
        )}
        <Form.Item
          name="note"
          label={needsNote ? t("confirm.note") : t("confirm.note_free")}
          rules={[{ required: needsNote, whitespace: true, message: t("confirm.note_missing") }]}
        >
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        {problem && isDoubt(problem) && <DoubtsField problem={problem} />}
      </Form>
      {!isDoubt(problem) && <ProblemLine problem={problem} />}
    </Modal>
  );
}
