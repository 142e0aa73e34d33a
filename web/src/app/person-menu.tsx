/** The person: role, own settings, keys, log-out. */
import { Keyboard, LogOut, UserRound } from "lucide-react";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { LanguageSwitch } from "./language-switch";
import { placesFor } from "./nav";
import css from "./person-menu.module.css";
import { useMe, useSession } from "./session";

export function PersonMenu({ onKeys, brief = false }: { onKeys: () => void; brief?: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const { leave, can } = useSession();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when the address changes
  useEffect(() => setOpen(false), [pathname]);
  useCloseOutside(box, open, () => setOpen(false));

  return (
    <div className={css.box} ref={box}>
      <button
        type="button"
        className={brief ? css.brief : css.person}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className={css.face} aria-hidden>
          {me.name.slice(0, 1).toUpperCase()}
        </span>
        {brief ? (
          <span className="unseen">{t("person.menu", { name: me.name })}</span>
        ) : (
          <span className={css.name}>
            <span>{me.name}</span>
            <small>{me.role.label}</small>
          </span>
        )}
      </button>
      <div id={id} className={css.menu} data-brief={brief} hidden={!open}>
        <p className={css.who}>
          <strong>{me.name}</strong>
          <span>{me.role.label}</span>
          <span>{me.email}</span>
        </p>
        {brief && <LanguageSwitch />}
        <ul>
          {brief &&
            placesFor(can)
              .filter(({ key }) => ["imports", "approvals", "policy", "settings"].includes(key))
              .map(({ key, to, icon: Icon }) => (
                <li key={key}>
                  <Link to={to}>
                    <Icon size={16} strokeWidth={1.75} aria-hidden />
                    {t(`places.${key}`)}
                  </Link>
                </li>
              ))}
          <li>
            <Link to="/settings/me">
              <UserRound size={16} strokeWidth={1.75} aria-hidden />
              {t("person.me")}
            </Link>
          </li>
          <li className={css.keys}>
            <button
              type="button"
              onClick={() => {
                setOpen(false);
                onKeys();
              }}
            >
              <Keyboard size={16} strokeWidth={1.75} aria-hidden />
              {t("keys.title")}
              <kbd>?</kbd>
            </button>
          </li>
          <li>
            <button type="button" onClick={() => void leave()}>
              <LogOut size={16} strokeWidth={1.75} aria-hidden />
              {t("person.leave")}
            </button>
          </li>
        </ul>
        <p className={css.version}>{t("person.version", { version: me.version })}</p>
      </div>
    </div>
  );
}

function useCloseOutside(box: React.RefObject<HTMLElement | null>, open: boolean, close: () => void): void {
  useEffect(() => {
    if (!open) return undefined;
    const away = (event: PointerEvent) => box.current?.contains(event.target as Node) || close();
    const leave = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      close();
      box.current?.querySelector("button")?.focus();
    };
    document.addEventListener("pointerdown", away);
    document.addEventListener("keydown", leave);
    return () => {
      document.removeEventListener("pointerdown", away);
      document.removeEventListener("keydown", leave);
    };
  });
}
