/** Who the customer is, in a line, and who answers for them. */
import { Modal } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useGet, useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { useFormat } from "@/ui/format";
import { ProblemLine } from "@/ui/problem-line";
import { Select } from "@/ui/select";
import { useToast } from "@/ui/toast";
import { Masked } from "@/ui/values";
import css from "./customer.module.css";
import { Readers } from "./readers-dialog";
import { useHere } from "./use-place";

export function Identity() {
  const { t } = useTranslation("customers");
  const format = useFormat();
  const { customer, isMasked } = useHere();
  const { code, uscc, industry, region, group, since, terms, owner } = customer;
  const parts: ReactNode[] = [
    <span key="code" className="num">
      {code}
    </span>,
    isMasked("uscc") ? (
      <Masked key="uscc" />
    ) : (
      uscc && (
        <span key="uscc" className="num">
          {uscc}
        </span>
      )
    ),
    industry && (
      <Link key="industry" to={`/customers?industry=${encodeURIComponent(industry)}`}>
        {industry}
      </Link>
    ),
    region && (
      <Link key="region" to={`/customers?region=${encodeURIComponent(region)}`}>
        {region}
      </Link>
    ),
    group && <span key="group">{t("head.group", { group })}</span>,
    since && <span key="since">{t("head.since", { day: format.day(since) })}</span>,
    terms.days !== null && (
      <span key="terms">
        {t(terms.basis === "month_end" ? "head.terms_month_end" : "head.terms", { days: terms.days })}
      </span>
    ),
    <span key="owner" className="row">
      {owner ? t("head.owner", { name: owner.name }) : t("head.no_owner")}
      <OwnerChange />
      <Readers />
    </span>,
  ];
  return <div className={css.identity}>{parts.filter(Boolean)}</div>;
}

function OwnerChange() {
  const { t } = useTranslation("customers");
  const can = useCan();
  const [open, setOpen] = useState(false);
  const { customer } = useHere();
  if (!can("set_owner") || !customer.may_write || customer.is_past) return null;
  return (
    <>
      <button type="button" className={`plain ${css.change}`} onClick={() => setOpen(true)}>
        {t("owner.change")}
      </button>
      {open && <OwnerDialog onClose={() => setOpen(false)} />}
    </>
  );
}

const BY_FILES = 0;

function OwnerDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("customers");
  const { code, customer } = useHere();
  const toast = useToast();
  const people = useGet("/people");
  const [person, setPerson] = useState(customer.owner?.id ?? BY_FILES);
  const save = useSend("put", "/customers/{code}/owner", {
    refreshes: ["/customers", "/workbench", "/overview"],
    onDone: () => {
      toast.done(t("owner.done"));
      onClose();
    },
  });
  const options = [
    { value: BY_FILES, label: t("owner.by_files", { name: customer.owner_in_files || t("owner.nobody") }) },
    ...(people.data?.items ?? [])
      .filter(({ is_active }) => is_active)
      .map(({ id, name, role }) => ({ value: id, label: t("owner.person", { name, role: role.label }) })),
  ];
  return (
    <Modal
      open
      title={t("owner.title", { name: customer.name })}
      okText={t("owner.save")}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => save.mutate({ path: { code }, body: { person_id: person === BY_FILES ? null : person } })}
      onCancel={onClose}
      width={420}
    >
      <p className={css.hint}>{t("owner.words")}</p>
      <Select
        aria-label={t("owner.who")}
        style={{ width: "100%" }}
        options={options}
        value={person}
        onChange={setPerson}
        loading={people.isPending}
        showSearch={{ optionFilterProp: "label" }}
      />
      <ProblemLine problem={people.error ?? save.error} />
    </Modal>
  );
}
