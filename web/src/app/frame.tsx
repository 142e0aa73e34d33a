/** What stands around a page: the shell for those signed in, a place to fall for a page that breaks. */
import { Component, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, Outlet, useLocation } from "react-router";
import { asProblem } from "@/api/problem";
import { LinkButton } from "@/ui/link-button";
import { Loading } from "@/ui/loading";
import { EmptyState, ErrorState } from "@/ui/states";
import { useSession } from "./session";
import { Shell } from "./shell";

/** Everything behind the log-in. */
export function Signed() {
  const { me, problem, reload } = useSession();
  const { pathname, search } = useLocation();
  if (me) {
    return (
      <Shell>
        <Outlet />
      </Shell>
    );
  }
  if (me === null)
    return (
      <Navigate to={`/login${pathname === "/" ? "" : `?next=${encodeURIComponent(pathname + search)}`}`} replace />
    );
  if (problem) return <ErrorState problem={problem} onRetry={() => void reload()} whole />;
  return <Loading whole />;
}

/** A page, or why it cannot be shown. Moving on to another address tries again. */
export function PageFrame({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return (
    <Fall key={pathname}>
      <Suspense fallback={<Loading page />}>{children}</Suspense>
    </Fall>
  );
}

class Fall extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: undefined as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === undefined) return this.props.children;
    return <ErrorState problem={asProblem(this.state.error)} onRetry={() => window.location.reload()} />;
  }
}

export function Lost() {
  const { t } = useTranslation();
  return (
    <EmptyState title={t("lost.title")} action={<LinkButton to="/workbench">{t("lost.home")}</LinkButton>}>
      {t("lost.words")}
    </EmptyState>
  );
}
