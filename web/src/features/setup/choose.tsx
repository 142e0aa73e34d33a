/** Choose the few signals to be warned of, and where they begin. */
import { Button, Checkbox, InputNumber } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useGet, useSend } from "@/api/hooks";
import type { components } from "@/api/schema";
import { Answer } from "@/ui/answer";
import { Doubts, isDoubt } from "@/ui/doubts";
import { useFormat } from "@/ui/format";
import { ProblemLine } from "@/ui/problem-line";
import { Remark } from "@/ui/remark";
import { type Severity, SeverityTag } from "@/ui/tags";
import { useToast } from "@/ui/toast";
import { FEWEST, firstChoice, givenUp, inOrder, MOST, type Rule } from "./model";
import css from "./setup.module.css";

export function Choose() {
  const query = useGet("/rules");
  return <Answer query={query}>{(list) => <Form list={list} />}</Answer>;
}

type Values = Record<string, Record<string, string>>;

function Form({ list }: { list: components["schemas"]["RuleList"] }) {
  const { t } = useTranslation("setup");
  const toast = useToast();
  const [chosen, setChosen] = useState(() => new Set(firstChoice(list.items)));
  const [values, setValues] = useState<Values>({});
  const [all, setAll] = useState(false);
  const [meant, setMeant] = useState(false);
  const save = useSend<components["schemas"]["RuleChoiceMade"]>("put", "/rule-choice", {
    refreshes: ["/rules", "/workbench", "/alerts", "/overview", "/policy", "/approvals"],
    onDone: ({ approval }) => toast.done(t(approval === null ? "saved" : "asked")),
  });
  const format = useFormat();
  const asks = list.agreed_by.length > 0;
  const waits = save.data?.approval ?? null;
  const rules = inOrder(list.items);
  const shown = all ? rules : rules.slice(0, 8);
  const given = givenUp(list.items, chosen);
  const isGood = chosen.size >= FEWEST && chosen.size <= MOST;
  function forget() {
    setMeant(false);
    if (!save.isPending && waits === null) save.reset();
  }
  function toggle(key: string, on: boolean) {
    forget();
    setChosen((old) => {
      const next = new Set(old);
      if (on) next.add(key);
      else next.delete(key);
      return next;
    });
  }
  return (
    <>
      <p className="quiet">{t("choose_words", { fewest: FEWEST, most: MOST })}</p>
      <div className={css.rules}>
        {shown.map((rule) => (
          <Line
            key={rule.key}
            rule={rule}
            on={chosen.has(rule.key)}
            onToggle={(on) => toggle(rule.key, on)}
            values={values[rule.key] ?? {}}
            onValue={(name, value) => {
              forget();
              setValues((old) => ({ ...old, [rule.key]: { ...old[rule.key], [name]: value } }));
            }}
          />
        ))}
      </div>
      {shown.length < rules.length && (
        <div>
          <Button type="text" onClick={() => setAll(true)}>
            {t("all_rules", { count: rules.length })}
          </Button>
        </div>
      )}
      {given.rules > 0 && (
        <Remark role="status">
          {t("given_up", { count: given.rules })} {given.alerts > 0 && t("given_up_alerts", { count: given.alerts })}
        </Remark>
      )}
      {asks && (
        <Remark role="status">
          {waits === null ? (
            t("asks", { roles: format.list(list.agreed_by.map(({ label }) => label)) })
          ) : (
            <>
              {t("waits")} <Link to={`/approvals/${waits}`}>{t("approval")}</Link>
            </>
          )}
        </Remark>
      )}
      {save.error && isDoubt(save.error) && <Doubts problem={save.error} meant={meant} onMeant={setMeant} />}
      <div className="row">
        <Button
          type="primary"
          disabled={!isGood || waits !== null || (isDoubt(save.error) && !meant)}
          loading={save.isPending}
          onClick={() =>
            save.mutate({
              body: {
                enabled: [...chosen],
                thresholds: thresholdsOf(list.items, values),
                reason: t("reason"),
                version: list.choice?.version ?? null,
                confirmed: meant,
              },
            })
          }
        >
          {t(asks ? "ask" : "choose")}
        </Button>
        <span className="quiet" aria-live="polite">
          {t("chosen", { count: chosen.size })}
        </span>
      </div>
      {!isDoubt(save.error) && <ProblemLine problem={save.error} />}
    </>
  );
}

/** The present thresholds of every rule, and what was changed here. */
function thresholdsOf(rules: readonly Rule[], values: Values): Values {
  const entries = rules
    .filter(({ thresholds }) => thresholds.length > 0)
    .map(({ key, thresholds }) => [
      key,
      Object.fromEntries(thresholds.map(({ name, value }) => [name, values[key]?.[name] ?? value])),
    ]);
  return Object.fromEntries(entries) as Values;
}

interface LineProps {
  rule: Rule;
  on: boolean;
  onToggle: (on: boolean) => void;
  values: Record<string, string>;
  onValue: (name: string, value: string) => void;
}

function Line({ rule, on, onToggle, values, onValue }: LineProps) {
  const { t } = useTranslation("setup");
  const format = useFormat();
  return (
    <div className={css.rule}>
      <Checkbox id={`rule-${rule.key}`} checked={on} onChange={({ target }) => onToggle(target.checked)} />
      <label htmlFor={`rule-${rule.key}`}>{rule.label}</label>
      <span className="row">
        <span className="muted">
          {rule.fires_now === null
            ? t("off")
            : t("fires", { count: rule.fires_now, number: format.num(rule.fires_now) })}
        </span>
        <SeverityTag severity={rule.severity as Severity} />
      </span>
      <p>
        {rule.condition.words}
        {rule.condition.scope_words && ` ${t("scope", { words: rule.condition.scope_words })}`}
      </p>
      {on && rule.thresholds.length > 0 && (
        <div className={css.thresholds}>
          {rule.thresholds.map(({ name, label, value, min, max, currency }) => (
            <span key={name} className="row">
              <span className="quiet">{label}</span>
              <InputNumber
                className={css.threshold}
                stringMode
                size="small"
                suffix={currency ?? undefined}
                aria-label={`${rule.label}: ${label}`}
                value={values[name] ?? value}
                min={min}
                max={max}
                onChange={(next) => next !== null && onValue(name, String(next))}
              />
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
