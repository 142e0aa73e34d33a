/** The frame around every page: places at the side (or below on a phone), search, language, person. */
import { Search } from "lucide-react";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, NavLink, useLocation } from "react-router";
import { useGet } from "@/api/hooks";
import { Mark } from "@/ui/mark";
import { PlainTag } from "@/ui/tags";
import { KeyHelp } from "./key-help";
import { LanguageSwitch } from "./language-switch";
import { type Place, placesFor } from "./nav";
import { PersonMenu } from "./person-menu";
import { QuickSearch } from "./quick-search";
import { useCan, useMe } from "./session";
import css from "./shell.module.css";
import { useShortcuts } from "./shortcuts";

export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const can = useCan();
  const places = useMemo(() => placesFor(can), [can]);
  const [searching, setSearching] = useState(false);
  const [helping, setHelping] = useState(false);
  const search = useCallback(() => setSearching(true), []);
  const help = useCallback(() => setHelping(true), []);
  useShortcuts(places, { search, help });
  const main = useRef<HTMLElement>(null);
  useFreshPage(main);

  return (
    <div className={css.shell}>
      <a className="skip" href="#main">
        {t("shell.skip")}
      </a>
      <header className={css.top}>
        <Brand />
        <button type="button" className={`plain ${css.topButton}`} onClick={search} aria-label={t("search.open")}>
          <Search size={20} aria-hidden />
        </button>
        <PersonMenu onKeys={help} brief />
      </header>
      <header className={css.side}>
        <Brand />
        <button type="button" className={css.search} onClick={search}>
          <Search size={14} aria-hidden />
          <span>{t("search.open")}</span>
          <kbd>/</kbd>
        </button>
        <nav aria-label={t("shell.places")}>
          <Places places={places} />
        </nav>
        <div className={css.foot}>
          <LanguageSwitch />
          <PersonMenu onKeys={help} />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={css.main}>
        {children}
      </main>
      <BottomBar places={places} />
      <QuickSearch open={searching} onClose={() => setSearching(false)} places={places} />
      <KeyHelp open={helping} onClose={() => setHelping(false)} places={places} />
    </div>
  );
}

/** A new address begins at its top. */
function useFreshPage(main: React.RefObject<HTMLElement | null>): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname, main]);
}

function Brand() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Link to="/workbench" className={css.brand}>
      <Mark size={20} />
      <span>{t("brand")}</span>
      {me.demo && <PlainTag title={t("shell.demo_words")}>{t("shell.demo")}</PlainTag>}
    </Link>
  );
}

function Places({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation();
  return (
    <ul>
      {places.map(({ key, to, icon: Icon }) => (
        <li key={key}>
          <NavLink to={to} className={({ isActive }) => (isActive ? `${css.place} ${css.here}` : (css.place ?? ""))}>
            <Icon size={16} strokeWidth={1.75} aria-hidden />
            <span>{t(`places.${key}`)}</span>
            {key === "alerts" && <OpenAlerts />}
            {key === "approvals" && <WaitingVotes />}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

/** How many alerts are open, where the person may see any. */
function OpenAlerts() {
  const { t } = useTranslation();
  const can = useCan();
  const { data } = useGet("/alerts/counts", {}, { enabled: can("alert_counts"), every: 60_000 });
  return <Count of={data?.states.open ?? 0} most={999} words={t("shell.open_alerts")} />;
}

/** How many requests wait for this person's vote. */
function WaitingVotes() {
  const { t } = useTranslation();
  const query = { only: "mine", state: "waiting", limit: 100 };
  const { data } = useGet("/approvals", { query }, { enabled: useCan()("vote"), every: 60_000 });
  return <Count of={data?.items.length ?? 0} most={99} words={t("shell.waiting_votes")} />;
}

function Count({ of, most, words }: { of: number; most: number; words: string }) {
  if (!of) return null;
  return (
    <span className={css.count}>
      {of > most ? `${most}+` : of}
      <span className="unseen"> {words}</span>
    </span>
  );
}

function BottomBar({ places }: { places: readonly Place[] }) {
  const { t } = useTranslation();
  const shown = ["workbench", "overview", "customers", "alerts", "signals"];
  return (
    <nav className={css.bottom} aria-label={t("shell.places")}>
      {places
        .filter(({ key }) => shown.includes(key))
        .map(({ key, to, icon: Icon }) => (
          <NavLink
            key={key}
            to={to}
            className={({ isActive }) => (isActive ? `${css.tab} ${css.here}` : (css.tab ?? ""))}
          >
            <Icon size={20} strokeWidth={1.75} aria-hidden />
            <span>{t(`places.${key}`)}</span>
          </NavLink>
        ))}
    </nav>
  );
}
