/** All that happened to the customer, newest first. */
import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useList } from "@/api/hooks";
import type { components } from "@/api/schema";
import { RISK } from "@/app/theme";
import { Answer } from "@/ui/answer";
import { momentQuery } from "@/ui/moment-asked";
import { Pager } from "@/ui/pager";
import { EmptyState } from "@/ui/states";
import { Day, Money } from "@/ui/values";
import css from "./facts.module.css";
import { byDay, OTHER_SORTS, SORTS, type Sort } from "./timeline";
import { useHere } from "./use-place";

type Entry = components["schemas"]["EntryShown"];

export function TimelineTab() {
  const { t } = useTranslation("customers");
  const { code, place } = useHere();
  const [sort, setSort] = useState<Sort>("all");
  const list = useList("/customers/{code}/timeline", {
    path: { code },
    query: { ...momentQuery(place), kinds: SORTS[sort] },
  });
  return (
    <div className="stack">
      <div style={{ overflowX: "auto" }}>
        <Segmented<Sort>
          aria-label={t("timeline.sorts")}
          value={sort}
          onChange={setSort}
          options={(Object.keys(SORTS) as Sort[]).map((value) => ({ value, label: t(`timeline.${value}`) }))}
        />
      </div>
      <Answer
        query={list.query}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState title={t("timeline.none")} />}
      >
        {({ items }) => (
          <>
            <div>
              {byDay(items).map(({ on, entries }) => (
                <div key={on} className={css.timeline}>
                  <div className={css.day}>
                    <Day value={on} />
                  </div>
                  <ul className={css.entries}>
                    {entries.map((entry) => (
                      <li key={`${entry.kind} ${entry.id}`}>
                        <EntryLine entry={entry} />
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
            </div>
            <Pager list={list} shown={items.length} />
          </>
        )}
      </Answer>
    </div>
  );
}

function EntryLine({ entry }: { entry: Entry }) {
  const { to } = useHere();
  const { kind, kind_label, id, title, amount, currency, tone } = entry;
  const address = OTHER_SORTS.has(kind)
    ? kind.startsWith("alert")
      ? `/alerts/${id}`
      : null
    : to({ tab: "facts", kind, fact: id });
  const words = <span style={tone === "plain" ? undefined : { color: RISK[tone].text }}>{title || kind_label}</span>;
  return (
    <>
      <span>{kind_label}</span>
      {address ? <Link to={address}>{words}</Link> : words}
      <span className="num">
        {amount !== null && (
          <>
            <Money value={amount} /> <small className="muted">{currency}</small>
          </>
        )}
      </span>
    </>
  );
}
