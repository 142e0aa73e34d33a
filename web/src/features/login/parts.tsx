/** The entrance and its forms. */
import { Button, Form, Input, type InputRef } from "antd";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { giveCode, logIn, type NextStep } from "@/api/account";
import { asProblem, type Problem } from "@/api/problem";
import { LanguageSwitch } from "@/app/language-switch";
import { Mark } from "@/ui/mark";
import css from "./login.module.css";
import { Picture } from "./picture";

export function Entrance({ children }: { children: ReactNode }) {
  const { t } = useTranslation(["login", "common"]);
  useEffect(() => {
    document.title = `${t("title")} · ${t("common:brand")}`;
  }, [t]);
  return (
    <div className={css.entrance}>
      <aside className={css.story}>
        <p className={css.brand}>
          <Mark size={24} />
          {t("brand")}
        </p>
        <div>
          <p className={css.claim}>{t("claim")}</p>
          <p className={css.words}>{t("words")}</p>
        </div>
        <Picture />
      </aside>
      <main className={css.door}>
        <div className={css.language}>
          <LanguageSwitch />
        </div>
        <div className={css.form}>{children}</div>
      </main>
    </div>
  );
}

/** Words for a refused log-in; the server's own where we have none. */
export function Refused({ problem }: { problem: Problem | null }) {
  const { t } = useTranslation("login");
  if (!problem) return null;
  const known = [
    "email_password_mismatch",
    "too_many_login_attempts",
    "incorrect_code",
    "too_many_requests",
    "offline",
  ];
  const code = problem.status === 429 ? "too_many_requests" : problem.code;
  const words = known.includes(code) ? t(`refused.${code as "offline"}`) : problem.message || t("refused.other");
  return (
    <p role="alert" className={css.refused}>
      {words}
    </p>
  );
}

/** One try at a time, with what came of it. */
export function useTry(onDone: () => unknown, onStep?: (step: NextStep) => void) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  async function attempt(work: () => Promise<NextStep | null>) {
    setBusy(true);
    setProblem(null);
    try {
      const step = await work();
      if (step && onStep) onStep(step);
      else await onDone();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  }
  return { busy, problem, attempt };
}

export function PasswordForm({ onDone, onCodeWanted }: { onDone: () => unknown; onCodeWanted: () => void }) {
  const { t } = useTranslation("login");
  const { busy, problem, attempt } = useTry(onDone, (step) => {
    if (step.wants("mfa_authenticate")) onCodeWanted();
  });
  return (
    <>
      <h1>{t("title")}</h1>
      <Form<{ email: string; password: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ email, password }) => void attempt(() => logIn(email.trim(), password))}
      >
        <Form.Item name="email" label={t("email")} rules={[{ required: true, message: t("email_missing") }]}>
          <Input type="email" autoComplete="username" autoFocus size="large" maxLength={254} />
        </Form.Item>
        <Form.Item name="password" label={t("password")} rules={[{ required: true, message: t("password_missing") }]}>
          <Input.Password autoComplete="current-password" size="large" maxLength={1024} />
        </Form.Item>
        <Refused problem={problem} />
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          {t("enter")}
        </Button>
      </Form>
      <p className={css.under}>
        <Link to="/login/forgotten">{t("forgotten")}</Link>
      </p>
    </>
  );
}

export function CodeForm({ onDone, onBack }: { onDone: () => unknown; onBack: () => void }) {
  const { t } = useTranslation("login");
  const { busy, problem, attempt } = useTry(onDone);
  const input = useRef<InputRef>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <>
      <h1>{t("code_title")}</h1>
      <p className={css.explained}>{t("code_words")}</p>
      <Form<{ code: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ code }) => void attempt(() => giveCode(code.replaceAll(" ", "")))}
      >
        <Form.Item name="code" label={t("code")} rules={[{ required: true, message: t("code_missing") }]}>
          <Input ref={input} autoComplete="one-time-code" inputMode="numeric" size="large" maxLength={32} />
        </Form.Item>
        <Refused problem={problem} />
        <Button type="primary" htmlType="submit" size="large" block loading={busy}>
          {t("confirm")}
        </Button>
      </Form>
      <p className={css.under}>
        <button type="button" className="plain" onClick={onBack}>
          {t("back")}
        </button>
      </p>
    </>
  );
}
