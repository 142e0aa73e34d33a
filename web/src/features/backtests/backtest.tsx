/** One back-test: how far it is, and what came out, every figure down to its customers. */
import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useGet, useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { LinkButton } from "@/ui/link-button";
import { Page } from "@/ui/page";
import { Remark } from "@/ui/remark";
import { PlainTag } from "@/ui/tags";
import { useToast } from "@/ui/toast";
import { Since } from "@/ui/values";
import { type Backtest, isUnfinished, nextLook } from "./model";
import { Tried } from "./page";
import { Found } from "./result";

export default function BacktestPage() {
  const { t } = useTranslation("backtests");
  const { id = "" } = useParams();
  const query = useGet("/backtests/{backtest_id}", { path: { backtest_id: id } }, { every: nextLook });
  const found = query.data;
  return (
    <Page
      title={t("one.title", { number: id })}
      back={<Link to="/backtests">{t("title")}</Link>}
      note={found && <PlainTag>{found.state.label}</PlainTag>}
      actions={found && <Moves found={found} />}
    >
      <Answer query={query}>{(row) => <Body row={row} />}</Answer>
    </Page>
  );
}

function Moves({ found }: { found: Backtest }) {
  const { t } = useTranslation("backtests");
  const can = useCan();
  const toast = useToast();
  const cancel = useSend("post", "/backtests/{backtest_id}/cancel", { refreshes: ["/backtests"] });
  if (!can("cancel_backtest")) return null;
  if (!isUnfinished(found)) {
    if (found.search) return <LinkButton to="/alert-economics">{t("one.economics")}</LinkButton>;
    return <LinkButton to={`/backtests?change=${found.change ?? "0"}`}>{t("one.again")}</LinkButton>;
  }
  return (
    <Button
      disabled={found.state.code === "cancelling"}
      loading={cancel.isPending}
      onClick={() => cancel.mutate({ path: { backtest_id: found.id } }, { onError: toast.failed })}
    >
      {t("one.cancel")}
    </Button>
  );
}

function Body({ row }: { row: Backtest }) {
  const { t } = useTranslation("backtests");
  return (
    <div className="stack">
      <p className="muted">
        {row.change === null ? (
          <Tried row={row} />
        ) : (
          <Link to={`/policy/changes/${row.change}`}>{<Tried row={row} />}</Link>
        )}
        {" · "}
        {t("list.span", { from: row.first_day, to: row.last_day })} · {t("one.by", { by: row.by })}{" "}
        <Since value={row.created_at} />
      </p>
      {isUnfinished(row) && <Running row={row} />}
      {row.problem && (
        <Remark tone="high" role="alert">
          {row.problem}
        </Remark>
      )}
      {row.state.code === "cancelled" && <Remark>{t("one.cancelled")}</Remark>}
      {row.result && <Found row={row} result={row.result} />}
    </div>
  );
}

function Running({ row }: { row: Backtest }) {
  const { t } = useTranslation("backtests");
  const label = t(row.state.code === "waiting" ? "one.waits" : "one.progress", { done: row.done, total: row.total });
  return (
    <div role="status">
      <p>{label}</p>
      <Progress percent={Math.round((100 * row.done) / row.total)} aria-label={label} />
      <p className="muted">{t("one.leave")}</p>
    </div>
  );
}
