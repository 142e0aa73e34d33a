/** Value × risk: how many customers and how much money stand in each quadrant, and of which grades. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { RISK, type Risk } from "@/app/theme";
import { customersAt } from "@/ui/list-address";
import { Money, Num } from "@/ui/values";
import { type Cell, matrix, type Quadrant } from "./model";
import css from "./overview.module.css";

export function Matrix({ cells }: { cells: readonly Cell[] }) {
  const { t } = useTranslation("overview");
  return (
    <div>
      <table className={css.matrix}>
        <tbody>
          {matrix(cells).map(({ tier, label, quadrants }) => (
            <tr key={tier}>
              <th scope="row">{label}</th>
              {quadrants.map((quadrant) => (
                <td key={quadrant.key}>
                  <Place quadrant={quadrant} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css.legend}>{t("matrix.words")}</p>
    </div>
  );
}

const fillOf = (grade: string): string => (RISK[grade as Risk] ?? RISK.unrated).fill;

function Place({ quadrant }: { quadrant: Quadrant }) {
  const { t } = useTranslation("overview");
  const { label, customers, receivable, overdue, query, grades } = quadrant;
  return (
    <div className={css.place}>
      <div className={css.mix} aria-hidden>
        {grades.map((cell) => (
          <i key={cell.grade} style={{ flexGrow: cell.customers, background: fillOf(cell.grade) }} />
        ))}
      </div>
      <Link to={customersAt(query)} className={css.quadrant}>
        <span>{label}</span>
        <strong className={css.count}>
          <Num value={customers} />
        </strong>
      </Link>
      <p className={css.sum}>
        <span>{t("matrix.receivable")}</span> <Money value={receivable} brief masked={receivable === null} />
      </p>
      <p className={css.sum}>
        <span>{t("matrix.overdue")}</span> <Money value={overdue} brief masked={overdue === null} />
      </p>
      <ul className={css.grades}>
        {grades.map((cell) => (
          <li key={cell.grade} className={css.key}>
            <i style={{ background: fillOf(cell.grade) }} />
            <Link to={customersAt(cell.query)}>
              {cell.grade_words} <Num value={cell.customers} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
