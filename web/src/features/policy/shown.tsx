/** Documents of the policy in readable words, one form for each kind. */
import { useTranslation } from "react-i18next";
import { useAsk } from "@/api/hooks";
import { Answer } from "@/ui/answer";
import { useFormat } from "@/ui/format";
import { Fact, Facts, Section } from "@/ui/page";
import { ShareBar } from "@/ui/score-bar";
import { GradeTag, PlainTag, SeverityTag } from "@/ui/tags";
import {
  type Card,
  type Grading,
  type Kind,
  type Matrix,
  quadrantOf,
  type Rule,
  type Rules,
  read,
  said,
  totalWeight,
  type ValueCard,
} from "./model";
import { type Names, useBound, useNames } from "./names";
import css from "./policy.module.css";
import { LettersShown, PlansShown, StrategiesShown } from "./shown-conduct";

export function Shown({ kind, body }: { kind: Kind; body: string }) {
  const names = useNames();
  const document = read<never>(body);
  if (!document) return <TextShown body={body} />;
  switch (kind) {
    case "scorecard":
      return <CardShown card={document} names={names} />;
    case "value_card":
      return <ValueShown value={document} names={names} />;
    case "grading":
      return <GradingShown grading={document} names={names} />;
    case "matrix":
      return <MatrixShown matrix={document} names={names} />;
    case "rules":
      return <RulesShown body={body} names={names} />;
    case "indicators":
      return <IndicatorsShown body={body} />;
    case "strategies":
      return <StrategiesShown strategies={document} names={names} />;
    case "contingency_plans":
      return <PlansShown plans={document} names={names} />;
    case "letters":
      return <LettersShown letters={document} names={names} />;
    default:
      return <TextShown body={body} />;
  }
}

export function TextShown({ body }: { body: string }) {
  const { t } = useTranslation("policy");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={css.text} aria-label={t("text")} tabIndex={0}>
      <pre>{body}</pre>
    </section>
  );
}

function CardShown({ card, names }: { card: Card; names: Names }) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const bound = useBound(names);
  const total = totalWeight(card.items);
  const range = (up_to: number | null | undefined, indicator: string) => {
    if (names.unit(indicator) === "flag") return t(typeof up_to === "number" ? "flag.no" : "flag.yes");
    return typeof up_to === "number" ? `≤ ${bound(up_to, indicator)}` : t("card.above");
  };
  const heaviest = Math.max(...card.items.map(({ weight }) => weight));
  return (
    <>
      <Facts>
        <Fact label={t("card.missing")}>{t(`missing.${card.missing ?? "spread"}`)}</Fact>
        <Fact label={t("card.refuse")}>{format.percent((card.refuse_below_permille ?? 0) / 1000)}</Fact>
        <Fact label={t("card.cap")}>{t("card.points", { count: card.signal_cap ?? 0 })}</Fact>
      </Facts>
      <ul className={css.items}>
        {card.items.map(({ indicator, weight, bins }) => (
          <li key={indicator} className={css.item}>
            <span className={css.itemName}>{names.name(indicator)}</span>
            <span className={css.share}>
              <ShareBar share={weight / heaviest} width={64} />
              <span className="num">{format.percent(weight / total, 1)}</span>
            </span>
            <span className={css.bins}>
              {bins.map(({ up_to, points }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: bins have no other name than their place
                <span key={index} className={css.bin}>
                  {range(up_to, indicator)}
                  <b className="num">{points}</b>
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Cuts({ rows }: { rows: { key: string; label: React.ReactNode; below?: number | null; from: number }[] }) {
  const { t } = useTranslation("policy");
  return (
    <ul className={css.items}>
      {rows.map(({ key, label, below, from }) => (
        <li key={key} className={css.cut}>
          <span>{label}</span>
          <span className="num muted">
            {typeof below === "number" ? t("cuts.range", { from, below }) : t("cuts.last", { from })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function GradingShown({ grading, names }: { grading: Grading; names: Names }) {
  const { t } = useTranslation("policy");
  return (
    <>
      <Facts>
        <Fact label={t("grading.margin")}>{t("card.points", { count: grading.margin ?? 0 })}</Fact>
        <Fact label={t("grading.stay")}>{t("grading.days", { count: grading.minimum_stay_days ?? 0 })}</Fact>
        <Fact label={t("grading.unrated")}>{said(grading.unrated, names.language)}</Fact>
      </Facts>
      <Cuts
        rows={grading.bands.map(({ grade, label, below }, index) => ({
          key: grade,
          label: <GradeTag grade={grade} label={said(label, names.language)} />,
          below,
          from: grading.bands[index - 1]?.below ?? 0,
        }))}
      />
    </>
  );
}

function ValueShown({ value, names }: { value: ValueCard; names: Names }) {
  const { t } = useTranslation("policy");
  return (
    <>
      <CardShown card={value.card} names={names} />
      <Section title={t("tiers")}>
        <Cuts
          rows={value.tiers.map(({ tier, label, below }, index) => ({
            key: tier,
            label: said(label, names.language),
            below,
            from: value.tiers[index - 1]?.below ?? 0,
          }))}
        />
      </Section>
    </>
  );
}

function MatrixShown({ matrix, names }: { matrix: Matrix; names: Names }) {
  const { t } = useTranslation("policy");
  return (
    <table className={css.matrix} aria-label={t("kind.matrix")}>
      <thead>
        <tr>
          <td />
          {names.grades.map(({ value, label }) => (
            <th key={value} scope="col">
              <GradeTag grade={value} label={label} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...names.tiers].reverse().map(({ value: tier, label }) => (
          <tr key={tier}>
            <th scope="row">{label}</th>
            {names.grades.map(({ value: grade }) => {
              const quadrant = quadrantOf(matrix, tier, grade);
              return <td key={grade}>{quadrant ? said(matrix.quadrants[quadrant]?.label, names.language) : "—"}</td>;
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RulesShown({ body, names }: { body: string; names: Names }) {
  const { t } = useTranslation("policy");
  const query = useAsk("/policy-words", { kind: "rules", body });
  const rules = read<Rules>(body)?.rules ?? {};
  return (
    <Answer query={query}>
      {({ rules: found }) => (
        <ul className={css.items}>
          {found.map(({ key, label, when, scope }) => (
            <li key={key} className={css.rule}>
              <p className={css.ruleName}>
                {label} <SeverityTag severity={rules[key]?.severity} />
                {rules[key] && <PlainTag>{t(`risk.${rules[key].risk_type as "credit"}`)}</PlainTag>}
              </p>
              <p>
                {t("rule.fires", { words: when.words ?? when.problem })}
                {rules[key]?.scope &&
                  rules[key].scope !== "TRUE" &&
                  t("rule.scope", { words: scope.words ?? scope.problem })}
              </p>
              {rules[key] && <Consequences rule={rules[key]} names={names} />}
            </li>
          ))}
        </ul>
      )}
    </Answer>
  );
}

export function Consequences({ rule, names }: { rule: Rule; names: Names }) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const role = (code: string | null | undefined) =>
    names.roles.find(({ value }) => value === code)?.label ?? code ?? "";
  const actions = (rule.actions ?? []).map(({ action, to, value }) => {
    const what = t(`action.${action as "task"}`);
    const who = role(to) || value;
    return who ? t("rule.with", { action: what, who }) : what;
  });
  return (
    <p className="muted">
      {[
        rule.recipients?.length && t("rule.told", { who: format.list(rule.recipients.map(role)) }),
        actions.length && t("rule.does", { what: format.list(actions) }),
        rule.cooldown_days && t("rule.rests", { count: rule.cooldown_days }),
      ]
        .filter(Boolean)
        .join(" · ")}
    </p>
  );
}

function IndicatorsShown({ body }: { body: string }) {
  const { t } = useTranslation("policy");
  const query = useAsk("/policy-words", { kind: "indicators", body });
  return (
    <Answer query={query}>
      {({ indicators }) =>
        [...new Set(indicators.map(({ dimension }) => dimension))].map((dimension) => (
          <Section key={dimension} title={dimension}>
            <ul className={css.items} aria-label={t("formulas", { dimension })}>
              {indicators
                .filter((each) => each.dimension === dimension)
                .map(({ key, label, formula }) => (
                  <li key={key} className={css.formula}>
                    <span>{label}</span>
                    <span className="quiet">{formula}</span>
                  </li>
                ))}
            </ul>
          </Section>
        ))
      }
    </Answer>
  );
}
