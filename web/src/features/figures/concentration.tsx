/** Who owes most, groups as one, and where. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { customerPath } from "@/api/customer-address";
import { customersAt } from "@/ui/list-address";
import { ShareBar } from "@/ui/score-bar";
import { Masked, Money, Percent } from "@/ui/values";
import css from "./figures.module.css";
import type { Figures } from "./model";

interface Line {
  key: string;
  name: React.ReactNode;
  amount: string | null;
  share: number;
}

export function Debtors({ rows, masked }: { rows: Figures["largest"]; masked: readonly string[] }) {
  const { t } = useTranslation("figures");
  const nameOf = ({ code, group, query }: Figures["largest"][number]) => {
    if (code !== null) return <Link to={customerPath(code)}>{code}</Link>;
    const name = group === null ? <Masked /> : t("largest.group", { name: group });
    return query === null ? name : <Link to={customersAt(query)}>{name}</Link>;
  };
  const lines = rows.map((row, place) => ({
    key: row.code ?? row.group ?? String(place),
    name: nameOf(row),
    amount: row.amount,
    share: row.share,
  }));
  return <Shares title={t("largest.debtor")} none={t("largest.none")} lines={lines} masked={masked} />;
}

export function Regions({ rows, masked }: { rows: Figures["regions"]; masked: readonly string[] }) {
  const { t } = useTranslation("figures");
  const lines = rows.map(({ region, query, amount, share }) => {
    const name = region || t("regions.unnamed");
    return { key: region, name: query === null ? name : <Link to={customersAt(query)}>{name}</Link>, amount, share };
  });
  return <Shares title={t("regions.region")} none={t("regions.none")} lines={lines} masked={masked} />;
}

function Shares({
  title,
  none,
  lines,
  masked,
}: {
  title: string;
  none: string;
  lines: readonly Line[];
  masked: readonly string[];
}) {
  const { t } = useTranslation("figures");
  if (!lines.length) return <p className="muted">{none}</p>;
  return (
    <table className={css.ages}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className={css.bar}>
            <span className="unseen">{t("ageing.share")}</span>
          </th>
          <th scope="col">{t("ageing.amount")}</th>
          <th scope="col">{t("ageing.share")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, amount, share }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td className={css.bar}>
              <ShareBar share={share} width="100%" />
            </td>
            <td>
              <Money value={amount} masked={masked.includes("amount")} />
            </td>
            <td>
              <Percent value={share} digits={1} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
