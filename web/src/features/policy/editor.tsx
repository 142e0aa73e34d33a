/** A document of a change on the desk: the editor of its kind, undo and redo, the preview beside it, saved as a draft. */
import { Button } from "antd";
import { Redo2, Undo2 } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { useGet, useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { LinkButton } from "@/ui/link-button";
import { Page } from "@/ui/page";
import { ProblemLine } from "@/ui/problem-line";
import { Remark } from "@/ui/remark";
import { EmptyState, NoPermission } from "@/ui/states";
import { useToast } from "@/ui/toast";
import { begun, type History, redone, typed, undone } from "./document";
import { CardEditor, ValueEditor } from "./edit-card";
import { GradingEditor, MatrixEditor } from "./edit-grades";
import { IndicatorsEditor } from "./edit-indicators";
import { LettersEditor } from "./edit-letters";
import { PlansEditor } from "./edit-plans";
import { RulesEditor } from "./edit-rules";
import { StrategiesEditor } from "./edit-strategies";
import { TextEditor } from "./edit-text";
import { type Beside, besideIn, type Change, isEditable, type Kind, kindOf, read, TRIED } from "./model";
import { useNames } from "./names";
import css from "./policy.module.css";
import { LiveTrial } from "./trial";
import { Lines } from "./versions";

/** An edit: the new text, and where it was made, so that typing on in one place is one step back. */
export type Edit = (text: string, place?: string) => void;

export default function EditorPage() {
  const { t } = useTranslation("policy");
  const { id = "", kind: asked } = useParams();
  const can = useCan();
  const kind = kindOf(asked);
  const query = useGet("/policy-changes/{change_id}", { path: { change_id: id } });
  if (!can("write_draft")) return <NoPermission />;
  if (!kind) return <EmptyState title={t("editor.unknown")} />;
  return (
    <Answer query={query}>{(change) => <Loaded key={`${change.id} ${kind}`} change={change} kind={kind} />}</Answer>
  );
}

function Loaded({ change, kind }: { change: Change; kind: Kind }) {
  const { t } = useTranslation("policy");
  const draft = change.drafts.find((each) => each.kind === kind);
  const versions = useGet("/policy/{kind}/versions", { path: { kind } }, { enabled: !draft });
  const inForce = versions.data?.items.find(({ is_live }) => is_live)?.version;
  const path = { kind, number: inForce ?? 0 };
  const start = useGet("/policy/{kind}/versions/{number}", { path }, { enabled: !draft && inForce !== undefined });
  if (!isEditable(change))
    return (
      <EmptyState
        title={t(change.is_mine ? "editor.closed" : "editor.not_yours")}
        action={<LinkButton to={`/policy/changes/${change.id}`}>{t("editor.to_change")}</LinkButton>}
      />
    );
  if (draft) return <Editor change={change} kind={kind} body={draft.body} base={draft.base_version} />;
  return (
    <Answer query={start} lines={12}>
      {({ body, version }) => <Editor change={change} kind={kind} body={body} base={version} />}
    </Answer>
  );
}

function Editor({ change, kind, body, base: from }: { change: Change; kind: Kind; body: string; base: number }) {
  const { t } = useTranslation(["policy", "common"]);
  const toast = useToast();
  const navigate = useNavigate();
  const [history, setHistory] = useState<History>(() => begun(body));
  const [base, setBase] = useState(from);
  const [asText, setAsText] = useState(false);
  const { text } = history;
  const beside = besideIn(change, kind);
  const edit: Edit = (next, place = "") => setHistory((old) => typed(old, next, place));
  useKeys(setHistory);
  const isChanged = text !== body || base !== from;
  useLeaving(isChanged);
  const save = useSend<Change>("put", "/policy-changes/{change_id}/drafts/{kind}", {
    refreshes: ["/policy-changes"],
    onDone: () => {
      toast.done(t("editor.saved"));
      void navigate(`/policy/changes/${change.id}`);
    },
  });
  return (
    <Page
      title={t(`kind.${kind}`)}
      back={<Link to={`/policy/changes/${change.id}`}>{change.title}</Link>}
      actions={
        <>
          <Button
            icon={<Undo2 size={16} aria-hidden />}
            aria-label={t("editor.undo")}
            title={t("editor.undo")}
            disabled={!history.past.length}
            onClick={() => setHistory(undone)}
          />
          <Button
            icon={<Redo2 size={16} aria-hidden />}
            aria-label={t("editor.redo")}
            title={t("editor.redo")}
            disabled={!history.future.length}
            onClick={() => setHistory(redone)}
          />
          <Button onClick={() => setAsText(!asText)}>{t(asText ? "as_words" : "as_text")}</Button>
          <Button
            type="primary"
            disabled={!isChanged}
            loading={save.isPending}
            onClick={() =>
              save.mutate({
                path: { change_id: change.id, kind },
                body: { body: text, revision: change.revision, base_version: base },
              })
            }
          >
            {t("editor.save")}
          </Button>
        </>
      }
    >
      <ProblemLine problem={save.error} />
      <Outdated
        kind={kind}
        base={base}
        onTake={(newest, body) => {
          setBase(newest);
          if (body !== undefined) edit(body);
        }}
      />
      <div className={TRIED.includes(kind) ? css.desk : undefined}>
        <div className={css.editor}>
          {asText ? (
            <TextEditor kind={kind} text={text} onEdit={edit} />
          ) : (
            <Form kind={kind} text={text} beside={beside} onEdit={edit} />
          )}
        </div>
        {TRIED.includes(kind) && <LiveTrial kind={kind} body={text} beside={beside} />}
      </div>
    </Page>
  );
}

function Form({ kind, text, beside, onEdit }: { kind: Kind; text: string; beside: readonly Beside[]; onEdit: Edit }) {
  const names = useNames(beside.find((each) => each.kind === "indicators")?.body);
  const document = read<never>(text);
  if (!document) return <TextEditor kind={kind} text={text} onEdit={onEdit} />;
  switch (kind) {
    case "scorecard":
      return <CardEditor card={document} at={[]} text={text} names={names} onEdit={onEdit} />;
    case "value_card":
      return <ValueEditor value={document} text={text} names={names} onEdit={onEdit} />;
    case "grading":
      return <GradingEditor grading={document} text={text} names={names} onEdit={onEdit} />;
    case "matrix":
      return <MatrixEditor matrix={document} text={text} names={names} onEdit={onEdit} />;
    case "indicators":
      return <IndicatorsEditor indicators={document} text={text} names={names} onEdit={onEdit} />;
    case "rules":
      return <RulesEditor rules={document} text={text} beside={beside} names={names} onEdit={onEdit} />;
    case "strategies":
      return <StrategiesEditor strategies={document} text={text} beside={beside} names={names} onEdit={onEdit} />;
    case "contingency_plans":
      return <PlansEditor plans={document} text={text} beside={beside} names={names} onEdit={onEdit} />;
    case "letters":
      return <LettersEditor letters={document} text={text} names={names} onEdit={onEdit} />;
    default:
      return <TextEditor kind={kind} text={text} onEdit={onEdit} />;
  }
}

/** Another version was published since this draft was begun: what it changed, and the two ways on. */
function Outdated({
  kind,
  base,
  onTake,
}: {
  kind: Kind;
  base: number;
  /** Go on from a version: with one's own text, or with the text of that version. */
  onTake: (base: number, body?: string) => void;
}) {
  const { t } = useTranslation("policy");
  const versions = useGet("/policy/{kind}/versions", { path: { kind } }).data?.items;
  const last = versions?.find(({ is_cancelled, live_from }) => !is_cancelled && live_from !== null);
  const newest = last?.version ?? base;
  const isToCome = versions?.some(({ is_live, version }) => is_live && version < newest) ?? false;
  const path = { kind, number: newest };
  const isOld = newest > base;
  const query = useGet(
    "/policy/{kind}/versions/{number}/difference",
    { path, query: { since: base } },
    { enabled: isOld && base > 0 },
  );
  const there = useGet("/policy/{kind}/versions/{number}", { path }, { enabled: isOld });
  if (!isOld) return null;
  return (
    <Remark tone="medium" role="alert">
      <p>{t(isToCome ? "editor.to_come" : "editor.outdated", { number: newest, day: last?.live_from })}</p>
      <Lines lines={query.data?.lines ?? []} none={t("compare.same")} />
      <Button size="small" onClick={() => onTake(newest)}>
        {t("editor.keep", { number: newest })}
      </Button>{" "}
      <Button size="small" disabled={!there.data} onClick={() => onTake(newest, there.data?.body)}>
        {t("editor.take", { number: newest })}
      </Button>
    </Remark>
  );
}

/** Ctrl or ⌘ with Z goes back, with Shift or Y forth; fields that are being typed in have their own undo, which says the same. */
function useKeys(setHistory: (change: (old: History) => History) => void): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      const forth = key === "y" || (key === "z" && event.shiftKey);
      if (!forth && key !== "z") return;
      event.preventDefault();
      setHistory(forth ? redone : undone);
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [setHistory]);
}

/** The browser asks before unsaved work is lost. */
function useLeaving(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isChanged]);
}
