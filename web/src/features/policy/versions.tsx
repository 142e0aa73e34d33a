/** Every version with who, when and why; what lies between any two; and the way back to one. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useGet } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { Select } from "@/ui/select";
import { PlainTag } from "@/ui/tags";
import { Instant } from "@/ui/values";
import { BeginChange } from "./begin";
import type { Kind, Version } from "./model";
import css from "./policy.module.css";

export function Versions({ kind, versions }: { kind: Kind; versions: readonly Version[] }) {
  const { t } = useTranslation("policy");
  const can = useCan();
  const [back, setBack] = useState<number | null>(null);
  const newest = versions.find(({ is_cancelled, live_from }) => !is_cancelled && live_from !== null)?.version;
  const live = versions.find(({ is_live }) => is_live)?.version ?? 0;
  return (
    <>
      <ul className={css.versions}>
        {versions.map(({ version, live_from, is_live, is_cancelled, is_alone, by, at, reason }) => (
          <li key={version}>
            <Link to={`/policy/${kind}?version=${version}`}>{t("version.number", { number: version })}</Link>
            <span className={css.reason}>
              {reason || <span className="muted">{t("version.no_reason")}</span>}
              <small className="muted">
                {by === "starter" ? t("version.starter") : by} · <Instant value={at} /> ·{" "}
                {live_from === null ? t("version.never") : t("version.from", { day: live_from })}
              </small>
            </span>
            {is_live && <PlainTag>{t("version.in_force")}</PlainTag>}
            {is_alone && <PlainTag>{t("version.alone")}</PlainTag>}
            {is_cancelled && <PlainTag>{t("version.cancelled")}</PlainTag>}
            {version > live && !is_cancelled && live_from !== null && <PlainTag>{t("version.to_come")}</PlainTag>}
            {version !== newest && can("restore_policy_version") && (
              <Button size="small" onClick={() => setBack(version)}>
                {t("version.restore")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {versions.length > 1 && <Difference kind={kind} versions={versions} />}
      {back !== null && <BeginChange kind={kind} restores={back} onClose={() => setBack(null)} />}
    </>
  );
}

function Difference({ kind, versions }: { kind: Kind; versions: readonly Version[] }) {
  const { t } = useTranslation("policy");
  const [since, setSince] = useState(versions[1]?.version ?? 1);
  const [number, setNumber] = useState(versions[0]?.version ?? 1);
  const query = useGet("/policy/{kind}/versions/{number}/difference", { path: { kind, number }, query: { since } });
  const options = versions.map(({ version }) => ({ value: version, label: t("version.number", { number: version }) }));
  return (
    <div className={css.difference}>
      <div className="row">
        {t("compare.from")}
        <Select aria-label={t("compare.from")} value={since} options={options} onChange={setSince} size="small" />
        {t("compare.to")}
        <Select aria-label={t("compare.to")} value={number} options={options} onChange={setNumber} size="small" />
      </div>
      <Answer query={query} lines={3}>
        {({ lines }) => <Lines lines={lines} none={t("compare.same")} />}
      </Answer>
    </div>
  );
}

export function Lines({ lines, none }: { lines: readonly string[]; none: string }) {
  if (!lines.length) return <p className="muted">{none}</p>;
  return (
    <ul className={css.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
