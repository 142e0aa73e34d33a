/** Packs: which choice of rules, strategies and plans fits the firm; what each would change, and taking one. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useGet, useSend } from "@/api/hooks";
import type { components } from "@/api/schema";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { ConfirmWithReason } from "@/ui/confirm";
import { PlainTag } from "@/ui/tags";
import { useToast } from "@/ui/toast";
import css from "./packs.module.css";
import { Lines } from "./versions";

type Schemas = components["schemas"];
type Pack = Schemas["PackLine"];

export function Packs() {
  const query = useGet("/policy-packs");
  return (
    <Answer query={query} lines={4}>
      {({ items, is_alone }) => (
        <ul className={css.packs}>
          {items.map((pack) => (
            <PackLine key={pack.key} pack={pack} isAlone={is_alone} />
          ))}
        </ul>
      )}
    </Answer>
  );
}

function PackLine({ pack, isAlone }: { pack: Pack; isAlone: boolean }) {
  const { t } = useTranslation("policy");
  const can = useCan();
  const [taking, setTaking] = useState(false);
  return (
    <li>
      <div>
        <h3>
          {pack.label} {pack.is_in_force && <PlainTag>{t("pack.in_force")}</PlainTag>}
        </h3>
        <p className="quiet">{pack.about}</p>
        {!pack.is_in_force && (
          <details className={css.more}>
            <summary>{t("pack.changes", { count: pack.changes })}</summary>
            <Lines lines={pack.lines} none={t("compare.same")} />
          </details>
        )}
      </div>
      {!pack.is_in_force && can("take_policy_pack") && (
        <Button onClick={() => setTaking(true)} aria-label={t("pack.take_this", { name: pack.label })}>
          {t("pack.take")}
        </Button>
      )}
      {taking && <Take pack={pack} isAlone={isAlone} onClose={() => setTaking(false)} />}
    </li>
  );
}

function Take({ pack, isAlone, onClose }: { pack: Pack; isAlone: boolean; onClose: () => void }) {
  const { t } = useTranslation("policy");
  const toast = useToast();
  const navigate = useNavigate();
  const take = useSend<Schemas["PackTaken"]>("post", "/policy-packs/{key}", {
    refreshes: ["/policy-packs", "/policy", "/policy-changes", "/rules", "/approvals", "/workbench", "/alerts"],
    onDone: ({ is_in_force, change }) => {
      onClose();
      toast.done(t(is_in_force ? "pack.done" : "pack.waits"));
      if (!is_in_force && change) void navigate(`/policy/changes/${change}`);
    },
  });
  return (
    <ConfirmWithReason
      open
      title={t("pack.take_this", { name: pack.label })}
      confirm={t(isAlone ? "pack.take" : "one.submit")}
      busy={take.isPending}
      problem={take.error}
      onClose={onClose}
      onConfirm={({ note, confirmed }) => take.mutate({ path: { key: pack.key }, body: { reason: note, confirmed } })}
    >
      {t(isAlone ? "pack.alone" : "pack.together", { count: pack.changes })}
    </ConfirmWithReason>
  );
}
