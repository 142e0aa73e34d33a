/** One document in force: in words, with its history, and the way to change it. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useGet } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { Section } from "@/ui/page";
import { PlainTag } from "@/ui/tags";
import { Instant } from "@/ui/values";
import { BeginChange } from "./begin";
import type { Kind, Version } from "./model";
import css from "./policy.module.css";
import { Retire, Retired } from "./retirement";
import { Shown, TextShown } from "./shown";
import { Versions } from "./versions";

export function InForce({ kind }: { kind: Kind }) {
  const query = useGet("/policy/{kind}/versions", { path: { kind } });
  return <Answer query={query}>{({ items }) => <Body kind={kind} versions={items} />}</Answer>;
}

function Body({ kind, versions }: { kind: Kind; versions: readonly Version[] }) {
  const { t } = useTranslation("policy");
  const can = useCan();
  const [search] = useSearchParams();
  const [beginning, setBeginning] = useState(false);
  const [asText, setAsText] = useState(false);
  const asked = versions.find(({ version }) => String(version) === search.get("version"));
  const shown = asked ?? versions.find(({ is_live }) => is_live) ?? versions[0];
  const number = shown?.version ?? 0;
  const query = useGet("/policy/{kind}/versions/{number}", { path: { kind, number } }, { enabled: number > 0 });
  if (!shown) return null;
  return (
    <>
      <div className={css.head}>
        <p>
          <PlainTag>{t(shown.is_live ? "version.live" : "version.old", { number: shown.version })}</PlainTag>{" "}
          <span className="muted">
            {shown.live_from === null
              ? t("version.never")
              : t("version.since", {
                  day: shown.live_from,
                  by: shown.by === "starter" ? t("version.starter") : shown.by,
                })}{" "}
            <Instant value={shown.at} />
          </span>{" "}
          {shown.reason}
        </p>
        <span className="row">
          <Button type="text" onClick={() => setAsText(!asText)}>
            {t(asText ? "as_words" : "as_text")}
          </Button>
          <Retire kind={kind} />
          {can("begin_policy_change") && (
            <Button type="primary" onClick={() => setBeginning(true)}>
              {t("change")}
            </Button>
          )}
        </span>
      </div>
      <Answer query={query} lines={10}>
        {({ body }) => (asText ? <TextShown body={body} /> : <Shown kind={kind} body={body} />)}
      </Answer>
      <Retired kind={kind} />
      <Section title={t("history")}>
        <Versions kind={kind} versions={versions} />
      </Section>
      {beginning && <BeginChange kind={kind} onClose={() => setBeginning(false)} />}
    </>
  );
}
