/** All figures by group, each with its formula in words; choosing one draws its course. */
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { customersAt } from "@/ui/list-address";
import css from "./figures.module.css";
import { type Figure, grouped } from "./model";
import { Value } from "./value";

interface Props {
  figures: readonly Figure[];
  chosen: string | undefined;
  onChoose: (key: string) => void;
}

export function Groups({ figures, chosen, onChoose }: Props) {
  const { t } = useTranslation("figures");
  return (
    <table className={css.figures}>
      <thead>
        <tr>
          <th scope="col">{t("figures.figure")}</th>
          <th scope="col">{t("figures.value")}</th>
          <th scope="col">{t("figures.formula")}</th>
          <th scope="col">
            <span className="unseen">{t("figures.behind")}</span>
          </th>
        </tr>
      </thead>
      {grouped(figures).map(({ group, figures: mine }) => (
        <tbody key={group}>
          <tr>
            <th scope="rowgroup" colSpan={4}>
              {t(`group.${group}`)}
            </th>
          </tr>
          {mine.map((figure) => (
            <tr key={figure.key} aria-current={figure.key === chosen || undefined}>
              <th scope="row">
                <button type="button" className="plain" onClick={() => onChoose(figure.key)} title={t("figures.draw")}>
                  {figure.label}
                </button>
              </th>
              <td>
                <Value figure={figure} />
                {figure.value === null && <small className="muted">{figure.missing_words}</small>}
              </td>
              <td className="muted">{figure.formula_words}</td>
              <td>{figure.query !== null && <Link to={customersAt(figure.query)}>{t("figures.list")}</Link>}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
