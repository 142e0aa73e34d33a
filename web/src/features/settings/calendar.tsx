/** The calendar: which days are worked. Due days and deadlines go by it. */
import { Button, Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useGet, useSend } from "@/api/hooks";
import type { components } from "@/api/schema";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { ProblemLine } from "@/ui/problem-line";
import { useToast } from "@/ui/toast";
import { readDays } from "./model";
import css from "./settings.module.css";

type Calendar = components["schemas"]["CalendarSettings"];
interface Given {
  weekend: number[];
  holidays: string;
  workdays: string;
}

/** The first of January 2024 was a Monday. */
const weekdayName = (language: string, number: number): string =>
  new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" }).format(new Date(Date.UTC(2024, 0, number)));

export default function CalendarPart() {
  const query = useGet("/settings/calendar");
  return <Answer query={query}>{(calendar) => <CalendarForm key={calendar.revision} calendar={calendar} />}</Answer>;
}

function CalendarForm({ calendar }: { calendar: Calendar }) {
  const { t, i18n } = useTranslation(["settings", "common"]);
  const can = useCan();
  const toast = useToast();
  const mayChange = can("change_calendar_settings");
  const save = useSend("put", "/settings/calendar", {
    refreshes: ["/settings/calendar"],
    onDone: () => toast.done(t("common:action.saved")),
  });
  const areDays = {
    validator: async (_: unknown, text: string) => {
      const { wrong } = readDays(text ?? "");
      if (wrong.length) throw new Error(t("calendar.wrong", { days: wrong.slice(0, 3).join(", ") }));
    },
  };
  return (
    <Form<Given>
      className={css.calendar}
      layout="vertical"
      requiredMark={false}
      disabled={!mayChange}
      initialValues={{
        weekend: calendar.weekend,
        holidays: calendar.holidays.join("\n"),
        workdays: calendar.workdays.join("\n"),
      }}
      onFinish={({ weekend, holidays, workdays }) =>
        save.mutate({
          body: {
            weekend: weekend.toSorted(),
            holidays: readDays(holidays).days,
            workdays: readDays(workdays).days,
            revision: calendar.revision,
          },
        })
      }
    >
      <Form.Item name="weekend" label={t("calendar.weekend")}>
        <Checkbox.Group
          options={[1, 2, 3, 4, 5, 6, 7].map((number) => ({
            value: number,
            label: weekdayName(i18n.language, number),
          }))}
        />
      </Form.Item>
      <Form.Item name="holidays" label={t("calendar.holidays")} extra={t("calendar.holidays_words")} rules={[areDays]}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} placeholder={`${new Date().getFullYear()}-10-01`} />
      </Form.Item>
      <Form.Item name="workdays" label={t("calendar.workdays")} extra={t("calendar.workdays_words")} rules={[areDays]}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 14 }} placeholder={`${new Date().getFullYear()}-10-11`} />
      </Form.Item>
      <ProblemLine problem={save.error} />
      {mayChange && (
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t("common:action.save")}
        </Button>
      )}
    </Form>
  );
}
