/** One import: how far it is, what came of it, which rows wait to be corrected, and the way back. */
import { App, Button } from "antd";
import { Download, RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useParams } from "react-router";
import { downloadAddress, useGet, useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { useFormat } from "@/ui/format";
import { LinkButton } from "@/ui/link-button";
import { Fact, Facts, Page, Section } from "@/ui/page";
import { ProblemLine } from "@/ui/problem-line";
import { Remark } from "@/ui/remark";
import { type Column, DataTable } from "@/ui/table";
import { useToast } from "@/ui/toast";
import { Instant, Num } from "@/ui/values";
import { Corrections } from "./corrections";
import { Counts } from "./counts";
import css from "./imports.module.css";
import { isMoving, type NextSheet } from "./model";
import { Progress } from "./progress";
import type { ImportDocument, KindCounts } from "./types";

const LOOK_EVERY_MS = 800;

export default function ImportPage() {
  const { t } = useTranslation("imports");
  const id = Number(useParams().id);
  const query = useGet(
    "/imports/{import_id}",
    { path: { import_id: id } },
    { every: (data) => (data && isMoving(data as ImportDocument) ? LOOK_EVERY_MS : false) },
  );
  const found = query.data;
  return (
    <Page
      title={found?.name ?? t("import")}
      note={found && `${found.state_label} · ${found.by.name}`}
      back={<Link to="/imports">{t("title")}</Link>}
      actions={found && <Actions found={found} />}
    >
      <Answer query={query}>{(document) => <Body found={document} />}</Answer>
    </Page>
  );
}

function Actions({ found }: { found: ImportDocument }) {
  const { t } = useTranslation("imports");
  const can = useCan();
  return (
    <>
      {can("import_original") && (found.state !== "refused" || found.kind) && (
        <LinkButton
          to={downloadAddress(`/imports/${found.id}/original`)}
          icon={<Download size={16} strokeWidth={1.75} aria-hidden />}
          download
        >
          {t("original")}
        </LinkButton>
      )}
      {found.can_undo && can("undo_import") && <Undo found={found} />}
    </>
  );
}

function Undo({ found }: { found: ImportDocument }) {
  const { t } = useTranslation(["imports", "common"]);
  const { modal } = App.useApp();
  const toast = useToast();
  const undo = useSend("post", "/imports/{import_id}/undo", { refreshes: ["/imports", "/customers", "/workbench"] });
  function ask() {
    modal.confirm({
      icon: null,
      title: t("undo.title", { name: found.name }),
      content: t("undo.words"),
      okText: t("undo.do"),
      cancelText: t("common:action.cancel"),
      onOk: () => undo.mutateAsync({ path: { import_id: found.id } }).catch(toast.failed),
    });
  }
  return (
    <Button icon={<RotateCcw size={16} strokeWidth={1.75} aria-hidden />} onClick={ask} loading={undo.isPending}>
      {t("undo.do")}
    </Button>
  );
}

function Body({ found }: { found: ImportDocument }) {
  const { t } = useTranslation("imports");
  if (isMoving(found)) return <Progress row={found} />;
  return (
    <>
      {found.refusal && (
        <Remark tone="high" role="alert">
          {found.refusal.message}
        </Remark>
      )}
      {found.failure && <Failed found={found} message={found.failure.message} />}
      {found.state === "refused" && (
        <div className={css.next}>
          <LinkButton to="/imports/new" primary>
            {t("again")}
          </LinkButton>
        </div>
      )}
      {found.undo && <Undone undo={found.undo} />}
      {found.result && found.state === "done" && <Next found={found} />}
      {found.state === "done" && found.open_rejects > 0 && <Corrections found={found} />}
      {found.result && <Result found={found} result={found.result} />}
    </>
  );
}

/** The work broke down: why is in the log, under the number that is told; here it is only gone on with. */
function Failed({ found, message }: { found: ImportDocument; message: string }) {
  const { t } = useTranslation("imports");
  const can = useCan();
  const retry = useSend("post", "/imports/{import_id}/retry", { refreshes: ["/imports"] });
  return (
    <>
      <Remark tone="high" role="alert">
        {message}
      </Remark>
      {can("retry_import") && (
        <div className={css.next}>
          <Button
            type="primary"
            loading={retry.isPending}
            onClick={() => retry.mutate({ path: { import_id: found.id } })}
          >
            {t("retry")}
          </Button>
          <ProblemLine problem={retry.error} />
        </div>
      )}
    </>
  );
}

/** What the import did, in a sentence, and where to go from here. */
function Next({ found }: { found: ImportDocument }) {
  const { t } = useTranslation("imports");
  const kinds = found.kinds.filter(({ added, changed }) => added + changed > 0);
  return (
    <div className="stack">
      <p className={css.sentence}>
        {kinds.length === 0 ? t("done.nothing") : t("done.sentence")} <Counts kinds={kinds} />
        {found.open_rejects > 0 && t("done.rejects", { count: found.open_rejects })}
      </p>
      <div className={css.next}>
        <LinkButton to="/customers" primary={found.open_rejects === 0}>
          {t("done.customers")}
        </LinkButton>
        <LinkButton to="/alerts">{t("done.alerts")}</LinkButton>
        <LinkButton to="/imports/new">{t("done.another")}</LinkButton>
      </div>
      <MoreSheets />
    </div>
  );
}

/** The workbook's other sheets, when one comes here from having started the import. */
function MoreSheets() {
  const { t } = useTranslation("imports");
  const next = useLocation().state as NextSheet | null;
  if (!next?.left.length) return null;
  return (
    <p className={css.templates}>
      <span>{t("more_sheets")}</span>
      {next.left.map((sheet) => (
        <Link key={sheet} to="/imports/new" state={{ ...next, sheet }}>
          {t("import_sheet", { sheet })}
        </Link>
      ))}
    </p>
  );
}

function Undone({ undo }: { undo: NonNullable<ImportDocument["undo"]> }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  return (
    <Remark>
      <p>
        {t("undone.at")} <Instant value={undo.at} />
        {undo.kinds.map(({ kind, label, retracted, restored }) => (
          <span key={kind}>
            {" · "}
            {label} {t("undone.counts", { retracted: format.num(retracted), restored: format.num(restored) })}
          </span>
        ))}
      </p>
      {undo.kept_rows > 0 && (
        <p>
          {t("undone.kept", { count: undo.kept_rows })}{" "}
          {undo.kept
            .slice(0, 10)
            .map(({ label, external_id }) => `${label} ${external_id}`)
            .join(" · ")}
        </p>
      )}
    </Remark>
  );
}

function Result({ found, result }: { found: ImportDocument; result: NonNullable<ImportDocument["result"]> }) {
  const { t } = useTranslation("imports");
  const columns: Column<KindCounts>[] = [
    { key: "kind", title: t("kind"), render: ({ label }) => label, card: "title" },
    { key: "added", title: t("added"), render: ({ added }) => <Num value={added} />, align: "right" },
    { key: "changed", title: t("changed"), render: ({ changed }) => <Num value={changed} />, align: "right" },
    { key: "unchanged", title: t("unchanged"), render: ({ unchanged }) => <Num value={unchanged} />, align: "right" },
    { key: "retracted", title: t("retracted"), render: ({ retracted }) => <Num value={retracted} />, align: "right" },
  ];
  return (
    <>
      <Section title={t("result")}>
        <DataTable label={t("result")} columns={columns} rows={result.kinds} rowKey={({ kind }) => kind} keep />
      </Section>
      {result.notes.length > 0 && (
        <div className={css.notes}>
          {result.notes.map(({ code, message }) => (
            <Remark key={code + message}>{message}</Remark>
          ))}
        </div>
      )}
      <Section title={t("how_read")}>
        <Facts>
          <Fact label={t("rows_read")}>
            <Num value={result.read} />
          </Fact>
          <Fact label={t("rejected")}>
            <Num value={result.rejected} />
          </Fact>
          <Fact label={t("source")}>{found.source}</Fact>
          <Fact label={t("at")}>
            <Instant value={found.started_at} />
          </Fact>
          {result.columns.map(({ heading, label }) => (
            <Fact key={heading} label={heading}>
              {label}
            </Fact>
          ))}
          {result.ignored.length > 0 && <Fact label={t("ignored")}>{result.ignored.join(" · ")}</Fact>}
        </Facts>
      </Section>
    </>
  );
}
