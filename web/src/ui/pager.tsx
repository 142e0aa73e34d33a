/** Which rows of how many, forwards and back. */
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { List } from "@/api/hooks";
import { useFormat } from "./format";
import css from "./pager.module.css";

type Pages = Pick<List<unknown, unknown>, "total" | "page" | "size" | "next" | "previous">;

export function Pager({ list, shown }: { list: Pages; shown: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { total, page, size, next, previous } = list;
  if (!next && !previous && total === null) return null;
  const first = (page - 1) * size + 1;
  const range = { first: format.num(first), last: format.num(first + shown - 1) };
  return (
    <nav className={css.pager} aria-label={t("table.pages")}>
      <span aria-live="polite">
        {total === null ? t("table.range", range) : t("table.range_of", { ...range, total: format.num(total) })}
      </span>
      {(next || previous) && (
        <>
          <button type="button" disabled={!previous} onClick={previous} aria-label={t("table.previous")}>
            <ChevronLeft size={16} aria-hidden />
          </button>
          <button type="button" disabled={!next} onClick={next} aria-label={t("table.next")}>
            <ChevronRight size={16} aria-hidden />
          </button>
        </>
      )}
    </nav>
  );
}
