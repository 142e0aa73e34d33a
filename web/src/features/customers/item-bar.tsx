/** Points of a score's item, of 100, as a bar. */
import css from "./parts.module.css";

export function ItemBar({ points }: { points: number | null }) {
  return (
    <span className={css.bar} aria-hidden>
      {points !== null && <span style={{ width: `${Math.max(points, 2)}%` }} />}
    </span>
  );
}
