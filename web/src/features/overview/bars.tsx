/** Tables whose rows carry a bar: the chart and its numbers are one. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { customersAt } from "@/ui/list-address";
import { ShareBar } from "@/ui/score-bar";
import { Money, Num, Percent } from "@/ui/values";
import { type Bucket, type IndustryLine, lengths, shares } from "./model";
import css from "./overview.module.css";

/** Money that is overdue stands out; what is not due yet, or has no due day, stays pale. */
const isLate = (bucket: string): boolean => /\d/.test(bucket);

export function Ageing({ buckets }: { buckets: readonly Bucket[] }) {
  const { t } = useTranslation("overview");
  const amounts = buckets.map(({ amount }) => amount);
  const [bars, parts] = [lengths(amounts), shares(amounts)];
  return (
    <table className={css.bars}>
      <thead>
        <tr>
          <th scope="col">{t("ageing.bucket")}</th>
          <th scope="col" className={css.bar}>
            <span className="unseen">{t("ageing.share")}</span>
          </th>
          <th scope="col">{t("ageing.amount")}</th>
          <th scope="col">{t("ageing.share")}</th>
          <th scope="col">{t("ageing.customers")}</th>
        </tr>
      </thead>
      <tbody>
        {buckets.map((each, index) => (
          <tr key={each.bucket}>
            <th scope="row">
              <Link to={customersAt(each.query)}>{each.label}</Link>
            </th>
            <td className={css.bar}>
              <ShareBar share={bars[index]} width="100%" grade={isLate(each.bucket) ? undefined : "unrated"} />
            </td>
            <td>
              <Money value={each.amount} masked={each.amount === null} />
            </td>
            <td className="muted">
              <Percent value={parts[index]} digits={1} />
            </td>
            <td>
              <Num value={each.customers} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Industries({ lines }: { lines: readonly IndustryLine[] }) {
  const { t } = useTranslation("overview");
  const bars = lengths(lines.map(({ high, total }) => (total ? high / total : 0)));
  if (!lines.length) return <p className="muted">{t("industry.none")}</p>;
  return (
    <table className={css.bars}>
      <thead>
        <tr>
          <th scope="col">{t("industry.industry")}</th>
          <th scope="col" className={css.bar}>
            <span className="unseen">{t("industry.share")}</span>
          </th>
          <th scope="col">{t("industry.high")}</th>
          <th scope="col">{t("industry.share")}</th>
          <th scope="col">{t("industry.overdue")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => (
          <tr key={line.industry}>
            <th scope="row">
              <Link to={customersAt(line.query_high)}>{line.label || t("industry.unnamed")}</Link>
            </th>
            <td className={css.bar}>
              <ShareBar share={bars[index]} width="100%" grade="high" />
            </td>
            <td>
              <Num value={line.high} />
              <span className="muted"> / {line.total}</span>
            </td>
            <td className="muted">
              <Percent value={line.total ? line.high / line.total : null} />
            </td>
            <td>
              <Money value={line.overdue} masked={line.overdue === null} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
