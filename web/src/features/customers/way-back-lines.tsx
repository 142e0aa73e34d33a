/** The payments of a way back, each with what would follow without it; and the lines of the card that then still take off. */
import { useTranslation } from "react-i18next";
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
type Item = WayBack["items"][number];
type Total = WayBack["totals"][number];

/** Lines that take off less than this many hundredths of a point are left out. */
const LEAST = 5;
const MOST = 8;

export function BackSteps({ found }: { found: WayBack }) {
  const { t } = useTranslation("customers");
  const columns = useStepColumns(found);
  return (
    <>
      {found.steps.length > 0 && (
        <Section
          title={t("back.steps")}
          aside={
            <>
              {t("back.total")} <Amounts totals={found.totals} masked={found.masked} />
            </>
          }
        >
          <Steps steps={found.steps} columns={columns} />
        </Section>
      )}
      {found.left_out.disputed > 0 && <Remark>{t("back.disputed", { count: found.left_out.disputed })}</Remark>}
      {found.left_out.foreign > 0 && <Remark>{t("back.foreign", { count: found.left_out.foreign })}</Remark>}
    </>
  );
}

function Steps({ steps, columns }: { steps: Step[]; columns: Column<Step>[] }) {
  const { t } = useTranslation("customers");
  const { to } = useHere();
  return (
    <DataTable
      label={t("table_of", { name: t("back.steps") })}
      columns={columns}
      rows={steps}
      rowKey={({ items }) => String(items[0]?.id)}
      rowLink={({ items, count }) =>
        count === 1 && items[0]
          ? to({ tab: "facts", kind: "invoice", fact: items[0].id })
          : to({ tab: "facts", kind: "invoice" })
      }
    />
  );
}

function useStepColumns({ masked, state }: WayBack): Column<Step>[] {
  const { t } = useTranslation("customers");
  const without: Column<Step> = {
    key: "without",
    title: t("back.without"),
    hint: t("back.without_hint"),
    align: "right",
    width: 110,
    render: (step) => <Num value={step.without === null ? null : step.without / 100} digits={2} />,
  };
  return [
    { key: "invoice", title: t("back.invoice"), card: "title", render: (step) => <Named step={step} /> },
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
      render: ({ totals }) => <Amounts totals={totals} masked={masked} />,
    },
    { key: "by", title: t("back.by"), width: 120, render: ({ pay_by }) => <Day value={pay_by} /> },
    ...(state === "plan" ? [without] : []),
  ];
}

function Named({ step: { items, count } }: { step: Step }) {
  const { t } = useTranslation("customers");
  const first = items[0];
  if (count > 1 || !first) return t("back.bundle", { count });
  return first.instalment_no > 1 ? `${first.document_no} / ${first.instalment_no}` : first.document_no;
}

function Due({ items }: { items: Step["items"] }) {
  const first = items[0]?.due_on;
  const last = items.at(-1)?.due_on;
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
    { key: "lever", title: t("back.lever"), width: 130, render: ({ lever }) => t(`back.lever_${lever}`) },
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
