import "i18next";
import type alerts from "./zh-CN/alerts.json";
import type approvals from "./zh-CN/approvals.json";
import type backtests from "./zh-CN/backtests.json";
import type common from "./zh-CN/common.json";
import type customers from "./zh-CN/customers.json";
import type economics from "./zh-CN/economics.json";
import type figures from "./zh-CN/figures.json";
import type imports from "./zh-CN/imports.json";
import type login from "./zh-CN/login.json";
import type merging from "./zh-CN/merging.json";
import type moment from "./zh-CN/moment.json";
import type monthly from "./zh-CN/monthly.json";
import type movements from "./zh-CN/movements.json";
import type overview from "./zh-CN/overview.json";
import type policy from "./zh-CN/policy.json";
import type settings from "./zh-CN/settings.json";
import type setup from "./zh-CN/setup.json";
import type signals from "./zh-CN/signals.json";
import type workbench from "./zh-CN/workbench.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: {
      alerts: typeof alerts;
      approvals: typeof approvals;
      backtests: typeof backtests;
      common: typeof common;
      customers: typeof customers;
      economics: typeof economics;
      figures: typeof figures;
      imports: typeof imports;
      login: typeof login;
      merging: typeof merging;
      moment: typeof moment;
      monthly: typeof monthly;
      movements: typeof movements;
      overview: typeof overview;
      policy: typeof policy;
      settings: typeof settings;
      setup: typeof setup;
      signals: typeof signals;
      workbench: typeof workbench;
    };
  }
}
