/** What a rule would have done with other values of its threshold; a value is kept as a draft, and goes nowhere by itself. */
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useSend } from "@/api/hooks";
import type { components } from "@/api/schema";
import { useCan } from "@/app/session";
import { Remark } from "@/ui/remark";
import { type Column, DataTable } from "@/ui/table";
import { PlainTag } from "@/ui/tags";
import { useToast } from "@/ui/toast";
import { Delta, Money, Num, Percent } from "@/ui/values";
import { Opens } from "./behind";
import type { Backtest, Candidate } from "./model";

interface CandidatesProps {
  row: Backtest;
  search: NonNullable<Backtest["search"]>;
  onOpen: (cell: string) => void;
}

export function Candidates({ row, search, onOpen }: CandidatesProps) {
  const { t } = useTranslation("backtests");
  const can = useCan();
  const toast = useToast();
  const navigate = useNavigate();
  const draft = useSend<components["schemas"]["ThresholdDrafted"]>("post", "/backtests/{backtest_id}/draft", {
    refreshes: ["/policy-changes"],
    onDone: ({ change }) => void navigate(`/policy/changes/${change}`),
  });
  const best = row.candidates.find(({ is_best }) => is_best);
  const counted = (what: "caught" | "false_alarms"): Column<Candidate> => ({
    key: what,
    title: t(`flags.${what}`),
    hint: t(`flags.${what}_words`),
    align: "right",
    render: (each) => (
      <Opens cell={{ side: "draft", kind: "rule", key: each.key, what }} value={each[what]} onOpen={onOpen} />
    ),
  });
  const columns: Column<Candidate>[] = [
    {
      key: "value",
      title: search.threshold.label,
      card: "title",
      render: (each) => (
        <span className="row">
          <Value value={each.value} search={search} />
          {each.is_present && <PlainTag>{t("search.now")}</PlainTag>}
          {each.is_best && <PlainTag>{t("search.best")}</PlainTag>}
        </span>
      ),
    },
    {
      key: "events",
      title: t("search.events"),
      hint: t("search.events_words"),
      align: "right",
      render: ({ events_caught, events_missed }) => (
        <span className="num">{`${events_caught} / ${events_caught + events_missed}`}</span>
      ),
    },
    counted("caught"),
    counted("false_alarms"),
    {
      key: "lead",
      title: t("flags.lead"),
      align: "right",
      render: ({ lead_days_median }) => <Num value={lead_days_median} words={t("flags.never")} />,
    },
    {
      key: "week",
      title: t("flags.week"),
      align: "right",
      render: ({ alerts_per_week_and_person }) => <Num value={alerts_per_week_and_person} digits={1} />,
    },
    ...(["avoided", "margin", "net"] as const).map(
      (name): Column<Candidate> => ({
        key: name,
        title: t(`flags.${name}`),
        align: "right",
        render: (each) => <Money value={each[name]} brief />,
      }),
    ),
    {
      key: "change",
      title: t("search.change"),
      align: "right",
      render: ({ is_present, net_change }) =>
        is_present ? null : <Delta value={net_change} kind="money" worse="lower" />,
    },
    ...(can("draft_threshold")
      ? [
          {
            key: "draft",
            title: t("search.keep"),
            render: ({ key, value, is_present, is_best }) =>
              !is_present && (
                <Button
                  size="small"
                  type={is_best ? "primary" : "default"}
                  loading={draft.isPending && (draft.variables?.body as { key?: string })?.key === key}
                  disabled={draft.isPending}
                  aria-label={t("search.draft_of", { value })}
                  onClick={() =>
                    draft.mutate({ path: { backtest_id: row.id }, body: { key } }, { onError: toast.failed })
                  }
                >
                  {t("search.draft")}
                </Button>
              ),
          } satisfies Column<Candidate>,
        ]
      : []),
  ];
  return (
    <div className="stack">
      <Remark role="status">
        {best ? (
          <>
            {t("search.proposed", { threshold: search.threshold.label })} <Value value={best.value} search={search} />
            {t("search.nets")} <Money value={best.net_change} currency={row.result?.currency} brief />
            {t("search.by_others")}
          </>
        ) : (
          t("search.keep_it")
        )}
      </Remark>
      <DataTable label={t("search.title")} columns={columns} rows={row.candidates} rowKey={({ key }) => key} />
      <p className="muted">{t("flags.words", { currency: row.result?.currency })}</p>
    </div>
  );
}

/** A value of a threshold, as its unit is written. */
function Value({ value, search }: { value: string; search: CandidatesProps["search"] }) {
  if (search.unit === "money") return <Money value={value} currency={search.currency ?? undefined} brief />;
  return search.unit === "share" ? <Percent value={value} digits={1} /> : <Num value={value} />;
}
