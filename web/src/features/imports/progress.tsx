/** How far an import has come. */
import { useTranslation } from "react-i18next";
import { useFormat } from "@/ui/format";
import css from "./imports.module.css";
import { isMoving, percentDone } from "./model";
import type { ImportRow } from "./types";

/** The state in a word; with the share done while it moves. */
export function StateWords({ row }: { row: ImportRow }) {
  const percent = isMoving(row) ? percentDone(row.progress) : null;
  return (
    <span className={row.state === "done" ? undefined : "quiet"}>
      {row.state_label}
      {percent !== null && <span className="num"> {percent}%</span>}
    </span>
  );
}

export function Progress({ row }: { row: ImportRow }) {
  const { t } = useTranslation("imports");
  const format = useFormat();
  const { progress } = row;
  const percent = percentDone(progress);
  const left = progress?.seconds_left;
  return (
    <div className="stack" style={{ gap: 8 }}>
      <div
        className={percent === null ? `${css.bar} ${css.unknown}` : css.bar}
        role="progressbar"
        aria-label={row.state_label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent ?? undefined}
      >
        <i style={percent === null ? undefined : { width: `${percent}%` }} />
      </div>
      <p className="quiet" aria-live="polite">
        {progress?.label ?? row.state_label}
        {progress?.total ? ` · ${format.num(progress.done)} / ${format.num(progress.total)}` : ""}
        {left ? ` · ${t("seconds_left", { count: left })}` : ""}
      </p>
    </div>
  );
}
