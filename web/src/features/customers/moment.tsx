/** From when one looks: today, or a day in the past with what was known then or with what is known now. */
import { Button, DatePicker, Popover, Radio } from "antd";
import dayjs from "dayjs";
import { History } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useToday } from "@/app/session";
import { useFormat } from "@/ui/format";
import { EmptyState } from "@/ui/states";
import css from "./customer.module.css";
import { type Place, TODAY } from "./place";
import type { Customer } from "./types";
import { usePlace } from "./use-place";

type Knowledge = "now" | "then";

const isThen = ({ known_on, known_at }: Place): boolean => known_on !== null || known_at !== null;

export function MomentChoice({ place }: { place: Place }) {
  const today = useToday();
  const { t } = useTranslation("customers");
  const [, go] = usePlace();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState(place.as_of ?? dayjs(today).subtract(1, "month").endOf("month").format("YYYY-MM-DD"));
  const [knowledge, setKnowledge] = useState<Knowledge>(isThen(place) ? "then" : "now");
  const [policy, setPolicy] = useState<Knowledge>(place.policy ?? "then");
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
      <span>{t("moment.day")}</span>
      <DatePicker
        aria-label={t("moment.day")}
        value={dayjs(day)}
        maxDate={dayjs(today)}
        allowClear={false}
        onChange={(chosen) => chosen && setDay(chosen.format("YYYY-MM-DD"))}
      />
      <Radio.Group
        className={css.choices}
        value={knowledge}
        onChange={({ target }) => setKnowledge(target.value as Knowledge)}
        aria-label={t("moment.knowledge")}
      >
        {(["now", "then"] as const).map((each) => (
          <Radio key={each} value={each}>
            {t(`moment.${each}`)}
            <small className="muted">{t(`moment.${each}_words`)}</small>
          </Radio>
        ))}
      </Radio.Group>
      <Radio.Group
        className={css.choices}
        value={policy}
        onChange={({ target }) => setPolicy(target.value as Knowledge)}
        aria-label={t("moment.policy")}
      >
        {(["then", "now"] as const).map((each) => (
          <Radio key={each} value={each}>
            {t(`moment.policy_${each}`)}
          </Radio>
        ))}
      </Radio.Group>
      <Button htmlType="submit" type="primary">
        {t("moment.look")}
      </Button>
    </form>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight" arrow={false} open={open} onOpenChange={setOpen}>
      <Button icon={<History size={16} strokeWidth={1.75} aria-hidden />}>{t("moment.open")}</Button>
    </Popover>
  );
}

/** In the past nobody may overlook it: a dark bar says from when one looks and leads back. */
export function MomentBar({ customer, place }: { customer: Customer; place: Place }) {
  const { t } = useTranslation("customers");
  const format = useFormat();
  const [, go] = usePlace();
  if (!customer.is_past) return null;
  const known = customer.known_at_time ? format.instant(customer.known_at_time) : "";
  return (
    <div className={css.past} role="status">
      <History size={16} strokeWidth={1.75} aria-hidden />
      <span>
        <strong>{t("moment.bar", { day: format.day(customer.as_of) })}</strong>{" "}
        {t(isThen(place) ? "moment.bar_then" : "moment.bar_now", { batch: customer.known_at, at: known })}{" "}
        {t(
          customer.policy.asked === "now"
            ? "moment.judged_now"
            : customer.policy.is_today
              ? "moment.judged_same"
              : "moment.judged_then",
        )}
      </span>
      <button type="button" className="plain" onClick={() => go(TODAY)}>
        {t("moment.back")}
      </button>
    </div>
  );
}

/** We had not heard of the customer by then: offer what can be shown instead. */
export function NotKnownThen({ place }: { place: Place }) {
  const { t } = useTranslation("customers");
  const [, go] = usePlace();
  return (
    <EmptyState
      title={t("moment.unknown")}
      action={
        <>
          <Button type="primary" onClick={() => go({ known_on: null, known_at: null })}>
            {t("moment.with_now", { day: place.as_of ?? "" })}
          </Button>
          <Button onClick={() => go(TODAY)}>{t("moment.back")}</Button>
        </>
      }
    >
      <p>{t("moment.unknown_words")}</p>
    </EmptyState>
  );
}
