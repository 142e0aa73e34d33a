/** One fact with all its fields, and every version of it: what we believed from when until when. */
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import type { components } from "@/api/schema";
import { Answer } from "@/ui/answer";
import { Fact, Facts, Section } from "@/ui/page";
import { SidePanel } from "@/ui/panel";
import { PlainTag } from "@/ui/tags";
import { Day, Instant, Missing } from "@/ui/values";
import { FactCell } from "./fact-cell";
import type { Kind } from "./fact-columns";
import css from "./facts.module.css";
import { useHere, usePlace } from "./use-place";

type Versions = components["schemas"]["Versions"];
type Version = components["schemas"]["VersionShown"];

export function FactPanel({ kind, fact }: { kind: Kind; fact: number }) {
  const { t } = useTranslation("customers");
  const { code } = useHere();
  const [, go] = usePlace();
  const path = { code, kind, fact_id: fact };
  const query = useGet("/customers/{code}/facts/{kind}/{fact_id}/versions", { path });
  return (
    <SidePanel open onClose={() => go({ fact: null })} title={t(`kind.${kind}`)} width={560}>
      <Answer query={query}>{(found) => <Shown found={found} />}</Answer>
    </SidePanel>
  );
}

function Shown({ found }: { found: Versions }) {
  const { t } = useTranslation("customers");
  const [newest] = found.items;
  if (!newest) return null;
  const { source, external_id, reported_on, known_since, batch, actor } = newest.known_from;
  return (
    <div className="stack">
      <Section title={t("facts.fields")}>
        <dl className={css.fields}>
          {found.columns.map((column) => (
            <div key={column.key}>
              <dt>{column.label}</dt>
              <dd>
                <FactCell column={column} value={newest.cells[column.key]} />
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t("facts.origin_title")}>
        <Facts>
          <Fact label={t("facts.source")}>{source}</Fact>
          <Fact label={t("facts.external_id")}>{external_id}</Fact>
          <Fact label={t("facts.reported_on")}>{reported_on ? <Day value={reported_on} /> : <Missing />}</Fact>
          <Fact label={t("facts.known_since")}>
            <Instant value={known_since} />
          </Fact>
          <Fact label={t("facts.batch")}>{batch}</Fact>
          <Fact label={t("facts.by")}>{actor || <Missing />}</Fact>
        </Facts>
      </Section>
      <Section title={t("facts.versions", { count: found.items.length })}>
        <ol className={css.versions}>
          {found.items.map((version, place) => (
            <li key={version.known_from.batch}>
              <VersionLine version={version} older={found.items[place + 1]} columns={found.columns} />
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}

function VersionLine({
  version,
  older,
  columns,
}: {
  version: Version;
  older: Version | undefined;
  columns: Versions["columns"];
}) {
  const { t } = useTranslation("customers");
  const changed = columns.filter(({ key }) => version.changed.includes(key));
  return (
    <>
      <p className="row">
        <span className="num">
          <Instant value={version.known_from.known_since} />
          {" → "}
          {version.known_until === null ? t("facts.until_now") : <Instant value={version.known_until_time} />}
        </span>
        {version.is_retracted && <PlainTag>{t("facts.retracted")}</PlainTag>}
        <span className="muted">{t("facts.in_batch", { batch: version.known_from.batch })}</span>
      </p>
      {!older && <p className="quiet">{t("facts.first_version")}</p>}
      {changed.map((column) => (
        <p key={column.key} className="quiet">
          {column.label} <FactCell column={column} value={older?.cells[column.key]} />
          {" → "}
          <FactCell column={column} value={version.cells[column.key]} />
        </p>
      ))}
    </>
  );
}
