/** What a page shows when it has nothing, may show nothing, or failed. */
import { Button } from "antd";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { codeOf, type Problem } from "@/api/problem";
import { searchFrom, TODAY } from "./moment-asked";
import css from "./states.module.css";

interface StateProps {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  whole?: boolean;
  alert?: boolean;
}

/** Nothing here yet: say what would be here and what to do next. */
export function EmptyState({ title, children, action, whole = false, alert = false }: StateProps) {
  return (
    <div className={whole ? `${css.state} ${css.whole}` : css.state} role={alert ? "alert" : undefined}>
      <p className={css.title}>{title}</p>
      {children && <div className={css.words}>{children}</div>}
      {action && <div className={css.action}>{action}</div>}
    </div>
  );
}

/** A refused or failed question; 403 and 404 have words of their own. */
export function ErrorState({ problem, onRetry, whole }: { problem: Problem; onRetry?: () => void; whole?: boolean }) {
  const { t } = useTranslation();
  const seconds = useCountdown(problem.retryAfter);
  // the server's words name the operation, which says nothing to people
  if (problem.status === 403) return <NoPermission words={problem.code === "role_may_not" ? "" : problem.message} />;
  const code = codeOf(problem);
  const title =
    problem.code === "offline"
      ? t("state.offline")
      : problem.code === "broken_page"
        ? t("state.broken_page")
        : problem.code === "bad_fields" && isOfMoment(problem)
          ? t("state.bad_day")
          : problem.message || t("state.failed");
  return (
    <EmptyState
      title={title}
      whole={whole}
      alert
      action={
        onRetry &&
        problem.status !== 404 && (
          <Button onClick={onRetry} disabled={seconds > 0}>
            {seconds > 0 ? t("state.retry_in", { seconds }) : t("state.retry")}
          </Button>
        )
      }
    >
      {problem.fields.map(({ field, message }) => (
        <p key={field}>{t("state.field", { field, message })}</p>
      ))}
      {isOfMoment(problem) && <a href={withoutMoment()}>{t("state.to_today")}</a>}
      {code && <p>{t("state.failed_words")}</p>}
      {code && <p className={css.code}>{t("state.code", { code })}</p>}
    </EmptyState>
  );
}

/** Whether the day in the address is what is wrong. */
function isOfMoment({ code, fields }: Problem): boolean {
  const names = fields.map(({ field }) => field);
  return ["day_to_come", "day_before_facts"].includes(code) || names.some((name) => /^(as_of|known_on)$/.test(name));
}

function withoutMoment(): string {
  const search = searchFrom(new URLSearchParams(location.search), TODAY);
  return `${location.pathname}?${search}`;
}

export function NoPermission({ words }: { words?: string }) {
  const { t } = useTranslation();
  return (
    <EmptyState title={t("state.no_permission")} alert>
      <p>{words || t("state.no_permission_words")}</p>
    </EmptyState>
  );
}

function useCountdown(from: number | undefined): number {
  const [left, setLeft] = useState(from ?? 0);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return left;
}
