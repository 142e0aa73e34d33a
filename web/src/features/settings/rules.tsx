/** Which rules give alerts, and their numbers. A change is explained and becomes the next version, in force from today. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useGet, useSend } from "@/api/hooks";
import type { components } from "@/api/schema";
import { useCan } from "@/app/session";
import { Packs } from "@/features/policy/packs";
import { Answer } from "@/ui/answer";
import { ConfirmWithReason } from "@/ui/confirm";
import { useFormat } from "@/ui/format";
import { Section } from "@/ui/page";
import { useToast } from "@/ui/toast";
import { Instant } from "@/ui/values";
import { changedRules, choiceOf, type Draft, draftOf } from "./model";
import { RuleLine } from "./rule-line";
import css from "./rules.module.css";
import page from "./settings.module.css";

type RuleList = components["schemas"]["RuleList"];
type Made = components["schemas"]["RuleChoiceMade"];

export default function RulesPart() {
  const query = useGet("/rules");
  return <Answer query={query}>{(list) => <Rules key={list.choice?.version ?? 0} list={list} />}</Answer>;
}

function Rules({ list }: { list: RuleList }) {
  const { t } = useTranslation(["settings", "common", "policy"]);
  const can = useCan();
  const toast = useToast();
  const format = useFormat();
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(() => draftOf(list.items));
  const [confirming, setConfirming] = useState(false);
  const changed = changedRules(list.items, draft);
  const save = useSend<Made>("put", "/rule-choice", {
    refreshes: ["/rules", "/alerts", "/workbench", "/overview", "/policy", "/approvals"],
    onDone: ({ closed_alerts, approval }) => {
      setConfirming(false);
      toast.done(approval === null ? t("rules.saved", { count: closed_alerts }) : t("rules.asked"));
      if (approval !== null) void navigate(`/approvals/${approval}`);
    },
  });
  const edit: typeof setDraft = (next) => {
    save.reset();
    setDraft(next);
  };
  return (
    <>
      {can("policy_packs") && (
        <Section title={t("policy:pack.title")}>
          <p className={page.words}>{t("policy:pack.words")}</p>
          <Packs />
        </Section>
      )}
      <p className={page.words}>
        {t("rules.words")} {list.choice?.reason && <InForce choice={list.choice} />}
      </p>
      {can("choose_rules") && (
        <p className={page.words}>
          {list.agreed_by.length > 0
            ? t("rules.agreed", { roles: format.list(list.agreed_by.map(({ label }) => label)) })
            : t("rules.alone")}
        </p>
      )}
      <ul className={css.rules}>
        {list.items.map((rule) => (
          <RuleLine
            key={rule.key}
            rule={rule}
            draft={draft}
            isChanged={changed.includes(rule.key)}
            onDraft={can("choose_rules") ? edit : undefined}
          />
        ))}
      </ul>
      {changed.length > 0 && (
        <div className={css.save}>
          <span>{t("rules.changed", { count: changed.length })}</span>
          <Button onClick={() => edit(draftOf(list.items))}>{t("rules.undo")}</Button>
          <Button type="primary" onClick={() => setConfirming(true)}>
            {list.agreed_by.length > 0 ? t("rules.ask") : t("common:action.save")}
          </Button>
        </div>
      )}
      <ConfirmWithReason
        open={confirming}
        title={t("rules.confirm", { count: changed.length })}
        confirm={list.agreed_by.length > 0 ? t("rules.ask") : t("common:action.save")}
        busy={save.isPending}
        problem={save.error}
        onClose={() => {
          setConfirming(false);
          save.reset();
        }}
        onConfirm={({ note, confirmed }) =>
          save.mutate({
            body: { ...choiceOf(list.items, draft), reason: note, version: list.choice?.version ?? null, confirmed },
          })
        }
      >
        {list.agreed_by.length > 0 ? t("rules.confirm_asks") : t("rules.confirm_words")}
      </ConfirmWithReason>
    </>
  );
}

function InForce({ choice }: { choice: NonNullable<RuleList["choice"]> }) {
  const { t } = useTranslation("settings");
  return (
    <>
      {t("rules.last", { by: choice.by })} <Instant value={choice.at} />
      {` · ${choice.reason}`}
    </>
  );
}
