/** Who shares a group with the customer and what they owe together; whom its failure hits. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { customerPath } from "@/api/customer-address";
import { useGet } from "@/api/hooks";
import { Answer } from "@/ui/answer";
import { Chart } from "@/ui/chart";
import { useFormat } from "@/ui/format";
import { momentQuery } from "@/ui/moment-asked";
import { Fact, Facts, Section } from "@/ui/page";
import { Remark } from "@/ui/remark";
import { type Column, DataTable } from "@/ui/table";
import { GradeTag } from "@/ui/tags";
import { Missing, Money, Num, Percent } from "@/ui/values";
import { contagionChart, MOST_DRAWN } from "./contagion-chart";
import type { Contagion, CustomerGroup, GroupMember, Hit, Relation } from "./types";
import { useHere } from "./use-place";

export function GroupTab() {
  const { code, place } = useHere();
  const asked = { path: { code }, query: momentQuery(place) };
  const group = useGet("/customers/{code}/group", asked);
  const contagion = useGet("/customers/{code}/contagion", asked);
  return (
    <div className="stack">
      <Answer query={group} lines={6}>
        {(found) => <Group group={found} />}
      </Answer>
      <Answer query={contagion} lines={6}>
        {(found) => <IfItFails contagion={found} />}
      </Answer>
    </div>
  );
}

/** A name that leads to the customer where one may see it. */
function Party({ code, name }: { code: string | null; name: string | null }) {
  const { t } = useTranslation("customers");
  if (code) return <Link to={`${customerPath(code)}?tab=group`}>{name ?? code}</Link>;
  return name ? <span>{name}</span> : <span className="muted">{t("group.hidden")}</span>;
}

type MemberLine = { key: string; name: ReactNode } & Partial<Omit<GroupMember, "name">>;

function Group({ group }: { group: CustomerGroup }) {
  const { t } = useTranslation("customers");
  const isMasked = (name: string) => group.masked.includes(name);
  const lines: MemberLine[] = group.members.map((member) => ({
    ...member,
    key: member.code,
    name: member.is_self ? (
      <span>
        {member.name} <small className="muted">{t("group.self")}</small>
      </span>
    ) : (
      <Party code={member.code} name={member.name} />
    ),
  }));
  const { others } = group;
  if (others) lines.push({ ...others, key: " others", name: t("group.others", { count: others.count }) });
  if (group.count > 1) {
    const { receivable, overdue } = group;
    lines.push({ key: " total", name: <strong>{t("group.total")}</strong>, receivable, overdue });
  }
  const columns: Column<MemberLine>[] = [
    { key: "name", title: t("group.member"), card: "title", render: ({ name }) => name },
    {
      key: "grade",
      title: t("group.grade"),
      card: "badge",
      render: ({ grade }) => (grade ? <GradeTag grade={grade.code} label={grade.words} /> : null),
    },
    {
      key: "receivable",
      title: t("group.receivable"),
      align: "right",
      render: ({ receivable }) => <Money value={receivable} masked={isMasked("receivable")} />,
    },
    {
      key: "overdue",
      title: t("group.overdue"),
      align: "right",
      render: ({ overdue }) => <Money value={overdue} masked={isMasked("overdue")} />,
    },
    {
      key: "days",
      title: t("group.days"),
      align: "right",
      render: ({ overdue_days_max }) => (overdue_days_max === undefined ? null : <Num value={overdue_days_max} />),
    },
  ];
  return (
    <>
      <Section title={group.group ? t("group.named", { name: group.group }) : t("group.title")} aside={group.currency}>
        {group.is_too_large && <Remark tone="medium">{t("group.too_large")}</Remark>}
        {group.count === 1 && !group.is_too_large && <p className="muted">{t("group.alone")}</p>}
        {group.count > 1 && (
          <DataTable
            label={t("table_of", { name: t("group.title") })}
            columns={columns}
            rows={lines}
            rowKey={({ key }) => key}
          />
        )}
      </Section>
      <Section title={t("group.relations")}>
        <Relations relations={group.relations} isMasked={isMasked} />
      </Section>
    </>
  );
}

function Relations({ relations, isMasked }: { relations: readonly Relation[]; isMasked: (name: string) => boolean }) {
  const { t } = useTranslation("customers");
  const columns: Column<Relation>[] = [
    {
      key: "party",
      title: t("group.party"),
      card: "title",
      render: ({ party_code, party }) => <Party code={party_code} name={party} />,
    },
    { key: "type", title: t("group.relation"), card: "badge", render: ({ type }) => type.words },
    { key: "of", title: t("group.of"), render: ({ code }) => <Party code={code} name={code} /> },
    {
      key: "share",
      title: t("group.share"),
      align: "right",
      render: ({ share }) => <Percent value={share} digits={1} />,
    },
    {
      key: "amount",
      title: t("group.amount"),
      align: "right",
      render: ({ amount }) => <Money value={amount} masked={isMasked("amount")} />,
    },
  ];
  if (!relations.length) return <p className="muted">{t("group.no_relations")}</p>;
  return (
    <DataTable
      label={t("table_of", { name: t("group.relations") })}
      columns={columns}
      rows={relations}
      rowKey={(each) => [each.code, each.type.code, each.party_code, each.party, each.share, each.amount].join(" ")}
    />
  );
}

function IfItFails({ contagion }: { contagion: Contagion }) {
  const { t } = useTranslation("customers");
  const isMasked = (name: string) => contagion.masked.includes(name);
  const amount = (name: "own" | "first" | "second" | "total") => (
    <Money value={contagion[name]} masked={isMasked(name)} cents />
  );
  return (
    <Section title={t("group.contagion")} aside={contagion.currency}>
      <p className="quiet">{t("group.words")}</p>
      <Facts>
        <Fact label={t("group.own")}>{amount("own")}</Fact>
        <Fact label={t("group.first")}>{amount("first")}</Fact>
        <Fact label={t("group.second")}>{amount("second")}</Fact>
        <Fact label={t("group.total_stake")}>{amount("total")}</Fact>
      </Facts>
      {contagion.unknown_ties > 0 && <p className="muted">{t("group.unknown", { count: contagion.unknown_ties })}</p>}
      {contagion.is_cut && <Remark tone="medium">{t("group.cut")}</Remark>}
      {contagion.hits.length || contagion.others ? (
        <Hits contagion={contagion} isMasked={isMasked} />
      ) : (
        <p className="muted">{t("group.nobody")}</p>
      )}
    </Section>
  );
}

type HitLine = { key: string; name: ReactNode; first: string | null; second: string | null } & Partial<
  Pick<Hit, "round" | "distress" | "receivable" | "ties">
>;

function Hits({ contagion, isMasked }: { contagion: Contagion; isMasked: (name: string) => boolean }) {
  const { t } = useTranslation("customers");
  const format = useFormat();
  const { customer, code } = useHere();
  const lines: HitLine[] = contagion.hits.map((hit, at) => ({
    ...hit,
    key: `${at}`,
    name: <Party code={hit.code} name={hit.name} />,
  }));
  const { others } = contagion;
  if (others) lines.push({ ...others, key: "others", name: t("group.others", { count: others.count }) });
  const why = ({ words, code: from, name }: Hit["ties"][number]) =>
    from === code ? words : t("group.because", { words, from: name ?? from ?? t("group.hidden") });
  const columns: Column<HitLine>[] = [
    { key: "name", title: t("group.who"), card: "title", render: ({ name }) => name },
    {
      key: "round",
      title: t("group.round"),
      align: "right",
      render: ({ round }) => (round ? <Num value={round} /> : null),
    },
    { key: "why", title: t("group.why"), wraps: true, render: ({ ties = [] }) => format.list(ties.map(why)) },
    {
      key: "distress",
      title: t("group.distress"),
      align: "right",
      render: ({ distress }) => (distress === undefined ? null : <Percent value={distress} />),
    },
    {
      key: "receivable",
      title: t("group.owes"),
      align: "right",
      render: ({ receivable }) =>
        receivable === undefined ? null : <Money value={receivable} masked={isMasked("receivable")} />,
    },
    {
      key: "first",
      title: t("group.first"),
      align: "right",
      render: ({ first }) => <Money value={first} masked={isMasked("first")} />,
    },
    {
      key: "second",
      title: t("group.second"),
      align: "right",
      render: ({ second }) => <Money value={second} masked={isMasked("second")} />,
    },
  ];
  const label = t("group.graph", { name: customer.name });
  const picture = contagionChart(contagion.hits, {
    name: customer.name,
    code,
    hidden: t("group.hidden"),
  });
  const table = {
    columns: [
      { title: t("group.who") },
      { title: t("group.round"), align: "right" as const },
      { title: t("group.distress"), align: "right" as const },
    ],
    rows: contagion.hits.slice(0, MOST_DRAWN).map((hit, at) => ({
      key: `${at}`,
      cells: [hit.name ?? <Missing key="name" />, hit.round, format.percent(hit.distress)],
    })),
  };
  return (
    <>
      {contagion.hits.length > 0 && (
        <Chart label={label} option={picture.option} table={table} height={picture.height} />
      )}
      <DataTable
        label={t("table_of", { name: t("group.contagion") })}
        columns={columns}
        rows={lines}
        rowKey={({ key }) => key}
      />
    </>
  );
}
