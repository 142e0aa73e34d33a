/** The company: its name, the currency of its ledger, where notices go that reach nobody, who gets the monthly report. */
import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { useGet, useSend } from "@/api/hooks";
import type { components } from "@/api/schema";
import { useCan, useSession } from "@/app/session";
import { Answer } from "@/ui/answer";
import { showFieldProblems } from "@/ui/form";
import { ProblemLine } from "@/ui/problem-line";
import { Select } from "@/ui/select";
import { useToast } from "@/ui/toast";
import css from "./settings.module.css";

type Company = components["schemas"]["CompanySettings"];

export default function CompanyPart() {
  const query = useGet("/settings/company");
  return <Answer query={query}>{(company) => <CompanyForm key={company.revision} company={company} />}</Answer>;
}

function CompanyForm({ company }: { company: Company }) {
  const { t } = useTranslation(["settings", "common"]);
  const can = useCan();
  const { reload } = useSession();
  const toast = useToast();
  const [form] = Form.useForm<Pick<Company, "name" | "notify_address" | "report_to">>();
  const roles = useGet("/roles").data?.items ?? [];
  const save = useSend("put", "/settings/company", {
    refreshes: ["/settings/company"],
    onDone: () => {
      toast.done(t("common:action.saved"));
      void reload();
    },
  });
  return (
    <Form
      form={form}
      className={css.form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ name: company.name, notify_address: company.notify_address, report_to: company.report_to }}
      disabled={!can("change_company_settings")}
      onFinish={(given) =>
        save.mutate(
          { body: { ...given, revision: company.revision } },
          { onError: (problem) => void showFieldProblems(form, problem) },
        )
      }
    >
      <Form.Item name="name" label={t("company.name")}>
        <Input maxLength={200} autoComplete="organization" />
      </Form.Item>
      <Form.Item label={t("company.currency")} extra={t("company.currency_words")}>
        {company.currency}
      </Form.Item>
      <Form.Item name="notify_address" label={t("company.notify_address")} extra={t("company.notify_words")}>
        <Input type="email" maxLength={254} />
      </Form.Item>
      <Form.Item name="report_to" label={t("company.report_to")} extra={t("company.report_words")}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={roles.map(({ code, label }) => ({ value: code, label }))}
        />
      </Form.Item>
      <ProblemLine problem={save.error} />
      {can("change_company_settings") && (
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t("common:action.save")}
        </Button>
      )}
    </Form>
  );
}
