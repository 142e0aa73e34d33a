/** Every address of the application. Each page is fetched when it is first opened. */
import { type ComponentType, lazy } from "react";
import { createBrowserRouter, Navigate, type RouteObject } from "react-router";
import { Lost, PageFrame, Signed } from "./frame";

type Module = { default: ComponentType };

function page(path: string, load: () => Promise<Module>): RouteObject {
  const Page = lazy(load);
  return {
    path,
    element: (
      <PageFrame>
        <Page />
      </PageFrame>
    ),
  };
}

export const router = createBrowserRouter([
  page("/login", () => import("@/features/login/page")),
  page("/login/forgotten", () => import("@/features/login/forgotten")),
  page("/login/set-password/:key", () => import("@/features/login/set-password")),
  {
    element: <Signed />,
    children: [
      { index: true, element: <Navigate to="/workbench" replace /> },
      page("/workbench", () => import("@/features/workbench/page")),
      page("/overview", () => import("@/features/overview/page")),
      page("/figures", () => import("@/features/figures/page")),
      page("/movements", () => import("@/features/movements/page")),
      page("/monthly", () => import("@/features/monthly/page")),
      page("/customers", () => import("@/features/customers/page")),
      page("/customers/duplicates", () => import("@/features/customers/duplicates")),
      page("/customers/:code", () => import("@/features/customers/customer")),
      page("/alerts", () => import("@/features/alerts/page")),
      page("/alert-economics", () => import("@/features/economics/page")),
      page("/alerts/:id", () => import("@/features/alerts/alert")),
      page("/imports", () => import("@/features/imports/page")),
      page("/imports/new", () => import("@/features/imports/new")),
      page("/imports/:id", () => import("@/features/imports/import")),
      page("/signals", () => import("@/features/signals/page")),
      page("/signals/new", () => import("@/features/signals/new")),
      page("/approvals", () => import("@/features/approvals/page")),
      page("/approvals/:id", () => import("@/features/approvals/approval")),
      page("/policy/changes/:id", () => import("@/features/policy/change")),
      page("/policy/changes/:id/:kind", () => import("@/features/policy/editor")),
      page("/policy/*", () => import("@/features/policy/page")),
      page("/backtests", () => import("@/features/backtests/page")),
      page("/backtests/:id", () => import("@/features/backtests/backtest")),
      page("/setup", () => import("@/features/setup/page")),
      page("/settings/*", () => import("@/features/settings/page")),
      { path: "*", element: <Lost /> },
    ],
  },
]);
