/** From when one looks: today, or a day in the past with what was known then or with what is known now. */
import { Button, DatePicker, Popover, Radio } from "antd";
import dayjs from "dayjs";
import { History } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useToday } from "@/app/session";
import { useFormat } from "./format";
import css from "./moment.module.css";
import { type MomentAsked, momentOf, searchFrom, TODAY } from "./moment-asked";

type Knowledge = "now" | "then";

/** What the server says of the moment that it shows. */
export interface MomentShown {
  is_past: boolean;
  as_of: string;
  known_at: number;
  known_at_time: string | null;
  policy?: { asked: "now" | "then" | "day"; is_today: boolean };
}

/** The moment that the address names, and how to look from another. */
export function useMoment(): [MomentAsked, (next: Partial<MomentAsked>) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = useMemo(() => momentOf(search), [search]);
  return [asked, (next) => setSearch((old) => searchFrom(old, { ...momentOf(old), ...next }), { replace: true })];
}

const isThen = ({ known_on, known_at }: MomentAsked): boolean => known_on !== null || known_at !== null;

/** `judges`: what is shown depends on a policy, which can be chosen, too. */
export function MomentChoice({ judges = false }: { judges?: boolean }) {
  const today = useToday();
  const { t } = useTranslation("moment");
  const [asked, go] = useMoment();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState(asked.as_of ?? dayjs(today).subtract(1, "month").endOf("month").format("YYYY-MM-DD"));
  const [knowledge, setKnowledge] = useState<Knowledge>(isThen(asked) ? "then" : "now");
  const [policy, setPolicy] = useState<Knowledge>(asked.policy ?? "then");
  const content = (
    <form
      className={css.moment}
      onSubmit={(event) => {
        event.preventDefault();
        setOpen(false);
        go({
          as_of: day,
          known_on: knowledge === "then" ? day : null,
          known_at: null,
          policy: policy === "now" ? "now" : null,
        });
      }}
    >
      <span>{t("day")}</span>
      <DatePicker
        aria-label={t("day")}
        value={dayjs(day)}
        maxDate={dayjs(today)}
        allowClear={false}
        onChange={(chosen) => chosen && setDay(chosen.format("YYYY-MM-DD"))}
      />
      <Radio.Group
        className={css.choices}
        value={knowledge}
        onChange={({ target }) => setKnowledge(target.value as Knowledge)}
        aria-label={t("knowledge")}
      >
        {(["now", "then"] as const).map((each) => (
          <Radio key={each} value={each}>
            {t(`${each}`)}
            <small className="muted">{t(`${each}_words`)}</small>
          </Radio>
        ))}
      </Radio.Group>
      {judges && (
        <Radio.Group
          className={css.choices}
          value={policy}
          onChange={({ target }) => setPolicy(target.value as Knowledge)}
          aria-label={t("policy")}
        >
          {(["then", "now"] as const).map((each) => (
            <Radio key={each} value={each}>
              {t(`policy_${each}`)}
            </Radio>
          ))}
        </Radio.Group>
      )}
      <Button htmlType="submit" type="primary">
        {t("look")}
      </Button>
    </form>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight" arrow={false} open={open} onOpenChange={setOpen}>
      <Button icon={<History size={16} strokeWidth={1.75} aria-hidden />}>{t("open")}</Button>
    </Popover>
  );
}

/** In the past nobody may overlook it: a dark bar says from when one looks and leads back. */
export function MomentBar({ shown }: { shown: MomentShown }) {
  const { t } = useTranslation("moment");
  const format = useFormat();
  const [asked, go] = useMoment();
  if (!shown.is_past) return null;
  const known = shown.known_at_time ? format.instant(shown.known_at_time) : "";
  return (
    <div className={css.past} role="status">
      <History size={16} strokeWidth={1.75} aria-hidden />
      <span>
        <strong>{t("bar", { day: format.day(shown.as_of) })}</strong>{" "}
        {t(isThen(asked) ? "bar_then" : "bar_now", { batch: shown.known_at, at: known })}{" "}
        {shown.policy &&
          t(shown.policy.asked === "now" ? "judged_now" : shown.policy.is_today ? "judged_same" : "judged_then")}
      </span>
      <button type="button" className="plain" onClick={() => go(TODAY)}>
        {t("back")}
      </button>
    </div>
  );
}
