/** What is open by age: how it rolls on, what of it is likely to be lost. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { customersAt } from "@/ui/list-address";
import { ShareBar } from "@/ui/score-bar";
import { Money, Percent } from "@/ui/values";
import css from "./figures.module.css";
import { type Age, totalOf } from "./model";

export function Ageing({ ages, masked }: { ages: readonly Age[]; masked: readonly string[] }) {
  const { t } = useTranslation("figures");
  const [hidesAmount, hidesLoss] = [masked.includes("amount"), masked.includes("expected_loss")];
  if (!ages.length) return <p className="muted">{t("ageing.none")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className={css.scroll} aria-label={t("ageing.title")} tabIndex={0}>
      <table className={css.ages}>
        <thead>
          <tr>
            <th scope="col">{t("ageing.age")}</th>
            <th scope="col" className={css.bar}>
              <span className="unseen">{t("ageing.share")}</span>
            </th>
            <th scope="col">{t("ageing.amount")}</th>
            <th scope="col">{t("ageing.share")}</th>
            <th scope="col" title={t("ageing.roll_words")}>
              {t("ageing.roll")}
            </th>
            <th scope="col" title={t("ageing.loss_rate_words")}>
              {t("ageing.loss_rate")}
            </th>
            <th scope="col">{t("ageing.loss")}</th>
          </tr>
        </thead>
        <tbody>
          {ages.map((age) => (
            <tr key={age.bucket}>
              <th scope="row">
                {age.query === null ? age.label : <Link to={customersAt(age.query)}>{age.label}</Link>}
              </th>
              <td className={css.bar}>
                <ShareBar share={age.share} width="100%" grade={/\d/.test(age.bucket) ? undefined : "unrated"} />
              </td>
              <td>
                <Money value={age.amount} masked={hidesAmount} />
              </td>
              <td>
                <Percent value={age.share} digits={1} />
              </td>
              <td>
                <Percent value={age.roll_rate} digits={1} />
              </td>
              <td>
                <Percent value={age.loss_rate} digits={2} />
              </td>
              <td>
                <Money value={age.expected_loss} masked={hidesLoss} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("ageing.total")}</th>
            <td className={css.bar} />
            <td>
              <Money value={totalOf(ages, "amount")} masked={hidesAmount} />
            </td>
            <td />
            <td />
            <td />
            <td>
              <Money value={totalOf(ages, "expected_loss")} masked={hidesLoss} />
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="muted">{t("ageing.words")}</p>
    </section>
  );
}
