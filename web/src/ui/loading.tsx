/** Waiting, drawn as quiet lines where the words will be; nothing is shown for the first moment. */
import { useTranslation } from "react-i18next";
import css from "./loading.module.css";

export function Loading({
  lines = 8,
  whole = false,
  page = false,
}: {
  lines?: number;
  whole?: boolean;
  page?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <div
      className={[css.loading, whole && css.whole, page && css.page].filter(Boolean).join(" ")}
      role="status"
      aria-live="polite"
    >
      <span className="unseen">{t("state.loading")}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
        <i key={line} style={{ width: `${92 - ((line * 29) % 47)}%` }} />
      ))}
    </div>
  );
}
