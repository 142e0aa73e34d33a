/** The second factor: an authenticator app, and recovery codes for the day the phone is lost. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, Modal, QRCode } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { account } from "@/api/account";
import { asProblem, Problem } from "@/api/problem";
import { useSession } from "@/app/session";
import { Answer } from "@/ui/answer";
import { Section } from "@/ui/page";
import { ProblemLine } from "@/ui/problem-line";
import { useToast } from "@/ui/toast";
import { NotConfirmed, useAttempt } from "./reauthentication";
import css from "./settings.module.css";

interface Authenticator {
  type: "totp" | "recovery_codes";
  created_at: number;
  total_code_count?: number;
  unused_code_count?: number;
}
interface Secret {
  secret: string;
  totp_url: string;
}

const KEY = ["account", "authenticators"];

export function SecondFactor() {
  const { t } = useTranslation("settings");
  const query = useQuery<Authenticator[], Problem>({
    queryKey: KEY,
    queryFn: async () => (await account<Authenticator[]>("GET", "/account/authenticators")).data,
  });
  // Kept here, for what is shown below changes as soon as the app is accepted.
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <Section title={t("mfa.title")}>
      <Answer query={query} lines={2}>
        {(found) =>
          found.some(({ type }) => type === "totp") ? (
            <On authenticators={found} onCodes={setCodes} />
          ) : (
            <Off onCodes={setCodes} />
          )
        }
      </Answer>
      <Codes codes={codes} onClose={() => setCodes(null)} />
    </Section>
  );
}

/** Do something sensitive, then look again what there is. */
function useAct() {
  const attempt = useAttempt();
  const cache = useQueryClient();
  const toast = useToast();
  const { reload } = useSession();
  return async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await attempt(work);
      await cache.invalidateQueries({ queryKey: KEY });
      await reload();
      return true;
    } catch (error) {
      if (!(error instanceof NotConfirmed)) toast.failed(error);
      return false;
    }
  };
}

type OnCodes = (codes: string[]) => void;

function Off({ onCodes }: { onCodes: OnCodes }) {
  const { t } = useTranslation("settings");
  const act = useAct();
  const [secret, setSecret] = useState<Secret | null>(null);
  async function begin() {
    await act(async () => {
      try {
        await account("GET", "/account/authenticators/totp");
      } catch (error) {
        // allauth offers a new secret together with “there is none yet”
        if (!(error instanceof Problem && error.status === 404)) throw error;
        setSecret(error.params as unknown as Secret);
      }
    });
  }
  return (
    <div className={css.wide}>
      <p className={css.words}>{t("mfa.off")}</p>
      {!secret && (
        <Button style={{ marginTop: 12 }} onClick={() => void begin()}>
          {t("mfa.begin")}
        </Button>
      )}
      {secret && <Enrol secret={secret} onDone={onCodes} />}
    </div>
  );
}

async function recoveryCodes(): Promise<string[]> {
  const { data } = await account<{ unused_codes?: string[] }>("POST", "/account/authenticators/recovery-codes");
  return data.unused_codes ?? [];
}

function Enrol({ secret, onDone }: { secret: Secret; onDone: OnCodes }) {
  const { t } = useTranslation("settings");
  const attempt = useAttempt();
  const cache = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  async function activate(code: string) {
    setBusy(true);
    setProblem(null);
    try {
      await attempt(() => account("POST", "/account/authenticators/totp", { code: code.replaceAll(" ", "") }));
      onDone(await attempt(recoveryCodes));
    } catch (error) {
      if (!(error instanceof NotConfirmed)) setProblem(asProblem(error));
    } finally {
      setBusy(false);
      await cache.invalidateQueries({ queryKey: KEY });
    }
  }
  return (
    <div className={css.qr} style={{ marginTop: 16 }}>
      {/* those who cannot see it type the secret beside it */}
      <div aria-hidden>
        <QRCode value={secret.totp_url} type="svg" size={148} bordered={false} color="#18181b" />
      </div>
      <div style={{ flex: 1, minWidth: 240 }}>
        <p>{t("mfa.scan")}</p>
        <code className={css.secret} style={{ margin: "8px 0 16px" }}>
          {secret.secret}
        </code>
        <Form layout="vertical" requiredMark={false} onFinish={({ code }: { code: string }) => void activate(code)}>
          <Form.Item name="code" label={t("mfa.code")} rules={[{ required: true, message: t("missing") }]}>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={10} autoFocus style={{ width: 160 }} />
          </Form.Item>
          <ProblemLine problem={problem} />
          <Button type="primary" htmlType="submit" loading={busy}>
            {t("mfa.activate")}
          </Button>
        </Form>
      </div>
    </div>
  );
}

function On({ authenticators, onCodes }: { authenticators: readonly Authenticator[]; onCodes: OnCodes }) {
  const { t } = useTranslation("settings");
  const act = useAct();
  const recovery = authenticators.find(({ type }) => type === "recovery_codes");
  return (
    <div className={css.wide}>
      <p className={css.words}>{t("mfa.on", { count: recovery?.unused_code_count ?? 0 })}</p>
      <div className="row" style={{ marginTop: 12 }}>
        <Button onClick={() => void act(async () => onCodes(await recoveryCodes()))}>{t("mfa.new_codes")}</Button>
        <Button onClick={() => void act(() => account("DELETE", "/account/authenticators/totp"))}>
          {t("mfa.end")}
        </Button>
      </div>
    </div>
  );
}

function Codes({ codes, onClose }: { codes: string[] | null; onClose: () => void }) {
  const { t } = useTranslation(["settings", "common"]);
  return (
    <Modal
      open={codes !== null}
      title={t("mfa.codes")}
      onCancel={onClose}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={onClose}>
          {t("mfa.codes_kept")}
        </Button>
      }
      width={440}
    >
      <p className={css.words}>{t("mfa.codes_words")}</p>
      <div className={css.secret} style={{ marginTop: 12 }}>
        <ul className={css.codes}>
          {codes?.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
    </Modal>
  );
}
