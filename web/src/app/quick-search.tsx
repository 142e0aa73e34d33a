/** Find a customer by name, code or registration number, or go to a place; opened by `/`. */
import { Search } from "lucide-react";
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { customerPath } from "@/api/customer-address";
import { useGet } from "@/api/hooks";
import type { Grade } from "@/ui/tags";
import { GradeTag } from "@/ui/tags";
import { Dialog } from "./dialog";
import type { Place } from "./nav";
import css from "./quick-search.module.css";
import { useCan } from "./session";

interface Hit {
  to: string;
  title: string;
  note: string;
  grade?: Grade | null;
}

export function QuickSearch(props: { open: boolean; onClose: () => void; places: readonly Place[] }) {
  const { t } = useTranslation();
  return (
    <Dialog open={props.open} onClose={props.onClose} label={t("search.open")}>
      <Searching {...props} />
    </Dialog>
  );
}

function useHits(words: string, places: readonly Place[]): { hits: Hit[]; isBusy: boolean; isKnown: boolean } {
  const { t } = useTranslation();
  const can = useCan();
  const asked = useDeferredValue(words.trim());
  const enabled = asked.length > 0 && can("customers");
  const { data, isFetching } = useGet("/customers", { query: { q: asked, limit: 8 } }, { enabled, keep: true });
  const customers = (enabled ? (data?.items ?? []) : []).map((each) => ({
    to: customerPath(each.code),
    title: each.name || each.code,
    note: [each.code, each.owner?.name].filter(Boolean).join(" · "),
    grade: each.grade,
  }));
  const going = places
    .map(({ key, to, letter }) => ({ to, title: t(`places.${key}`), note: `g ${letter}` }))
    .filter(({ title }) => !asked || title.toLowerCase().includes(asked.toLowerCase()));
  return { hits: [...customers, ...going], isBusy: isFetching, isKnown: !enabled || data !== undefined };
}

function Searching({ onClose, places }: { onClose: () => void; places: readonly Place[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const { hits, isBusy, isKnown } = useHits(words, places);
  const id = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words, other hits: begin at the first
  useEffect(() => setAt(0), [words]);

  function open(hit: Hit | undefined) {
    if (!hit) return;
    onClose();
    void navigate(hit.to);
  }
  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return; // a Chinese input method is choosing words
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((now) => (now + step + hits.length) % Math.max(hits.length, 1));
    else if (event.key === "Enter") open(hits[at]);
    else return;
    event.preventDefault();
  }
  return (
    <div className={css.search}>
      <div className={css.box}>
        <Search size={16} aria-hidden />
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type here
          autoFocus
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={press}
          placeholder={t("search.words")}
          aria-label={t("search.words")}
          role="combobox"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={hits[at] ? `${id}-${at}` : undefined}
          maxLength={100}
          spellCheck={false}
        />
        <kbd>Esc</kbd>
      </div>
      <div id={id} role="listbox" aria-label={t("search.found")} aria-busy={isBusy} className={css.hits}>
        {hits.map((hit, index) => (
          <div
            key={hit.to}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={css.hit}
            onPointerMove={() => setAt(index)}
            onClick={() => open(hit)}
            onKeyDown={press}
          >
            <span className={css.title}>{hit.title}</span>
            {hit.grade && <GradeTag grade={hit.grade} />}
            <span className="muted">{hit.note}</span>
          </div>
        ))}
      </div>
      {!hits.length && isKnown && <p className={css.none}>{t("search.none", { words })}</p>}
    </div>
  );
}
