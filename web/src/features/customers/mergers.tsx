/** Which customers were merged into this one, and taking that back; where a customer went that was merged. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { customerPath } from "@/api/customer-address";
import { useGet, useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { ConfirmWithReason } from "@/ui/confirm";
import { LinkButton } from "@/ui/link-button";
import { TODAY } from "@/ui/moment-asked";
import { EmptyState } from "@/ui/states";
import { useToast } from "@/ui/toast";
import { Since } from "@/ui/values";
import css from "./merging.module.css";
import type { Merger } from "./types";
import { usePlace } from "./use-place";

/** The mergers of a customer, those that were taken back too; nothing where there are none. */
export function Mergers({ code }: { code: string }) {
  const { t } = useTranslation("merging");
  const { data } = useGet("/customers/{code}/mergers", { path: { code } });
  if (!data?.items.length) return null;
  return (
    <section className={css.mergers} aria-label={t("mergers.title")}>
      <ul>
        {data.items.map((merger) => (
          <Line key={`${merger.merged.code} ${merger.batch}`} merger={merger} />
        ))}
      </ul>
    </section>
  );
}

function Line({ merger }: { merger: Merger }) {
  const { t } = useTranslation("merging");
  const can = useCan();
  const [isParting, setParting] = useState(false);
  const stands = merger.ended_at === null;
  const names = {
    name: merger.merged.label,
    code: merger.merged.code,
    into: merger.into?.code ?? t("mergers.another"),
  };
  return (
    <li className={stands ? undefined : "quiet"}>
      <span>
        {t(stands ? "mergers.stands" : "mergers.ended", names)}{" "}
        <span className="quiet">
          {merger.by} · <Since value={merger.at} /> · {merger.reason}
          {merger.ended_at !== null && (
            <>
              {" → "}
              {merger.ended_by} · <Since value={merger.ended_at} /> · {merger.ended_reason}
            </>
          )}
        </span>
      </span>
      {stands && can("part_customer") && (
        <Button size="small" onClick={() => setParting(true)}>
          {t("part.action")}
        </Button>
      )}
      {isParting && <PartDialog code={merger.merged.code} onClose={() => setParting(false)} />}
    </li>
  );
}

function PartDialog({ code, onClose }: { code: string; onClose: () => void }) {
  const { t } = useTranslation("merging");
  const toast = useToast();
  const part = useSend("post", "/customers/{code}/part", {
    refreshes: ["/customers", "/alerts", "/workbench"],
    onDone: () => {
      toast.done(t("part.done", { code }));
      onClose();
    },
  });
  return (
    <ConfirmWithReason
      open
      title={t("part.title", { code })}
      confirm={t("part.action")}
      busy={part.isPending}
      problem={part.error}
      onClose={onClose}
      onConfirm={({ note }) => part.mutate({ path: { code }, body: { reason: note } })}
    >
      <p>{t("part.words", { code })}</p>
    </ConfirmWithReason>
  );
}

/** The address of a customer that is merged: where it is now, and its past. */
export function MergedAway({ code, into, batch }: { code: string; into: string | null; batch: number }) {
  const { t } = useTranslation("merging");
  const [, go] = usePlace();
  return (
    <>
      <EmptyState
        title={into ? t("away.title", { code, into }) : t("away.title_hidden", { code })}
        action={
          <>
            {into && (
              <LinkButton to={customerPath(into)} primary>
                {t("away.open", { into })}
              </LinkButton>
            )}
            <Button onClick={() => go({ ...TODAY, known_at: batch - 1 })}>{t("away.past")}</Button>
          </>
        }
      >
        <p>{t("away.words")}</p>
      </EmptyState>
      <Mergers code={code} />
    </>
  );
}

export function DuplicatesLink() {
  const { t } = useTranslation("merging");
  const can = useCan();
  if (!can("duplicate_customers")) return null;
  return <Link to="/customers/duplicates">{t("title")}</Link>;
}
