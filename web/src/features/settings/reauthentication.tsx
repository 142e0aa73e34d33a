/** Sensitive changes ask for the password once more when the log-in was long ago. */
import { Form, Input, Modal } from "antd";
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { account, NextStep } from "@/api/account";
import { asProblem, type Problem } from "@/api/problem";
import { ProblemLine } from "@/ui/problem-line";

type Attempt = <T>(work: () => Promise<T>) => Promise<T>;
interface Waiting {
  again: () => Promise<void>;
  stop: (why: unknown) => void;
}

const AttemptContext = createContext<Attempt | null>(null);

/** Somebody was asked for the password and chose not to give it: nothing happened, and nothing is wrong. */
export class NotConfirmed extends Error {}

export function Reauthentication({ children }: { children: ReactNode }) {
  const { t } = useTranslation(["settings", "common"]);
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const waiting = useRef<Waiting>(null);
  const [form] = Form.useForm<{ password: string }>();

  const attempt = useCallback<Attempt>(async (work) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NextStep && error.flows.some(({ id }) => id.includes("reauthenticate")))) throw error;
      setProblem(null);
      setOpen(true);
      return await new Promise((done, stop) => {
        waiting.current = { again: () => work().then(done, stop), stop };
      });
    }
  }, []);

  async function confirm({ password }: { password: string }) {
    try {
      await account("POST", "/auth/reauthenticate", { password });
      setOpen(false);
      await waiting.current?.again();
    } catch (error) {
      setProblem(asProblem(error));
    }
  }
  return (
    <AttemptContext value={attempt}>
      {children}
      <Modal
        open={open}
        title={t("again.title")}
        okText={t("common:action.confirm")}
        onOk={() => form.submit()}
        onCancel={() => {
          setOpen(false);
          waiting.current?.stop(new NotConfirmed());
        }}
        width={400}
        destroyOnHidden
      >
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          preserve={false}
          onFinish={(given) => void confirm(given)}
        >
          <Form.Item
            name="password"
            label={t("again.password")}
            rules={[{ required: true, message: t("again.missing") }]}
          >
            <Input.Password autoComplete="current-password" autoFocus maxLength={1024} />
          </Form.Item>
        </Form>
        <ProblemLine problem={problem} />
      </Modal>
    </AttemptContext>
  );
}

export function useAttempt(): Attempt {
  const attempt = useContext(AttemptContext);
  if (!attempt) throw new Error("useAttempt outside Reauthentication");
  return attempt;
}
