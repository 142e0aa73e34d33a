/** One customer: what they owe, how they stand and why, and everything that is known of them. */
import { RadioTower } from "lucide-react";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { readCode } from "@/api/customer-address";
import { useGet } from "@/api/hooks";
import type { Problem } from "@/api/problem";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { LinkButton } from "@/ui/link-button";
import { MomentBar, MomentChoice } from "@/ui/moment";
import { momentQuery } from "@/ui/moment-asked";
import { Page } from "@/ui/page";
import { GradeTag, PlainTag } from "@/ui/tags";
import { AlertsTab } from "./alerts-tab";
import { ChangeTab } from "./change-tab";
import css from "./customer.module.css";
import { FactsTab } from "./facts-tab";
import { Figures } from "./figures";
import { GroupTab } from "./group-tab";
import { Identity } from "./identity";
import { MergedAway, Mergers } from "./mergers";
import { NotKnownThen } from "./moment";
import { elsewhere, type Place, TABS, type Tab } from "./place";
import { ReadingPanel } from "./reading-panel";
import { ReadingsTab } from "./readings-tab";
import { ScoreTab } from "./score-tab";
import { StrategyTab } from "./strategy-tab";
import { SummaryTab } from "./summary-tab";
import { TimelineTab } from "./timeline-tab";
import type { Customer } from "./types";
import { HereProvider, usePlace } from "./use-place";
import { WayBackTab } from "./way-back-tab";

export default function CustomerPage() {
  const { t } = useTranslation("customers");
  const code = readCode(useParams().code ?? "");
  const [place] = usePlace();
  const query = useGet("/customers/{code}", { path: { code }, query: momentQuery(place) }, { keep: true });
  const customer = query.data?.code === code ? query.data : undefined;
  return (
    <Page
      title={customer?.name ?? code}
      note={customer && <Standing customer={customer} />}
      back={<Link to="/customers">{t("title")}</Link>}
      actions={customer && <Actions customer={customer} />}
    >
      {query.error?.code === "not_known_then" && !customer ? (
        <NotKnownThen />
      ) : isMergedAway(query.error) && !customer ? (
        <MergedAway code={code} into={textOf(query.error.params.into)} batch={Number(query.error.params.batch)} />
      ) : (
        <Answer query={{ ...query, data: customer } as typeof query} lines={14}>
          {(found) => <Whole customer={found} place={place} isOld={query.isPlaceholderData} />}
        </Answer>
      )}
    </Page>
  );
}

const isMergedAway = (problem: Problem | null): problem is Problem =>
  problem?.code === "customer_merged" || problem?.code === "customer_merged_elsewhere";

const textOf = (value: unknown): string | null => (typeof value === "string" ? value : null);

function Standing({ customer }: { customer: Customer }) {
  const { t } = useTranslation("customers");
  const { standing, raw } = customer.grade;
  const shown = standing ?? raw;
  return (
    <span className="row">
      <GradeTag grade={shown.code} label={shown.words} />
      <span className="quiet">{customer.quadrant.words}</span>
      {customer.is_stub && <PlainTag title={t("head.stub_words")}>{t("head.stub")}</PlainTag>}
    </span>
  );
}

function Actions({ customer: { code, may_write } }: { customer: Customer }) {
  const { t } = useTranslation("customers");
  const can = useCan();
  return (
    <>
      <MomentChoice judges />
      {can("report_signal") && may_write && (
        <LinkButton
          to={`/signals/new?customer=${encodeURIComponent(code)}`}
          icon={<RadioTower size={16} strokeWidth={1.75} aria-hidden />}
          primary
        >
          {t("head.report")}
        </LinkButton>
      )}
    </>
  );
}

const PARTS: Record<Tab, () => React.ReactNode> = {
  summary: () => <SummaryTab />,
  score: () => <ScoreTab />,
  change: () => <ChangeTab />,
  strategy: () => <StrategyTab />,
  way_back: () => <WayBackTab />,
  readings: () => <ReadingsTab />,
  group: () => <GroupTab />,
  facts: () => <FactsTab />,
  alerts: () => <AlertsTab />,
  timeline: () => <TimelineTab />,
};

function Whole({ customer, place, isOld }: { customer: Customer; place: Place; isOld: boolean }) {
  const { t } = useTranslation("customers");
  const here = useMemo(() => ({ code: customer.code, customer, place }), [customer, place]);
  return (
    <HereProvider value={here}>
      <div className={isOld ? `${css.whole} ${css.old}` : css.whole} aria-busy={isOld}>
        <MomentBar shown={customer} />
        <Identity />
        <Mergers code={customer.code} />
        <Figures />
        <nav className={css.tabs} aria-label={t("tab.tabs")}>
          {TABS.map((tab) => (
            <Link
              key={tab}
              to={elsewhere(place, { tab })}
              replace
              className={css.tab}
              aria-current={tab === place.tab ? "page" : undefined}
            >
              {t(`tab.${tab}`)}
              {tab === "alerts" && customer.alerts.length > 0 && (
                <small className="num">{customer.alerts.length}</small>
              )}
            </Link>
          ))}
        </nav>
        {PARTS[place.tab]()}
        {place.reading !== null && <ReadingPanel reading={place.reading} />}
      </div>
    </HereProvider>
  );
}
