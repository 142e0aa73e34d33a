/** A customer's score over two years with its range, drawn by hand: what this product is about. */
import css from "./login.module.css";

const LINE = [22, 20, 24, 21, 26, 25, 30, 28, 36, 44, 42, 55, 61, 70, 66, 78];
const SPREAD = [9, 9, 8, 8, 8, 7, 7, 7, 6, 6, 6, 5, 5, 5, 4, 4];
const STEP = 24;

const points = (shift: (index: number) => number) =>
  LINE.map((y, index) => `${index * STEP},${(y + shift(index)).toFixed(1)}`);

export function Picture() {
  const band = [...points((index) => -(SPREAD[index] ?? 0)), ...points((index) => SPREAD[index] ?? 0).reverse()];
  const width = (LINE.length - 1) * STEP;
  return (
    <svg className={css.picture} viewBox={`-4 0 ${width + 12} 100`} aria-hidden="true">
      {[20, 50, 80].map((y) => (
        <line key={y} x1="0" x2={width} y1={y} y2={y} stroke="#e7e7ea" strokeWidth="0.6" />
      ))}
      <line x1="0" x2={width} y1="60" y2="60" stroke="#cf5f56" strokeWidth="0.6" strokeDasharray="3 3" />
      <polygon points={band.join(" ")} fill="#18181b" opacity="0.06" />
      <polyline
        points={points(() => 0).join(" ")}
        fill="none"
        stroke="#18181b"
        strokeWidth="1.4"
        strokeLinejoin="round"
      />
      <circle cx={12 * STEP} cy="61" r="2.6" fill="#cf5f56" />
      <circle cx={width} cy="78" r="2.2" fill="#18181b" />
    </svg>
  );
}
