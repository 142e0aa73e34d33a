/** What each line of the card adds to a part of a score change. */
import { useTranslation } from "react-i18next";
import { Section } from "@/ui/page";
import { type Column, DataTable } from "@/ui/table";
import { Missing } from "@/ui/values";
import { signed } from "./change-chart";
import { ReadingValue } from "./reading-value";
import type { ScoreChange } from "./types";
import { useHere } from "./use-place";

type Leg = ScoreChange["legs"][number];
type Item = Leg["items"][number];

export function ChangeItems({ found }: { found: ScoreChange }) {
  return found.legs
    .filter(({ items, signals }) => items.length > 0 || signals !== 0)
    .map((leg) => <Part key={leg.words} leg={leg} />);
}

function Part({ leg }: { leg: Leg }) {
  const { t } = useTranslation("customers");
  const { to } = useHere();
  const columns: Column<Item>[] = [
    { key: "label", title: t("score.item"), card: "title", render: ({ label }) => label },
    {
      key: "value",
      title: t("score.value"),
      align: "right",
      render: ({ before, after, unit }) => (
        <>
          <ReadingValue value={before.value} unit={unit} missing={before.missing_words} /> →{" "}
          <ReadingValue value={after.value} unit={unit} missing={after.missing_words} />
        </>
      ),
    },
    {
      key: "points",
      title: t("score.points"),
      align: "right",
      width: 140,
      render: ({ before, after }) => (
        <span className="num">
          {before.points ?? <Missing />} → {after.points ?? <Missing />}
        </span>
      ),
    },
    {
      key: "change",
      title: t("account.change"),
      align: "right",
      width: 120,
      card: "badge",
      render: ({ change }) => <span className="num">{signed(change)}</span>,
    },
  ];
  return (
    <Section title={leg.words} aside={<span className="num">{signed(leg.change)}</span>}>
      {leg.items.length > 0 && (
        <DataTable
          label={t("table_of", { name: leg.words })}
          columns={columns}
          rows={leg.items}
          rowKey={({ indicator }) => indicator}
          rowLink={({ indicator }) => to({ tab: "change", reading: indicator })}
        />
      )}
      {leg.signals !== 0 && (
        <p className="row spread">
          {t("account.signals")} <span className="num">{signed(leg.signals)}</span>
        </p>
      )}
    </Section>
  );
}
