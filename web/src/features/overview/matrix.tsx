/** Value × risk: how many customers and how much money stand in each cell. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { RISK, type Risk } from "@/app/theme";
import { customersAt } from "@/ui/list-address";
import { GradeTag } from "@/ui/tags";
import { Money, Num } from "@/ui/values";
import { type Cell, grid } from "./model";
import css from "./overview.module.css";

export function Matrix({ cells }: { cells: readonly Cell[] }) {
  const { t } = useTranslation("overview");
  const { grades, rows } = grid(cells);
  return (
    <div className={css.matrixFrame}>
      <table className={css.matrix}>
        <thead>
          <tr>
            <td />
            {grades.map(({ grade, grade_words }) => (
              <th key={grade} scope="col">
                <GradeTag grade={grade} label={grade_words} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ tier, label, cells: line }) => (
            <tr key={tier}>
              <th scope="row">{label}</th>
              {line.map((cell, index) => (
                <td key={grades[index]?.grade}>{cell && <Place cell={cell} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={css.legend}>{t("matrix.words")}</p>
    </div>
  );
}

function Place({ cell }: { cell: Cell }) {
  const { t } = useTranslation("overview");
  const { fill } = RISK[cell.grade as Risk] ?? RISK.unrated;
  return (
    <Link to={customersAt(cell.query)} className={css.place} style={{ borderTopColor: fill }}>
      <span className={css.quadrant}>{cell.quadrant_words}</span>
      <span className={css.count}>
        <Num value={cell.customers} />
      </span>
      <span className={css.sum}>
        <span>{t("matrix.receivable")}</span> <Money value={cell.receivable} brief masked={cell.receivable === null} />
      </span>
      <span className={css.sum}>
        <span>{t("matrix.overdue")}</span> <Money value={cell.overdue} brief masked={cell.overdue === null} />
      </span>
    </Link>
  );
}
