/** The acts of a way back, each with what would follow without it; and the lines of the card that then still take off. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "@/ui/format";
import { Section } from "@/ui/page";
import { Remark } from "@/ui/remark";
import { type Column, DataTable } from "@/ui/table";
import { Day, Masked, Missing, Money, Num } from "@/ui/values";
import css from "./parts.module.css";
import { ReadingValue } from "./reading-value";
import type { WayBack } from "./types";
import { useHere } from "./use-place";

type Step = WayBack["steps"][number];
type Thing = Step["items"][number];
type Item = WayBack["items"][number];
type Total = WayBack["totals"][number];

/** Lines that take off less than this many hundredths of a point are left out. */
const LEAST = 5;
const MOST = 8;

export function BackSteps({ found }: { found: WayBack }) {
  const { t } = useTranslation("customers");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const columns = useStepColumns(found, open, setOpen);
  return (
    <>
      {found.steps.length > 0 && (
        <Section
          title={t("back.steps")}
          aside={
            found.totals.length > 0 && (
              <>
                {t("back.total")} <Amounts totals={found.totals} masked={found.masked} />
              </>
            )
          }
        >
          <Steps steps={found.steps} columns={columns} open={open} masked={found.masked} />
        </Section>
      )}
      {found.left_out.foreign > 0 && <Remark>{t("back.foreign", { count: found.left_out.foreign })}</Remark>}
    </>
  );
}

const keyOf = (step: Step) => `${step.sort.code}-${step.items[0]?.id}-${step.items[0]?.name}-${step.do_by}`;

interface StepsProps {
  steps: Step[];
  columns: Column<Step>[];
  open: ReadonlySet<string>;
  masked: string[];
}

function Steps({ steps, columns, open, masked }: StepsProps) {
  const { t } = useTranslation("customers");
  const { to } = useHere();
  return (
    <DataTable
      label={t("table_of", { name: t("back.steps") })}
      columns={columns}
      rows={steps}
      rowKey={keyOf}
      rowLink={({ items, count }) => (count === 1 && items[0]?.id ? to(placeOf(items[0])) : undefined)}
      below={(step) => open.has(keyOf(step)) && <Inside step={step} masked={masked} />}
    />
  );
}

const placeOf = ({ kind, id }: Thing) => ({ tab: "facts" as const, kind, fact: id });

/** What a bundle holds, each with a link to the fact it is about. */
function Inside({ step: { items, count }, masked }: { step: Step; masked: string[] }) {
  const { t } = useTranslation("customers");
  const { to } = useHere();
  return (
    <ul className={css.inside}>
      {items.map((item) => (
        <li key={`${item.kind}-${item.id}-${item.name}`}>
          {item.id ? <Link to={to(placeOf(item))}>{nameOf(item)}</Link> : nameOf(item)}
          <Day value={item.due_on} />
          <span className="num">
            {masked.includes("steps.amount") ? (
              <Masked />
            ) : (
              item.amount !== null && <Money value={item.amount} currency={item.currency} cents />
            )}
          </span>
        </li>
      ))}
      {count > items.length && <li className="muted">{t("back.more", { count: count - items.length })}</li>}
    </ul>
  );
}

const nameOf = ({ name, instalment_no }: Thing) => (instalment_no > 1 ? `${name} / ${instalment_no}` : name);

function useStepColumns(
  { masked, state }: WayBack,
  open: ReadonlySet<string>,
  setOpen: (open: ReadonlySet<string>) => void,
): Column<Step>[] {
  const { t } = useTranslation("customers");
  const without: Column<Step> = {
    key: "without",
    title: t("back.without"),
    hint: t("back.without_hint"),
    align: "right",
    width: 110,
    render: (step) => <Num value={step.without === null ? null : step.without / 100} digits={2} />,
  };
  function turn(key: string) {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  }
  return [
    { key: "act", title: t("back.act"), card: "title", wraps: true, render: ({ sort }) => sort.words },
    {
      key: "which",
      title: t("back.which"),
      wraps: true,
      render: (step) => <Which step={step} isOpen={open.has(keyOf(step))} onTurn={() => turn(keyOf(step))} />,
    },
    { key: "due", title: t("back.due"), width: 190, render: ({ items }) => <Due items={items} /> },
    {
      key: "overdue",
      title: t("back.overdue"),
      align: "right",
      width: 100,
      render: ({ items }) => {
        const days = Math.max(...items.map(({ overdue_days }) => overdue_days));
        return days > 0 ? <span className="num">{t("back.days", { count: days })}</span> : <Missing />;
      },
    },
    {
      key: "amount",
      title: t("back.amount"),
      align: "right",
      card: "badge",
      width: 160,
      render: ({ totals }) => (totals.length ? <Amounts totals={totals} masked={masked} /> : <Missing />),
    },
    { key: "by", title: t("back.by"), width: 120, render: ({ do_by }) => <Day value={do_by} /> },
    ...(state === "plan" ? [without] : []),
  ];
}

interface WhichProps {
  step: Step;
  isOpen: boolean;
  onTurn: () => void;
}

/** One thing by its name; several by their count, which opens them. */
function Which({ step: { items, count, sort }, isOpen, onTurn }: WhichProps) {
  const { t } = useTranslation("customers");
  const first = items[0];
  if (count === 1 && first) return nameOf(first) || <Missing />;
  return (
    <Button
      type="link"
      size="small"
      className={css.opener}
      aria-expanded={isOpen}
      aria-label={t("back.bundle_open", { name: sort.words, count })}
      onClick={onTurn}
    >
      {t("back.bundle", { count })} {isOpen ? "▴" : "▾"}
    </Button>
  );
}

function Due({ items }: { items: Step["items"] }) {
  const days = items.map(({ due_on }) => due_on).filter((day) => day !== null);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined) return <Missing />;
  return first === last ? (
    <Day value={first} />
  ) : (
    <>
      <Day value={first} /> – <Day value={last} />
    </>
  );
}

function Amounts({ totals, masked }: { totals: Total[]; masked: string[] }) {
  if (masked.includes("totals.amount")) return <Masked />;
  return totals.map(({ currency, amount }, place) => (
    <span key={currency}>
      {place > 0 && " + "}
      <Money value={amount} currency={currency} cents />
    </span>
  ));
}

export function BackRest({ found }: { found: WayBack }) {
  const { t } = useTranslation("customers");
  const { to } = useHere();
  const format = useFormat();
  const lost = found.items.filter((item) => item.lost >= LEAST).slice(0, MOST);
  const columns: Column<Item>[] = [
    { key: "label", title: t("back.item"), card: "title", render: ({ label }) => label },
    {
      key: "value",
      title: t("back.value"),
      align: "right",
      render: ({ before, after, unit }) => (
        <>
          <ReadingValue value={before.value} unit={unit} missing={before.missing_words} /> →{" "}
          <ReadingValue value={after?.value} unit={unit} missing={after?.missing_words} />
        </>
      ),
    },
    {
      key: "points",
      title: t("back.points"),
      align: "right",
      width: 150,
      render: ({ before, after }) => (
        <span className="num">
          {before.points ?? <Missing />} → {after?.points ?? <Missing />}
        </span>
      ),
    },
    { key: "lever", title: t("back.lever"), wraps: true, render: (item) => <Lever item={item} /> },
    {
      key: "lost",
      title: t("back.lost"),
      align: "right",
      width: 100,
      card: "badge",
      render: (item) => <span className="num">−{format.num(item.lost / 100, 1)}</span>,
    },
  ];
  return (
    <Section title={t("back.rest")}>
      <DataTable
        label={t("table_of", { name: t("back.rest") })}
        columns={columns}
        rows={lost}
        rowKey={({ indicator }) => indicator}
        rowLink={({ indicator }) => to({ tab: "way_back", reading: indicator })}
        empty={<p className="muted">{t("back.none_lost")}</p>}
      />
      {found.signal_points > 0 && <p className={css.footnote}>{t("back.signals", { count: found.signal_points })}</p>}
    </Section>
  );
}

/** What the customer can do about a line; else whether time moves it. */
function Lever({ item: { movers, passes } }: { item: Item }) {
  const { t } = useTranslation("customers");
  if (movers.length) return movers.map(({ words }) => words).join(t("back.joint"));
  return <span className="muted">{t(passes ? "back.lever_time" : "back.lever_fixed")}</span>;
}
