/** A score from 0 to 100 with the range it may lie in when part of the data is missing. */
import { useTranslation } from "react-i18next";
import { RISK, type Risk } from "@/app/theme";
import { useFormat } from "./format";
import css from "./score-bar.module.css";
import { Missing } from "./values";

interface ScoreBarProps {
  value: number | string | null | undefined;
  low?: number | string | null;
  high?: number | string | null;
  grade?: string | null;
  /** Leave the number out when it stands beside the bar already. */
  bare?: boolean;
  width?: number;
}

export function ScoreBar({ value, low, high, grade, bare = false, width = 72 }: ScoreBarProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (value === null || value === undefined) return <Missing words={t("score.none")} />;
  const [at, from, to] = [value, low ?? value, high ?? value].map((each) =>
    Math.max(0, Math.min(100, Number(each))),
  ) as [number, number, number];
  const isRange = to - from >= 1;
  const words = isRange
    ? t("score.range", { value: format.num(at), low: format.num(from), high: format.num(to) })
    : t("score.exact", { value: format.num(at) });
  const { fill } = RISK[(grade ?? "unrated") as Risk] ?? RISK.unrated;
  return (
    <span className={css.score} title={words}>
      {!bare && <span className={css.value}>{format.num(at)}</span>}
      <span className={css.track} style={{ width }} aria-hidden>
        <span className={css.bar} style={{ width: `${at}%`, background: fill }} />
        {isRange && <span className={css.range} style={{ left: `${from}%`, width: `${to - from}%` }} />}
      </span>
      {isRange && <span className="unseen">{words}</span>}
    </span>
  );
}

/** A share as a quiet bar: 1 is full, more than 1 is over. */
export function ShareBar({
  share,
  width = 72,
  grade,
}: {
  share: number | string | null | undefined;
  width?: number | string;
  grade?: Risk;
}) {
  if (share === null || share === undefined) return null;
  const part = Math.max(0, Math.min(1, Number(share)));
  return (
    <span className={css.track} style={{ width }} aria-hidden>
      <span className={css.bar} style={{ width: `${part * 100}%`, background: grade ? RISK[grade].fill : undefined }} />
    </span>
  );
}
