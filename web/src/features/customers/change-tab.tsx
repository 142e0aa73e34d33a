/** Why the score is another than on an earlier day: the parts as a waterfall, their items, and the facts behind them. */
import { DatePicker, Segmented } from "antd";
import dayjs from "dayjs";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { customerPath } from "@/api/customer-address";
import { useGet } from "@/api/hooks";
import { Answer } from "@/ui/answer";
import { Chart } from "@/ui/chart";
import { useFormat } from "@/ui/format";
import { momentQuery } from "@/ui/moment-asked";
import { Section } from "@/ui/page";
import { Remark } from "@/ui/remark";
import { useNarrow } from "@/ui/use-narrow";
import css from "./change.module.css";
import { bars, points, signed, waterfall } from "./change-chart";
import { ChangedFacts } from "./change-facts";
import { ChangeItems } from "./change-items";
import type { ScoreChange } from "./types";
import { useHere, usePlace } from "./use-place";

const SPANS = [7, 30, 90, 365] as const;
const DAY = "YYYY-MM-DD";

export function ChangeTab() {
  const { code, customer, place } = useHere();
  const since = place.since ?? dayjs(customer.as_of).subtract(30, "day").format(DAY);
  const known = place.known === "now" ? { known_then: customer.known_at } : {};
  const query = useGet(
    "/customers/{code}/score-change",
    { path: { code }, query: { since, ...momentQuery(place), ...known } },
    { keep: true },
  );
  return (
    <div className="stack">
      <Choice since={since} />
      <Answer query={query} lines={10}>
        {(found) => <Account found={found} />}
      </Answer>
    </div>
  );
}

function Choice({ since }: { since: string }) {
  const { t } = useTranslation("customers");
  const { customer, place } = useHere();
  const [, go] = usePlace();
  const before = (days: number) => dayjs(customer.as_of).subtract(days, "day").format(DAY);
  return (
    <div className={css.choice}>
      <span className="row">
        <span className="quiet">{t("account.since")}</span>
        <DatePicker
          aria-label={t("account.since")}
          value={dayjs(since)}
          maxDate={dayjs(customer.as_of).subtract(1, "day")}
          allowClear={false}
          onChange={(chosen) => chosen && go({ since: chosen.format(DAY) })}
        />
      </span>
      <Segmented
        aria-label={t("account.span")}
        value={SPANS.find((days) => before(days) === since) ?? ""}
        onChange={(days) => go({ since: before(Number(days)) })}
        options={SPANS.map((days) => ({ value: days, label: t("account.days", { count: days }) }))}
      />
      <Segmented
        aria-label={t("account.knowledge")}
        value={place.known ?? "then"}
        onChange={(known) => go({ known: known === "now" ? "now" : null })}
        options={(["then", "now"] as const).map((value) => ({ value, label: t(`account.known_${value}`) }))}
      />
    </div>
  );
}

function Account({ found }: { found: ScoreChange }) {
  const { t } = useTranslation("customers");
  if (!found.was_known) return <Remark tone="plain">{t("account.unknown")}</Remark>;
  return (
    <>
      <Says found={found} />
      {found.legs.length > 0 && (
        <Section title={t("account.parts")}>
          <Drawn found={found} />
        </Section>
      )}
      {found.policy.length > 0 && <PolicyMoves found={found} />}
      <Members found={found} />
      <ChangeItems found={found} />
      <ChangedFacts found={found} />
    </>
  );
}

/** The whole change in one sentence, and what one must know to read it rightly. */
function Says({ found }: { found: ScoreChange }) {
  const { t } = useTranslation("customers");
  const format = useFormat();
  const [old, now] = [found.steps[0], found.steps.at(-1)];
  const said = (hundredths: number | null | undefined) =>
    typeof hundredths === "number" ? format.num(points(hundredths), 2) : t("account.no_score");
  return (
    <>
      <p className={css.sentence}>
        {t("account.sentence", {
          since: format.day(found.since),
          day: format.day(found.as_of),
          old: said(old?.score),
          now: said(now?.score),
        })}{" "}
        {found.change !== null && <strong className="num">{signed(found.change)}</strong>}
      </p>
      {found.change === null && (
        <Remark tone="plain">
          {t("account.no_total", {
            old_low: said(old?.low),
            old_high: said(old?.high),
            low: said(now?.low),
            high: said(now?.high),
            old_coverage: format.percent(old?.coverage ?? 0),
            coverage: format.percent(now?.coverage ?? 0),
          })}
        </Remark>
      )}
      {found.stands_in && <Remark tone="plain">{t("account.stands_in")}</Remark>}
    </>
  );
}

function Drawn({ found }: { found: ScoreChange }) {
  const { t } = useTranslation("customers");
  const format = useFormat();
  const narrow = useNarrow();
  const before = format.day(found.since);
  const after = format.day(found.as_of);
  const drawn = useMemo(() => {
    const first = found.steps.find(({ score }) => score !== null)?.score ?? null;
    return bars(first, found.legs, { before, after });
  }, [found, before, after]);
  const option = useMemo(() => waterfall(drawn, narrow), [drawn, narrow]);
  return (
    <Chart
      label={t("account.chart")}
      option={option}
      height={240}
      table={{
        columns: [
          { title: t("account.part") },
          { title: t("account.change"), align: "right" },
          { title: t("account.score"), align: "right" },
        ],
        rows: drawn.map(({ name, from, to, isTotal }) => ({
          key: name,
          cells: [
            name,
            <span key="change" className="num">
              {isTotal ? "" : signed(to - from)}
            </span>,
            <span key="score" className="num">
              {points(to).toFixed(2)}
            </span>,
          ],
        })),
      }}
    />
  );
}

/** Where the card rests on the group, the facts of its other members stand behind the parts, too. */
function Members({ found: { members, members_hidden: hidden, since } }: { found: ScoreChange }) {
  const { t } = useTranslation("customers");
  if (!members.length && !hidden) return null;
  return (
    <p className="muted">
      {t("account.members")}{" "}
      {members.map((code, place) => (
        <span key={code}>
          {place > 0 && t("account.comma")}
          <Link to={`${customerPath(code)}?tab=change&since=${since}`}>{code}</Link>
        </span>
      ))}{" "}
      {hidden > 0 && t("account.members_hidden", { count: hidden })}
    </p>
  );
}

function PolicyMoves({ found }: { found: ScoreChange }) {
  const { t } = useTranslation("customers");
  return (
    <p className="muted">
      {t("account.policy")}{" "}
      {found.policy.map(({ kind, label, before, after }, place) => (
        <span key={kind}>
          {place > 0 && t("account.comma")}
          {t("account.version", { label, before, after })}
        </span>
      ))}{" "}
      <Link to="?tab=score">{t("account.card")}</Link>
    </p>
  );
}
