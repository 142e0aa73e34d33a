/** Two customers side by side: their keys, names and what they owe; then which of them stays, or that they are two firms. */
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { customerPath } from "@/api/customer-address";
import { useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { ConfirmWithReason } from "@/ui/confirm";
import { useFormat } from "@/ui/format";
import { GradeTag, PlainTag } from "@/ui/tags";
import { useToast } from "@/ui/toast";
import { Masked, Missing, Money, Num } from "@/ui/values";
import { MergeDialog } from "./merge-dialog";
import css from "./merging.module.css";
import type { Duplicate, Side } from "./types";

export function Pair({ pair }: { pair: Duplicate }) {
  const { t } = useTranslation("merging");
  const sides = [pair.one, pair.other] as const;
  const names = sides.map(({ customer }) => customer.name);
  return (
    <article className={css.pair} aria-label={t("pair", { one: names[0], other: names[1] })}>
      <div className="row">
        {pair.evidence.map(({ code, label }) => (
          <PlainTag key={code}>{label}</PlainTag>
        ))}
        {pair.numbers_differ && <span className="quiet">{t("numbers_differ")}</span>}
      </div>
      <SideBySide sides={sides} />
      <Decisions sides={sides} />
    </article>
  );
}

/** The values of two customers, row by row; what differs stands out. */
export function SideBySide({ sides }: { sides: readonly [Side, Side] }) {
  const { t } = useTranslation("merging");
  const rows: [string, string, (side: Side) => ReactNode][] = [
    ["key", t("row.key"), (side) => `${side.source} · ${side.external_id}`],
    ["uscc", t("row.uscc"), (side) => (side.uscc === null ? <Masked /> : side.uscc || <Missing />)],
    ["owner", t("row.owner"), ({ customer }) => customer.owner?.name ?? <Missing />],
    ["terms", t("row.terms"), (side) => (side.terms_days === null ? <Missing /> : <Num value={side.terms_days} />)],
    ["grade", t("row.grade"), ({ customer: { grade } }) => (grade ? <GradeTag grade={grade} /> : <Missing />)],
    ["receivable", t("row.receivable"), ({ customer }) => <Money value={customer.receivable} cents />],
    ["overdue", t("row.overdue"), ({ customer }) => <Money value={customer.overdue} cents />],
    ["alerts", t("row.alerts"), ({ customer }) => <Num value={customer.open_alerts} />],
    ["facts", t("row.facts"), (side) => <Counts side={side} />],
  ];
  return (
    <table className={css.sides}>
      <thead>
        <tr>
          <td />
          {sides.map(({ customer: { code, name } }) => (
            <th key={code} scope="col">
              <Link to={customerPath(code)}>{name}</Link>
              <span className="num quiet">{code}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([key, label, value]) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {sides.map((side) => (
              <td key={side.customer.code}>{value(side)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Counts({ side }: { side: Side }) {
  const { t } = useTranslation("merging");
  const format = useFormat();
  const told = side.facts.map(({ label, count }) => t("row.of_kind", { label, count: format.num(count) }));
  return told.length ? told.join(" · ") : <Missing />;
}

function Decisions({ sides }: { sides: readonly [Side, Side] }) {
  const { t } = useTranslation("merging");
  const can = useCan();
  const toast = useToast();
  const [stays, setStays] = useState<Side | null>(null);
  const [isTwo, setTwo] = useState(false);
  const [one, other] = sides;
  const away = stays === one ? other : one;
  const different = useSend("post", "/customers/{code}/not-same", {
    refreshes: ["/customers/duplicates"],
    onDone: () => toast.done(t("different.done")),
  });
  if (!can("merge_customer")) return null;
  return (
    <div className={css.decisions}>
      {sides.map((side) => (
        <Button key={side.customer.code} onClick={() => setStays(side)}>
          {t("merge.keep", { code: side.customer.code })}
        </Button>
      ))}
      <Button type="text" onClick={() => setTwo(true)}>
        {t("different.action")}
      </Button>
      {stays && <MergeDialog away={away.customer.code} stays={stays.customer.code} onClose={() => setStays(null)} />}
      <ConfirmWithReason
        open={isTwo}
        title={t("different.title")}
        confirm={t("different.action")}
        busy={different.isPending}
        problem={different.error}
        onClose={() => setTwo(false)}
        onConfirm={({ note }) =>
          different.mutate({
            path: { code: one.customer.code },
            body: { other: other.customer.code, reason: note },
          })
        }
      >
        <p>{t("different.words", { one: one.customer.name, other: other.customer.name })}</p>
      </ConfirmWithReason>
    </div>
  );
}
