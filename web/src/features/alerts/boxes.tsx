/** The boxes of the inbox with how much is in them, and whose alerts are shown. */
import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useFormat } from "@/ui/format";
import css from "./alerts.module.css";
import { BOXES, type Box, type Inbox, searchOf, type Whose } from "./list";
import type { Counts } from "./types";

const SHOWN: readonly Box[] = ["open", "acknowledged", "snoozed", "closed", "all"];
const COUNTED: readonly Box[] = ["open", "acknowledged", "snoozed"];

interface BoxesProps {
  inbox: Inbox;
  counts: Counts | undefined;
  onChange: (inbox: Inbox) => void;
}

export function Boxes({ inbox, counts, onChange }: BoxesProps) {
  const { t } = useTranslation("alerts");
  const format = useFormat();
  const count = (box: Box) => BOXES[box].reduce((sum, state) => sum + (counts?.states[state] ?? 0), 0);
  return (
    <div className={css.boxLine}>
      <nav className={css.boxes} aria-label={t("box.boxes")}>
        {SHOWN.map((box) => (
          <Link
            key={box}
            to={`/alerts?${searchOf({ ...inbox, box })}`}
            className={css.box}
            aria-current={box === inbox.box ? "page" : undefined}
          >
            {t(`box.${box}`)}
            {counts && COUNTED.includes(box) && <small className="num">{format.num(count(box))}</small>}
          </Link>
        ))}
      </nav>
      <span className={css.whose}>
        <Segmented<Whose>
          size="small"
          aria-label={t("whose.title")}
          value={inbox.whose}
          onChange={(whose) => onChange({ ...inbox, whose, owner: null })}
          options={[
            { value: "all", label: t("whose.all") },
            { value: "me", label: t("whose.me", { total: counts ? format.num(counts.mine) : "" }).trim() },
            { value: "none", label: t("whose.none", { total: counts ? format.num(counts.unassigned) : "" }).trim() },
          ]}
        />
      </span>
    </div>
  );
}
