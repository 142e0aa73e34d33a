/** Cut-offs of grades and value tiers, and the matrix that both make. */
import { useTranslation } from "react-i18next";
import { useFormat } from "@/ui/format";
import { Remark } from "@/ui/remark";
import { Select } from "@/ui/select";
import { GradeTag } from "@/ui/tags";
import { type Path, set } from "./document";
import type { Edit } from "./editor";
import { LabelFields, NumberField } from "./fields";
import { type Grading, type Label, type Matrix, quadrantOf, said, wrongBand, wrongCells } from "./model";
import type { Names } from "./names";
import css from "./policy.module.css";

interface CutsProps {
  bands: readonly { key: string; label: Label; below?: number | null }[];
  at: Path;
  text: string;
  names: Names;
  onEdit: Edit;
  areGrades?: boolean;
}

export function Cuts({ bands, at, text, names, onEdit, areGrades = false }: CutsProps) {
  const { t } = useTranslation("policy");
  const wrong = wrongBand(bands);
  return (
    <>
      <ul className={css.items}>
        {bands.map(({ key, label, below }, index) => {
          const name = said(label, names.language);
          return (
            <li key={key} className={css.cutEdit}>
              <span>{areGrades ? <GradeTag grade={key} label={name} /> : name}</span>
              <span className={css.field}>
                <span className="num muted">{t("cuts.from", { from: bands[index - 1]?.below ?? 0 })}</span>
                {index < bands.length - 1 ? (
                  <NumberField
                    whole
                    label={t("cuts.below", { name })}
                    value={below}
                    min={1}
                    max={100}
                    bad={wrong === index}
                    onChange={(value) => onEdit(set(text, [...at, index, "below"], value), `${key}.below`)}
                  />
                ) : (
                  <span className="num">100</span>
                )}
              </span>
              <LabelFields
                label={label}
                onChange={(value) => onEdit(set(text, [...at, index, "label"], value), `${key}.label`)}
              />
            </li>
          );
        })}
      </ul>
      {wrong !== null && <p className={css.bad}>{t("cuts.wrong")}</p>}
    </>
  );
}

export function GradingEditor({
  grading,
  text,
  names,
  onEdit,
}: {
  grading: Grading;
  text: string;
  names: Names;
  onEdit: Edit;
}) {
  const { t } = useTranslation("policy");
  return (
    <>
      <div className={css.settings}>
        <NumberField
          shown
          whole
          label={t("grading.margin")}
          value={grading.margin ?? 0}
          min={0}
          max={50}
          onChange={(value) => onEdit(set(text, ["margin"], value), "margin")}
        />
        <NumberField
          shown
          whole
          label={t("grading.stay")}
          value={grading.minimum_stay_days ?? 0}
          min={0}
          max={366}
          onChange={(value) => onEdit(set(text, ["minimum_stay_days"], value), "stay")}
        />
      </div>
      <p className="muted">{t("grading.words")}</p>
      <Cuts
        areGrades
        bands={grading.bands.map(({ grade, label, below }) => ({ key: grade, label, below }))}
        at={["bands"]}
        text={text}
        names={names}
        onEdit={onEdit}
      />
    </>
  );
}

export function MatrixEditor({
  matrix,
  text,
  names,
  onEdit,
}: {
  matrix: Matrix;
  text: string;
  names: Names;
  onEdit: Edit;
}) {
  const { t } = useTranslation("policy");
  const format = useFormat();
  const { tiers, grades } = names;
  const options = Object.entries(matrix.quadrants).map(([value, { label }]) => ({
    value,
    label: said(label, names.language),
  }));
  const wrong = wrongCells(
    matrix,
    tiers.map(({ value }) => value),
    grades.map(({ value }) => value),
  );
  /** Put a cell into a quadrant, and out of every other; a quadrant keeps at least one cell, or the text is refused. */
  function place(tier: string, grade: string, quadrant: string) {
    let next = text;
    for (const [key, { cells }] of Object.entries(matrix.quadrants)) {
      const rest = cells.filter(([a, b]) => !(a === tier && b === grade));
      const made = key === quadrant ? [...rest, [tier, grade]] : rest;
      if (made.length !== cells.length || key === quadrant) next = set(next, ["quadrants", key, "cells"], made);
    }
    onEdit(next);
  }
  return (
    <>
      <p className="muted">{t("matrix.words")}</p>
      <table className={css.matrix} aria-label={t("kind.matrix")}>
        <thead>
          <tr>
            <td />
            {grades.map(({ value, label }) => (
              <th key={value} scope="col">
                <GradeTag grade={value} label={label} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...tiers].reverse().map(({ value: tier, label: tierName }) => (
            <tr key={tier}>
              <th scope="row">{tierName}</th>
              {grades.map(({ value: grade, label }) => (
                <td key={grade}>
                  <Select
                    size="small"
                    className={css.cell}
                    aria-label={`${tierName} × ${label}`}
                    value={quadrantOf(matrix, tier, grade)}
                    status={wrong.includes(`${tier}/${grade}`) ? "error" : undefined}
                    options={options}
                    popupMatchSelectWidth={false}
                    onChange={(quadrant: string) => place(tier, grade, quadrant)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {wrong.length > 0 && <Remark tone="high">{t("matrix.wrong", { cells: format.list(wrong) })}</Remark>}
      <ul className={css.items}>
        {Object.entries(matrix.quadrants).map(([key, { label }]) => (
          <li key={key} className={css.cutEdit}>
            <span>{said(label, names.language)}</span>
            <span />
            <LabelFields
              label={label}
              onChange={(value) => onEdit(set(text, ["quadrants", key, "label"], value), `${key}.label`)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
