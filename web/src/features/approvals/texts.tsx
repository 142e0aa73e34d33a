/** The texts that a request about a policy change is asked for, line by line against what they started from; to read only. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { Section } from "@/ui/page";
import css from "./approvals.module.css";
import type { Approval } from "./model";
import { shownLines, type TextLine } from "./text-lines";

export function Texts({ request, change }: { request: Approval; change: string }) {
  const { t } = useTranslation("approvals");
  const can = useCan();
  const path = { change_id: change };
  const query = useGet("/policy-changes/{change_id}", { path }, { enabled: can("policy_change") && can("draft_text") });
  // What was edited and asked for anew since belongs to another request.
  if (query.data?.approval !== request.id) return null;
  return (
    <Section title={t("texts.title")}>
      {query.data.drafts.map(({ kind, label }) => (
        <OneText key={kind} change={change} kind={kind} label={label} />
      ))}
    </Section>
  );
}

function OneText({ change, kind, label }: { change: string; kind: string; label: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const path = { change_id: change, kind };
  const query = useGet("/policy-changes/{change_id}/drafts/{kind}/text", { path }, { enabled: isOpen });
  return (
    <details className={css.text} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{label}</summary>
      {isOpen && (
        <Answer query={query} lines={6}>
          {({ lines }) => <TextLines lines={lines} label={label} />}
        </Answer>
      )}
    </details>
  );
}

const MARKS = { both: " ", before: "−", after: "+" } as const;

function TextLines({ lines, label }: { lines: readonly TextLine[]; label: string }) {
  const { t } = useTranslation("approvals");
  const [isWhole, setIsWhole] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setIsWhole(!isWhole)} aria-pressed={isWhole}>
        {t(isWhole ? "texts.differences" : "texts.whole")}
      </Button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className={css.textLines} tabIndex={0} aria-label={t("texts.of", { label })}>
        {shownLines(lines, isWhole).map((line, at) =>
          typeof line === "number" ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no other name than their place
            <p key={at} className="muted">
              {t("texts.left_out", { count: line })}
            </p>
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            <Line key={at} line={line} />
          ),
        )}
      </section>
    </>
  );
}

function Line({ line: { side, before, after, text } }: { line: TextLine }) {
  const { t } = useTranslation("approvals");
  return (
    <p className={css[side]}>
      <span className={css.number}>{before}</span>
      <span className={css.number}>{after}</span>
      <span aria-hidden>{MARKS[side]}</span>
      {side !== "both" && <span className="unseen">{t(`texts.${side}`)}</span>}
      <code>{text}</code>
    </p>
  );
}
