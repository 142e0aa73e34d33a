/** The way back: what the customer would have to do by when to reach a score, and what then still takes off. */
import { DatePicker, InputNumber } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";
import { Answer } from "@/ui/answer";
import { useFormat } from "@/ui/format";
import { momentQuery } from "@/ui/moment-asked";
import { Fact, Facts, Section } from "@/ui/page";
import { Remark } from "@/ui/remark";
import { EmptyState } from "@/ui/states";
import { GradeTag } from "@/ui/tags";
import { Num } from "@/ui/values";
import css from "./change.module.css";
import type { WayBack } from "./types";
import { useHere, usePlace } from "./use-place";
import { BackLetter } from "./way-back-letter";
import { BackRest, BackSteps } from "./way-back-lines";

const DAY = "YYYY-MM-DD";
const LATEST_DAYS = 90;

export function WayBackTab() {
  const { code, place } = useHere();
  const [namesScore, setNamesScore] = useState(false);
  const wish = {
    ...(place.target === null ? {} : { target: String(place.target) }),
    ...(place.pay_by === null ? {} : { pay_by: place.pay_by }),
    ...(namesScore ? { names_score: true } : {}),
  };
  const query = useGet(
    "/customers/{code}/way-back",
    { path: { code }, query: { ...momentQuery(place), ...wish } },
    { keep: true },
  );
  return (
    <div className="stack">
      <Wish found={query.data} />
      <Answer query={query} lines={10}>
        {(found) => <Plan found={found} namesScore={namesScore} onNamesScore={setNamesScore} />}
      </Answer>
    </div>
  );
}

/** Which score, and by when: both stand in the address. */
function Wish({ found }: { found: WayBack | undefined }) {
  const { t } = useTranslation("customers");
  const { customer } = useHere();
  const [place, go] = usePlace();
  const target = place.target ?? (found && found.target / 100);
  const payBy = place.pay_by ?? found?.pay_by;
  return (
    <div className={css.choice}>
      <span className="row">
        <span className="quiet">{t("back.target")}</span>
        <InputNumber
          aria-label={t("back.target")}
          min={1}
          max={100}
          precision={0}
          changeOnWheel={false}
          style={{ width: 80 }}
          value={target ?? null}
          onChange={(value) => go({ target: value })}
        />
      </span>
      <span className="row">
        <span className="quiet">{t("back.pay_by")}</span>
        <DatePicker
          aria-label={t("back.pay_by")}
          value={payBy ? dayjs(payBy) : null}
          minDate={dayjs(customer.as_of).add(1, "day")}
          maxDate={dayjs(customer.as_of).add(LATEST_DAYS, "day")}
          allowClear={false}
          onChange={(chosen) => chosen && go({ pay_by: chosen.format(DAY) })}
        />
      </span>
    </div>
  );
}

interface Letter {
  namesScore: boolean;
  onNamesScore: (names: boolean) => void;
}

function Plan({ found, ...letter }: { found: WayBack } & Letter) {
  const { t } = useTranslation("customers");
  if (found.state === "above") return <EmptyState title={t("back.above")}>{t("back.above_words")}</EmptyState>;
  if (found.state === "unrated" || found.state === "not_supplied") {
    return <EmptyState title={t(`back.${found.state}`)}>{found.words}</EmptyState>;
  }
  return (
    <>
      <p className={css.sentence}>{found.words}</p>
      {found.remarks.map((remark) => (
        <Remark key={remark}>{remark}</Remark>
      ))}
      <Scores found={found} />
      <BackSteps found={found} />
      <BackRest found={found} />
      <Remark>{t("back.counted")}</Remark>
      {found.state === "plan" && <BackLetter found={found} {...letter} />}
    </>
  );
}

function Scores({ found }: { found: WayBack }) {
  const { t } = useTranslation("customers");
  const format = useFormat();
  if (found.then === null || found.promised_on === null) return null;
  const day = format.day(found.promised_on);
  return (
    <Section title={t("back.lands")} hideTitle>
      <Facts>
        <Fact label={t("back.now")}>
          <Mark mark={found.now} />
        </Fact>
        <Fact label={t("back.then", { day })}>
          <Mark mark={found.then} />
        </Fact>
        {found.steps.length > 0 && (
          <Fact label={t("back.idle", { day })}>
            <Num value={found.idle === null ? null : found.idle / 100} digits={2} />
          </Fact>
        )}
      </Facts>
    </Section>
  );
}

function Mark({ mark: { score, grade } }: { mark: WayBack["now"] }) {
  return (
    <span className="row">
      <Num value={score === null ? null : score / 100} digits={2} />
      {grade && <GradeTag grade={grade.code} label={grade.words} />}
    </span>
  );
}
