/** What is done about the customer: what holds and why, the steps, who approves departures, and letters to write. */
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useGet } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { momentQuery } from "@/ui/moment-asked";
import { Fact, Facts, Section } from "@/ui/page";
import { StepLines } from "@/ui/step-lines";
import { PlainTag } from "@/ui/tags";
import { LetterWriter } from "./letter";
import css from "./strategy.module.css";
import type { Strategy } from "./types";
import { useHere } from "./use-place";

function useStrategy() {
  const { code, place } = useHere();
  return useGet("/customers/{code}/strategy", { path: { code }, query: momentQuery(place) }, { keep: true });
}

export function StrategyTab() {
  const { t } = useTranslation("customers");
  const [search] = useSearchParams();
  const { code, customer } = useHere();
  const query = useStrategy();
  return (
    <Answer query={query}>
      {(found) => (
        <div className={css.tab}>
          <Section title={t("strategy.holds")} aside={<VersionOf found={found} />}>
            <p className="muted">{t("strategy.words")}</p>
            <Terms found={found} />
          </Section>
          {found.strategies.map((each) => (
            <Section key={each.kind} title={t(`strategy.of_${each.kind}`, { place: each.place.words })}>
              <p className={css.name}>{each.label}</p>
              {each.about && <p>{each.about}</p>}
              <StepLines steps={each.steps} />
            </Section>
          ))}
          {!customer.is_past && <LetterWriter code={code} asked={search.get("letter")} advised={advised(found)} />}
        </div>
      )}
    </Answer>
  );
}

const advised = ({ strategies }: Strategy): string[] =>
  strategies.flatMap(({ letter }) => (letter ? [letter.key] : []));

function Terms({ found }: { found: Strategy }) {
  const { t } = useTranslation("customers");
  if (!found.strategies.length) return <p className="muted">{t("strategy.none")}</p>;
  return (
    <Facts>
      {found.terms.map(({ name, label, words, by }) => (
        <Fact key={name} label={label}>
          {words} <PlainTag>{t(`strategy.by_${by}`)}</PlainTag>
        </Fact>
      ))}
      {found.approvers.length > 0 && (
        <Fact label={t("strategy.approvers")}>{found.approvers.map(({ label }) => label).join(t("strategy.or"))}</Fact>
      )}
    </Facts>
  );
}

function VersionOf({ found }: { found: Strategy }) {
  const { t } = useTranslation("customers");
  const can = useCan();
  if (found.version === null) return null;
  const words = t("strategy.version", { number: found.version });
  return can("policy") ? <Link to={`/policy/strategies?version=${found.version}`}>{words}</Link> : words;
}

/** The terms in short, beside what else matters first. */
export function StrategyInShort() {
  const { t } = useTranslation("customers");
  const { to } = useHere();
  const query = useStrategy();
  return (
    <Section
      title={t("strategy.title")}
      aside={
        <Link to={to({ tab: "strategy" })} replace>
          {t("strategy.all")}
        </Link>
      }
    >
      <Answer query={query} lines={4}>
        {(found) =>
          found.strategies.length ? (
            <>
              <p>{found.strategies[0]?.label}</p>
              <Facts>
                {found.terms.map(({ name, label, words }) => (
                  <Fact key={name} label={label}>
                    {words}
                  </Fact>
                ))}
              </Facts>
            </>
          ) : (
            <p className="muted">{t("strategy.none")}</p>
          )
        }
      </Answer>
    </Section>
  );
}
