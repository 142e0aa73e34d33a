/** What acting costs and saves, and what handling an alert takes: settings that stand in the address. */
import { Form, InputNumber, Modal } from "antd";
import { useTranslation } from "react-i18next";
import css from "./economics.module.css";
import { STANDARD, type State } from "./model";

interface TermsProps {
  state: State;
  onSet: (part: Partial<State>) => void;
  onClose: () => void;
}

const NAMES = ["margin", "avoided", "overdue_loss", "minutes"] as const;
type Name = (typeof NAMES)[number];
const MOST: Record<Name, number> = { margin: 100, avoided: 100, overdue_loss: 100, minutes: 10_000 };

export function Terms({ state, onSet, onClose }: TermsProps) {
  const { t } = useTranslation("economics");
  const [form] = Form.useForm<Record<Name, number>>();
  const initial = Object.fromEntries(NAMES.map((name) => [name, Number(state[name])]));
  return (
    <Modal
      open
      title={t("terms.title")}
      okText={t("terms.set")}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={480}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(given) => {
          onSet(Object.fromEntries(NAMES.map((name) => [name, String(given[name] ?? STANDARD[name])])));
          onClose();
        }}
      >
        <div className={css.pair}>
          {NAMES.map((name) => (
            <Form.Item key={name} name={name} label={t(`terms.${name}`)}>
              <InputNumber
                className={css.number}
                min={0}
                max={MOST[name]}
                suffix={name === "minutes" ? t("terms.unit") : "%"}
              />
            </Form.Item>
          ))}
        </div>
      </Form>
      <p className="muted">{t("terms.words")}</p>
    </Modal>
  );
}
