/** Before customers are merged: what will happen, and why it is right. */
import { useTranslation } from "react-i18next";
import { useGet, useSend } from "@/api/hooks";
import { Answer } from "@/ui/answer";
import { ConfirmWithReason } from "@/ui/confirm";
import { useFormat } from "@/ui/format";
import { useToast } from "@/ui/toast";
import css from "./merging.module.css";
import type { MergePreview } from "./types";

export function MergeDialog({ away, stays, onClose }: { away: string; stays: string; onClose: () => void }) {
  const { t } = useTranslation("merging");
  const toast = useToast();
  const preview = useGet("/customers/{code}/merge-preview", { path: { code: away }, query: { into: stays } });
  const merge = useSend("post", "/customers/{code}/merge", {
    refreshes: ["/customers", "/alerts", "/workbench"],
    onDone: () => {
      toast.done(t("merge.done", { away, stays }));
      onClose();
    },
  });
  return (
    <ConfirmWithReason
      open
      title={t("merge.title", { away, stays })}
      confirm={t("merge.confirm")}
      busy={merge.isPending || preview.data === undefined}
      problem={merge.error}
      onClose={onClose}
      onConfirm={({ note }) => merge.mutate({ path: { code: away }, body: { into: stays, reason: note } })}
    >
      <Answer query={preview} lines={4}>
        {(found) => <Does preview={found} />}
      </Answer>
    </ConfirmWithReason>
  );
}

function Does({ preview }: { preview: MergePreview }) {
  const { t } = useTranslation("merging");
  const format = useFormat();
  const { merged, into } = preview;
  const names = { away: merged.customer.code, stays: into.customer.code };
  const lines = [
    t("does.moves", { ...names, count: preview.moves }),
    t("does.later", { ...names, key: `${merged.source} · ${merged.external_id}` }),
    preview.due_by_terms > 0 && t("does.terms", { ...names, count: preview.due_by_terms }),
    preview.alerts_closed > 0 && t("does.alerts", { ...names, count: preview.alerts_closed }),
    preview.loses_sight.length > 0 && t("does.sight", { ...names, people: format.list(preview.loses_sight) }),
    t("does.undo", names),
  ];
  return (
    <ul className={css.does}>
      {lines
        .filter((line) => line !== false)
        .map((line) => (
          <li key={line}>{line}</li>
        ))}
    </ul>
  );
}
