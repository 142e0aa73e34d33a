/** The book at both month-ends in four figures, and the matrix of grades; every number opens its customers. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "@/ui/format";
import { Money, Num } from "@/ui/values";
import { type Movement, matrixOf, turnOf } from "./model";
import css from "./monthly.module.css";

export function Figures({ data }: { data: Movement }) {
  const { t } = useTranslation("monthly");
  const format = useFormat();
  const money = (figure: Movement["overdue"]) => (
    <dd>
      <Money value={figure.value} brief masked={figure.value === null} />
      {figure.before !== null && (
        <small>{t("figure.before", { value: format.money(figure.before, { brief: true }) })}</small>
      )}
    </dd>
  );
  return (
    <dl className={css.figures}>
      <div>
        <dt>{t("figure.customers")}</dt>
        <dd>
          <Num value={data.customers} />
        </dd>
      </div>
      <div>
        <dt>{t("figure.moved")}</dt>
        <dd>
          <Num value={data.moved} />
        </dd>
      </div>
      <div>
        <dt>{t("figure.receivable")}</dt>
        {money(data.receivable)}
      </div>
      <div>
        <dt>{t("figure.overdue")}</dt>
        {money(data.overdue)}
      </div>
    </dl>
  );
}

export function MatrixTable({ data }: { data: Movement }) {
  const { t } = useTranslation("monthly");
  const { rows, columns, at } = matrixOf(data.matrix);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className={css.scroll} tabIndex={0} aria-label={t("matrix.title")}>
        <table className={css.matrix}>
          <thead>
            <tr>
              <th scope="col">{t("matrix.from")}</th>
              {columns.map((grade) => (
                <th key={grade.key} scope="col">
                  {grade.words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((from) => (
              <tr key={from.key}>
                <th scope="row">{from.words}</th>
                {columns.map((to) => {
                  const cell = at(from.key, to.key);
                  return (
                    <td key={to.key} data-turn={turnOf(from.key, to.key)}>
                      {cell && (
                        <>
                          <Link to={`/monthly?month=${data.as_of}&${cell.query}`}>
                            <Num value={cell.customers} />
                          </Link>
                          <small>
                            <Money value={cell.overdue} brief masked={cell.overdue === null} />
                          </small>
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="muted">{t("matrix.words")}</p>
    </>
  );
}
