/** What an upgrade of kedun ships anew: what it would change, and the way to propose or decline it. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useGet, useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { ConfirmWithReason } from "@/ui/confirm";
import { Section } from "@/ui/page";
import { ProblemLine } from "@/ui/problem-line";
import { useToast } from "@/ui/toast";
import type { Change } from "./model";
import { Lines } from "./versions";

const REFRESHED = ["/policy-upgrades", "/policy-changes"];

export function Upgrades() {
  const { t } = useTranslation("policy");
  const can = useCan();
  const toast = useToast();
  const navigate = useNavigate();
  const [declining, setDeclining] = useState(false);
  const query = useGet("/policy-upgrades");
  const propose = useSend<Change>("post", "/policy-upgrades/propose", {
    refreshes: REFRESHED,
    onDone: ({ id }) => void navigate(`/policy/changes/${id}`),
  });
  const decline = useSend("post", "/policy-upgrades/decline", {
    refreshes: REFRESHED,
    onDone: () => {
      setDeclining(false);
      toast.done(t("upgrade.declined"));
    },
  });
  const items = query.data?.items ?? [];
  if (!items.length) return null;
  return (
    <Section
      title={t("upgrade.title")}
      aside={
        can("propose_policy_upgrade") && (
          <span className="row">
            <Button onClick={() => setDeclining(true)}>{t("upgrade.decline")}</Button>
            <Button
              type="primary"
              loading={propose.isPending}
              disabled={items.every(({ lines }) => !lines.length)}
              onClick={() => propose.mutate({ body: { title: t("upgrade.standard") } })}
            >
              {t("upgrade.propose")}
            </Button>
          </span>
        )
      }
    >
      <p>{t("upgrade.words", { count: items.length })}</p>
      {items.map(({ kind, lines, kept }) => (
        <Lines key={kind} lines={[...lines, ...kept.map((line) => t("upgrade.kept", { line }))]} none="" />
      ))}
      <ProblemLine problem={propose.error} />
      {declining && (
        <ConfirmWithReason
          open
          title={t("upgrade.decline_title")}
          confirm={t("upgrade.decline")}
          busy={decline.isPending}
          problem={decline.error}
          onClose={() => setDeclining(false)}
          onConfirm={({ note }) => decline.mutate({ body: { reason: note } })}
        >
          <p>{t("upgrade.decline_words")}</p>
        </ConfirmWithReason>
      )}
    </Section>
  );
}
