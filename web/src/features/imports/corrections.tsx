/** Rejected rows, corrected where they stand, or in a workbook, or let go. */
import { App, Button, Input } from "antd";
import { Download, Upload as UploadIcon } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { downloadAddress, useList, useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { LinkButton } from "@/ui/link-button";
import { Section } from "@/ui/page";
import { ProblemLine } from "@/ui/problem-line";
import { type Column, DataTable } from "@/ui/table";
import { useToast } from "@/ui/toast";
import css from "./imports.module.css";
import { correctionsOf, type Edits, headingsShown, withEdit } from "./model";
import { Reasons } from "./reject-list";
import type { ImportDocument, Reject, RejectPage, Replayed } from "./types";

const AT_ONCE = 50;
const REFRESHES = ["/imports", "/workbench", "/customers"];

export function Corrections({ found }: { found: ImportDocument }) {
  const { t } = useTranslation("imports");
  const can = useCan();
  const toast = useToast();
  const [edits, setEdits] = useState<Edits>({});
  const path = { import_id: found.id };
  const list = useList<Reject, RejectPage & { next_cursor: string | null; total: number | null }>(
    "/imports/{import_id}/rejects",
    { path, query: { limit: AT_ONCE } },
  );
  const told = ({ replayed, still_rejected }: Replayed) => {
    setEdits({});
    toast.done(t("corrected", { replayed, still: still_rejected }));
  };
  const correct = useSend<Replayed>("put", "/imports/{import_id}/rejects", { refreshes: REFRESHES, onDone: told });
  const mayCorrect = can("correct_rejects");
  const headings = headingsShown(list.rows, list.document?.headings ?? []);
  const count = Object.keys(edits).length;
  return (
    <Section
      title={t("rejects_title", { count: found.open_rejects })}
      aside={<InWorkbook found={found} onDone={told} />}
    >
      <DataTable
        label={t("rejects")}
        columns={useColumns(headings, edits, setEdits, mayCorrect)}
        rows={list.rows}
        rowKey={({ row }) => String(row)}
        list={list}
      />
      {mayCorrect && (
        <div className={css.foot}>
          <Button
            type="primary"
            disabled={count === 0}
            loading={correct.isPending}
            onClick={() => correct.mutate({ path, body: { rows: correctionsOf(edits) } })}
          >
            {count ? t("correct", { count }) : t("correct_none")}
          </Button>
          <Dismiss found={found} />
          <ProblemLine problem={correct.error} />
        </div>
      )}
    </Section>
  );
}

function useColumns(
  headings: readonly string[],
  edits: Edits,
  setEdits: (change: (old: Edits) => Edits) => void,
  mayCorrect: boolean,
): Column<Reject>[] {
  const { t } = useTranslation("imports");
  return [
    { key: "row", title: t("row"), render: ({ row }) => t("row_number", { row }), card: "title" },
    { key: "why", title: t("why"), render: (reject) => <Reasons reject={reject} />, wraps: true },
    ...headings.map((heading) => ({
      key: `cell ${heading}`,
      title: heading,
      render: (reject: Reject) => (
        <Input
          className={css.cell}
          size="small"
          readOnly={!mayCorrect}
          value={edits[reject.row]?.[heading] ?? reject.cells[heading] ?? ""}
          status={reject.problems.some(({ column }) => column === heading) ? "error" : undefined}
          onChange={({ target }) => setEdits((old) => withEdit(old, reject, heading, target.value))}
          aria-label={t("cell", { heading, row: reject.row })}
          maxLength={10_000}
        />
      ),
    })),
  ];
}

/** Download the rows, correct them in a workbook, hand it in again. */
function InWorkbook({ found, onDone }: { found: ImportDocument; onDone: (answer: Replayed) => void }) {
  const { t } = useTranslation("imports");
  const can = useCan();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const send = useSend<Replayed>("post", "/imports/{import_id}/rejects/upload", { refreshes: REFRESHES, onDone });
  function hand(file: File | undefined) {
    if (!file) return;
    const body = new FormData();
    body.append("file", file);
    send.mutate({ path: { import_id: found.id }, body }, { onError: toast.failed });
  }
  return (
    <div className="row">
      {can("export_rejects") && (
        <LinkButton
          to={downloadAddress(`/imports/${found.id}/rejects/export`)}
          icon={<Download size={16} strokeWidth={1.75} aria-hidden />}
          download
        >
          {t("reject_export")}
        </LinkButton>
      )}
      {can("upload_rejects") && (
        <>
          <Button
            icon={<UploadIcon size={16} strokeWidth={1.75} aria-hidden />}
            loading={send.isPending}
            onClick={() => input.current?.click()}
          >
            {t("reject_upload")}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".xlsx,.csv"
            hidden
            aria-label={t("reject_upload")}
            onChange={({ target }) => {
              hand(target.files?.[0]);
              target.value = "";
            }}
          />
        </>
      )}
    </div>
  );
}

function Dismiss({ found }: { found: ImportDocument }) {
  const { t } = useTranslation(["imports", "common"]);
  const can = useCan();
  const { modal } = App.useApp();
  const toast = useToast();
  const dismiss = useSend("post", "/imports/{import_id}/rejects/dismiss", { refreshes: REFRESHES });
  if (!can("dismiss_rejects")) return null;
  function ask() {
    modal.confirm({
      icon: null,
      title: t("dismiss.title", { count: found.open_rejects }),
      content: t("dismiss.words"),
      okText: t("dismiss.do"),
      cancelText: t("common:action.cancel"),
      onOk: () => dismiss.mutateAsync({ path: { import_id: found.id }, body: { rows: null } }).catch(toast.failed),
    });
  }
  return (
    <Button type="text" onClick={ask} loading={dismiss.isPending}>
      {t("dismiss.do")}
    </Button>
  );
}
