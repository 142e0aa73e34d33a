/** Which keys there are. */
import { useTranslation } from "react-i18next";
import { Dialog } from "./dialog";
import css from "./key-help.module.css";
import type { Place } from "./nav";

export function KeyHelp({ open, onClose, places }: { open: boolean; onClose: () => void; places: readonly Place[] }) {
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} label={t("keys.title")}>
      <div className={css.help}>
        <h2>{t("keys.title")}</h2>
        <dl>
          <Key keys={["/"]}>{t("search.open")}</Key>
          {places.map(({ key, letter }) => (
            <Key key={key} keys={["g", letter]}>
              {t(`places.${key}`)}
            </Key>
          ))}
          <Key keys={["↑", "↓"]}>{t("keys.rows")}</Key>
          <Key keys={["Enter"]}>{t("keys.enter")}</Key>
          <Key keys={["Esc"]}>{t("keys.escape")}</Key>
          <Key keys={["?"]}>{t("keys.title")}</Key>
        </dl>
      </div>
    </Dialog>
  );
}

function Key({ keys, children }: { keys: string[]; children: string }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}
