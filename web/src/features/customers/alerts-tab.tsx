/** Alerts of the customer, and what every rule says of them: fired, clear or not to be told. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Section } from "@/ui/page";
import { type Column, DataTable } from "@/ui/table";
import { SeverityTag } from "@/ui/tags";
import { AlertLines, useEvidenceWords } from "./alert-lines";
import type { VerdictShown } from "./types";
import { useHere } from "./use-place";

export function AlertsTab() {
  const { t } = useTranslation("customers");
  const { code, customer } = useHere();
  const past = `/alerts?state=resolved&state=cleared&customer=${encodeURIComponent(code)}`;
  return (
    <div className="stack">
      <Section
        title={t("summary.alerts", { count: customer.alerts.length })}
        aside={!customer.is_past && <Link to={past}>{t("alerts.closed")}</Link>}
      >
        <AlertLines alerts={customer.alerts} />
      </Section>
      <Section title={t("alerts.rules")} aside={t("alerts.rules_words")}>
        <Verdicts verdicts={customer.verdicts} />
      </Section>
    </div>
  );
}

function Verdicts({ verdicts }: { verdicts: readonly VerdictShown[] }) {
  const { t } = useTranslation(["customers", "common"]);
  const words = useEvidenceWords();
  const columns: Column<VerdictShown>[] = [
    { key: "rule", title: t("alerts.rule"), card: "title", render: ({ label }) => label },
    {
      key: "verdict",
      title: t("alerts.verdict"),
      card: "badge",
      render: ({ verdict, verdict_words, severity }) =>
        verdict === "fired" ? (
          <SeverityTag severity={severity} label={verdict_words} />
        ) : (
          <span className="muted">{verdict_words}</span>
        ),
    },
    {
      key: "condition",
      title: t("alerts.condition"),
      wraps: true,
      render: ({ condition_words }) => <span className="quiet">{condition_words}</span>,
    },
    { key: "evidence", title: t("alerts.evidence"), wraps: true, render: ({ evidence }) => words(evidence) },
  ];
  return (
    <DataTable
      label={t("table_of", { name: t("alerts.rules") })}
      columns={columns}
      rows={verdicts}
      rowKey={({ rule }) => rule}
    />
  );
}
