/** The arrangement of a page: heading and actions, then sections on white ground. */
import { type ReactNode, useEffect, useId } from "react";
import { useTranslation } from "react-i18next";
import css from "./page.module.css";

interface PageProps {
  title: string;
  /** What the page is about, beside the title: a count, a day. */
  note?: ReactNode;
  /** Before the title: a link back. */
  back?: ReactNode;
  actions?: ReactNode;
  /** The page fits the window and its table scrolls inside; for lists. */
  fill?: boolean;
  /** A column for reading, not the whole width; for forms. */
  narrow?: boolean;
  children: ReactNode;
}

export function Page({ title, note, back, actions, fill = false, narrow = false, children }: PageProps) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} · ${t("brand")}`;
  }, [title, t]);
  return (
    <div className={[css.page, fill && css.fill, narrow && css.narrow].filter(Boolean).join(" ")}>
      <PageHeader title={title} note={note} back={back} actions={actions} />
      {children}
    </div>
  );
}

export function PageHeader({ title, note, back, actions }: Pick<PageProps, "title" | "note" | "back" | "actions">) {
  return (
    <header className={css.header}>
      <div className={css.heading}>
        {back && <div className={css.back}>{back}</div>}
        <h1>{title}</h1>
        {note && <div className={css.note}>{note}</div>}
      </div>
      {actions && <div className={css.actions}>{actions}</div>}
    </header>
  );
}

/** One part of a page under its own heading; `aside` stands at the right of the heading. */
export function Section({
  title,
  aside,
  children,
  hideTitle = false,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
  hideTitle?: boolean;
}) {
  const id = useId();
  return (
    <section className={css.section} aria-labelledby={id}>
      <div className={hideTitle ? "unseen" : css.sectionHead}>
        <h2 id={id}>{title}</h2>
        {aside && <div className={css.aside}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}

/** Words and values in two quiet columns. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={css.facts}>{children}</dl>;
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
