/** What is owed by age: a bar, and the same in numbers. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { RISK } from "@/app/theme";
import { useFormat } from "@/ui/format";
import { Masked, Money } from "@/ui/values";
import css from "./parts.module.css";
import { useHere } from "./use-place";

const FILLS: Record<string, string> = {
  not_due: "#d4d4d8",
  "1_30": "#ecd08f",
  "31_60": RISK.medium.fill,
  "61_90": RISK.high.fill,
  over_90: RISK.critical.fill,
  unknown: "#a1a1aa",
};

export function Ageing() {
  const { t } = useTranslation("customers");
  const format = useFormat();
  const { customer, to, isMasked } = useHere();
  if (isMasked("figures.ageing")) return <Masked />;
  const buckets = customer.figures.ageing;
  if (buckets.some(({ amount }) => amount === null)) return <p className="muted">{t("summary.no_ageing")}</p>;
  const total = buckets.reduce((sum, { amount }) => sum + Number(amount), 0);
  if (total <= 0) return <p className="muted">{t("summary.owes_nothing")}</p>;
  const shown = buckets.filter(({ bucket, amount }) => bucket !== "unknown" || Number(amount) > 0);
  return (
    <>
      <div className={css.stacked} aria-hidden>
        {shown.map(({ bucket, amount }) => (
          <span key={bucket} style={{ width: `${(Number(amount) / total) * 100}%`, background: FILLS[bucket] }} />
        ))}
      </div>
      <dl className={css.ages}>
        {shown.map(({ bucket, label, amount }) => (
          <div key={bucket} data-none={Number(amount) === 0}>
            <dt>
              <i style={{ background: FILLS[bucket] }} aria-hidden />
              {label}
            </dt>
            <dd>
              <Link to={to({ tab: "facts", kind: "invoice" })} replace>
                <Money value={amount} />
              </Link>
              <span className={`num ${css.part}`}>{format.percent(Number(amount) / total)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
