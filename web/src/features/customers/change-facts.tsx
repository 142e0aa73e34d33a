/** The facts behind a score change: what happened since, and what is told otherwise now. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Section } from "@/ui/page";
import { PlainTag } from "@/ui/tags";
import { Day, Money } from "@/ui/values";
import css from "./change.module.css";
import { FactCell } from "./fact-cell";
import { isKind } from "./fact-columns";
import { FactPanel } from "./fact-panel";
import type { ScoreChange } from "./types";
import { useHere } from "./use-place";

type Fact = ScoreChange["facts"][number];

export function ChangedFacts({ found }: { found: ScoreChange }) {
  const { place } = useHere();
  return (
    <>
      {(["data", "corrections"] as const).map((part) => (
        <Part key={part} part={part} found={found} />
      ))}
      {place.kind !== null && place.fact !== null && isKind(place.kind) && (
        <FactPanel kind={place.kind} fact={place.fact} />
      )}
    </>
  );
}

function Part({ part, found }: { part: Fact["part"]; found: ScoreChange }) {
  const { t } = useTranslation("customers");
  const facts = found.facts.filter((fact) => fact.part === part);
  const total = found.totals[part];
  if (!facts.length) return null;
  return (
    <Section title={t(`account.facts_${part}`, { count: total })}>
      <ul className={css.facts}>
        {facts.map((fact) => (
          <Line key={`${fact.kind} ${fact.id}`} fact={fact} />
        ))}
      </ul>
      {facts.length < total && <p className="muted">{t("account.most", { count: found.totals.most })}</p>}
    </Section>
  );
}

function Line({ fact }: { fact: Fact }) {
  const { t } = useTranslation("customers");
  const { to } = useHere();
  const name = [fact.kind_label, fact.title].filter(Boolean).join(" · ");
  return (
    <li>
      <span className="muted">
        <Day value={fact.event_on} />
      </span>
      <span>
        {isKind(fact.kind) ? <Link to={to({ tab: "change", kind: fact.kind, fact: fact.id })}>{name}</Link> : name}{" "}
        <PlainTag>{t(`account.moved.${fact.moved}`)}</PlainTag>
        {fact.cells.length > 0 && (
          <span className={css.cells}>
            {fact.cells.map((cell) => (
              <span key={cell.key}>
                {cell.label} <FactCell column={{ ...cell, is_hidden: false }} value={cell.before} /> →{" "}
                <FactCell column={{ ...cell, is_hidden: false }} value={cell.after} />
              </span>
            ))}
          </span>
        )}
      </span>
      {fact.currency && <Money value={fact.amount} currency={fact.currency} cents masked={fact.amount === null} />}
    </li>
  );
}
