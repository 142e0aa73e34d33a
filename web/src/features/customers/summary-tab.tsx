/** What matters first: what is open, what costs the score most, how it moved, how old the debts are. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Fact, Facts, Section } from "@/ui/page";
import { Day, Masked, Missing, Money } from "@/ui/values";
import { Ageing } from "./ageing";
import { AlertLines } from "./alert-lines";
import { ScoreHistory } from "./history";
import { ItemBar } from "./item-bar";
import css from "./parts.module.css";
import { useFixed, useReadingText } from "./reading-value";
import { weighed } from "./score";
import { StrategyInShort } from "./strategy-tab";
import { useHere } from "./use-place";

const MOST_COSTS = 6;

export function SummaryTab() {
  const { t } = useTranslation("customers");
  const { customer, to } = useHere();
  return (
    <div className={css.summary}>
      <div className={css.main}>
        <Section
          title={t("summary.alerts", { count: customer.alerts.length })}
          aside={
            <Link to={to({ tab: "alerts" })} replace>
              {t("summary.all_rules")}
            </Link>
          }
        >
          <AlertLines alerts={customer.alerts} />
        </Section>
        <Section
          title={t("summary.costs")}
          aside={
            <Link to={to({ tab: "score" })} replace>
              {t("summary.all_items")}
            </Link>
          }
        >
          <Costs />
        </Section>
        <Section title={t("history.title")}>
          <ScoreHistory />
        </Section>
      </div>
      <div className={css.side}>
        <StrategyInShort />
        <Section title={t("summary.ageing")}>
          <Ageing />
        </Section>
        <Section title={t("summary.master")}>
          <Master />
        </Section>
      </div>
    </div>
  );
}

/** The items that keep the score from 100, the dearest first. */
function Costs() {
  const { t } = useTranslation("customers");
  const text = useReadingText();
  const fixed = useFixed();
  const { customer, to } = useHere();
  const costs = weighed(customer.score.items)
    .filter(({ cost }) => cost !== null && cost > 0.05)
    .slice(0, MOST_COSTS);
  if (!costs.length) return <p className="muted">{t("summary.no_costs")}</p>;
  return (
    <ul className={css.costs}>
      {costs.map(({ item, cost }) => (
        <li key={item.indicator}>
          <Link to={to({ reading: item.indicator })} replace className={css.costName}>
            {item.label}
          </Link>
          <span className="num">{item.value === null ? <Missing /> : text.value(item.value, item.unit)}</span>
          <ItemBar points={item.points} />
          <span className={`num ${css.cost}`}>−{fixed(cost ?? 0)}</span>
        </li>
      ))}
    </ul>
  );
}

function Master() {
  const { t } = useTranslation("customers");
  const { customer, isMasked } = useHere();
  const { registered_on, registered_capital, status, country, segment, group, value } = customer;
  return (
    <Facts>
      <Fact label={t("master.value")}>{value.tier.words}</Fact>
      <Fact label={t("master.grade_since")}>
        <Day value={customer.grade.standing_since} />
      </Fact>
      <Fact label={t("master.group")}>{isMasked("group") ? <Masked /> : group || <Missing />}</Fact>
      <Fact label={t("master.segment")}>{segment || <Missing />}</Fact>
      <Fact label={t("master.registered_on")}>
        <Day value={registered_on} />
      </Fact>
      <Fact label={t("master.capital")}>
        <Money value={registered_capital} masked={isMasked("registered_capital")} />
      </Fact>
      <Fact label={t("master.status")}>{status.words || <Missing />}</Fact>
      <Fact label={t("master.country")}>{country || <Missing />}</Fact>
    </Facts>
  );
}
