/** The overview: one sentence on what changed, then the book in figures; every figure opens its list. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useGet } from "@/api/hooks";
import { useCan } from "@/app/session";
import { AlertLines } from "@/ui/alert-lines";
import { Answer } from "@/ui/answer";
import { LinkButton } from "@/ui/link-button";
import { MomentBar, MomentChoice, useMoment } from "@/ui/moment";
import { type MomentAsked, momentQuery, searchFrom } from "@/ui/moment-asked";
import { Page, Section } from "@/ui/page";
import { SeenFrom } from "@/ui/seen-from";
import { EmptyState } from "@/ui/states";
import { Ageing, Industries } from "./bars";
import { Figures, Sentence } from "./figures";
import { Matrix } from "./matrix";
import { lineOf, type Overview } from "./model";
import css from "./overview.module.css";
import { Trend } from "./trend";

export default function OverviewPage() {
  const { t } = useTranslation(["overview", "common"]);
  const can = useCan();
  const [asked] = useMoment();
  const query = useGet("/overview", { query: momentQuery(asked) }, { keep: true });
  const asOf = query.data?.as_of;
  return (
    <Page
      title={t("title")}
      note={asOf && t("as_of", { day: asOf })}
      actions={
        asOf && (
          <>
            <MomentChoice judges />
            {can("portfolio_movements") && <LinkButton to="/movements">{t("movements")}</LinkButton>}
            {can("movements") && <LinkButton to="/monthly">{t("monthly")}</LinkButton>}
          </>
        )
      }
    >
      <Answer query={query} isEmpty={(data) => !data.as_of} empty={<Nothing />}>
        {(data) => <Book data={data} />}
      </Answer>
    </Page>
  );
}

function Nothing() {
  const { t } = useTranslation("overview");
  const can = useCan();
  return (
    <EmptyState
      title={t("empty.title")}
      action={
        can("start_import") && (
          <LinkButton to="/setup" primary>
            {t("empty.start")}
          </LinkButton>
        )
      }
    >
      {can("start_import") ? t("empty.words") : t("empty.words_wait")}
    </EmptyState>
  );
}

/** The list of alerts from the same moment. */
const allAlerts = (asked: MomentAsked) => searchFrom(new URLSearchParams(), asked);

function Book({ data }: { data: Overview }) {
  const { t } = useTranslation(["overview", "common"]);
  const [asked] = useMoment();
  return (
    <div className={css.book}>
      <MomentBar shown={{ ...data, as_of: data.as_of ?? data.since }} />
      <Sentence data={data} />
      <Figures data={data} />
      <div className={css.pair}>
        <Section title={t("ageing.title")}>
          <Ageing buckets={data.ageing} />
        </Section>
        <Section title={t("trend.title")}>
          <Trend points={data.grades_over_time} />
        </Section>
      </div>
      <div className={css.pair}>
        <Section title={t("matrix.title")}>
          <Matrix cells={data.matrix} />
        </Section>
        <Section title={t("industry.title")}>
          <Industries lines={data.high_risk_by_industry} />
        </Section>
      </div>
      <Section
        title={t("newest.title")}
        aside={<Link to={`/alerts?${allAlerts(asked)}`}>{t("common:action.all")}</Link>}
      >
        {data.newest_alerts.length ? (
          <SeenFrom day={data.is_past ? data.as_of : null}>
            <AlertLines alerts={data.newest_alerts.map(lineOf)} label={t("newest.title")} />
          </SeenFrom>
        ) : (
          <p className="muted">{t("newest.none")}</p>
        )}
      </Section>
    </div>
  );
}
