/** The workbench: what waits for me, and what changed. */
import { Fragment } from "react";
import { Trans, useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useGet } from "@/api/hooks";
import { useCan, useMe } from "@/app/session";
import { AlertLines } from "@/ui/alert-lines";
import { Answer } from "@/ui/answer";
import { LinkButton } from "@/ui/link-button";
import { addressOf } from "@/ui/list-address";
import { Page, Section } from "@/ui/page";
import { EmptyState } from "@/ui/states";
import { Since } from "@/ui/values";
import { type Waiting, type Workbench, waitingParts } from "./model";
import { Changes, FirstSteps } from "./parts";
import css from "./workbench.module.css";

export default function WorkbenchPage() {
  const { t } = useTranslation("workbench");
  const can = useCan();
  const query = useGet("/workbench", {}, { every: 60_000 });
  const asOf = query.data?.as_of;
  return (
    <Page
      title={t("title")}
      note={asOf && t("as_of", { day: asOf })}
      actions={can("report_signal") && <LinkButton to="/signals/new">{t("report")}</LinkButton>}
    >
      <Answer query={query}>{(data) => <Desk data={data} />}</Answer>
    </Page>
  );
}

function Desk({ data }: { data: Workbench }) {
  const { t } = useTranslation(["workbench", "common"]);
  const can = useCan();
  const [imported] = data.set_up.steps;
  const starts = !data.set_up.done && can("start_import");
  if (!imported?.done && !starts) return <EmptyState title={t("empty.title")}>{t("empty.words")}</EmptyState>;
  return (
    <div className={css.desk}>
      <Sentence waiting={data.waiting} />
      <Votes />
      {starts && <FirstSteps setUp={data.set_up} />}
      <div className={css.pair}>
        <Items data={data} />
        <Section
          title={t("changed.title")}
          aside={
            <Link to={addressOf(data.changed.figure)}>
              {t("changed.since", { day: data.changed.since, count: data.changed.figure.value })}
            </Link>
          }
        >
          {data.changed.items.length ? (
            <Changes changes={data.changed.items} />
          ) : (
            <p className="muted">{t("changed.none")}</p>
          )}
        </Section>
      </div>
    </div>
  );
}

/** Requests that wait for this person's vote; nothing where there are none. */
function Votes() {
  const { t } = useTranslation(["workbench", "common"]);
  const query = { only: "mine", state: "waiting", limit: 5 };
  const { data } = useGet("/approvals", { query }, { enabled: useCan()("vote"), every: 60_000 });
  if (!data?.items.length) return null;
  return (
    <Section title={t("votes.title")} aside={<Link to="/approvals">{t("common:action.all")}</Link>}>
      <ul className={css.votes}>
        {data.items.map(({ id, title, maker, made_at }) => (
          <li key={id}>
            <Link to={`/approvals/${id}`}>{title}</Link>
            <span className="muted">
              {maker.name} · <Since value={made_at} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Alerts of one's own, then those nobody looks after; they wait for nobody who may only look. */
function Items({ data }: { data: Workbench }) {
  const { t } = useTranslation(["workbench", "common"]);
  const acts = useCan()("acknowledge_alert");
  const title = acts ? t("items.title") : t("items.title_open");
  return (
    <Section title={title} aside={<Link to="/alerts">{t("common:action.all")}</Link>}>
      {data.items.length ? (
        <AlertLines alerts={data.items} label={title} />
      ) : (
        <p className="muted">{acts ? t("items.none") : t("items.none_open")}</p>
      )}
    </Section>
  );
}

function Sentence({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation("workbench");
  const { name } = useMe();
  const parts = waitingParts(waiting);
  return (
    <p className={css.sentence}>
      {t("hello", { name })}
      {parts.length === 0 && t("waiting.nothing")}
      {parts.map(({ key, count, to }, index) => (
        <Fragment key={key}>
          {index > 0 && t("waiting.comma")}
          <Trans t={t} i18nKey={`waiting.${key}`} values={{ count }} components={{ l: <Link to={to} /> }} />
        </Fragment>
      ))}
      {parts.length > 0 && t("waiting.stop")}
    </p>
  );
}
