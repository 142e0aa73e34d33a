/** Report what was noticed of a customer: whom, what, send — three taps, on a phone too. */
import { Button, Input, Segmented } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { customerPath } from "@/api/customer-address";
import { useGet, useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { SearchBox } from "@/ui/filters";
import { LinkButton } from "@/ui/link-button";
import { Page } from "@/ui/page";
import { ProblemLine } from "@/ui/problem-line";
import { EmptyState, NoPermission } from "@/ui/states";
import css from "./signals.module.css";
import type { Signal, SignalType } from "./types";

export interface Whom {
  code: string;
  name: string | null;
}
interface Found {
  items: Whom[];
}

export default function NewSignalPage() {
  const { t } = useTranslation("signals");
  const can = useCan();
  const [search, setSearch] = useSearchParams();
  const code = search.get("customer");
  const [sent, setSent] = useState<Signal | null>(null);
  const choose = (customer: string | null) => setSearch(customer ? { customer } : {}, { replace: true });
  return (
    <Page title={t("new")} back={<Link to="/signals">{t("title")}</Link>} narrow>
      {!can("report_signal") ? (
        <NoPermission />
      ) : sent ? (
        <Sent
          signal={sent}
          onMore={() => {
            setSent(null);
            choose(null);
          }}
        />
      ) : code ? (
        <Known code={code} onOther={() => choose(null)} onSent={setSent} />
      ) : (
        <ChooseCustomer onChoose={choose} />
      )}
    </Page>
  );
}

function ChooseCustomer({ onChoose }: { onChoose: (code: string) => void }) {
  const { t } = useTranslation("signals");
  const [words, setWords] = useState("");
  const query = useGet<Found>("/customers", { query: { q: words, limit: 12 } }, { keep: true });
  return (
    <section className={css.step} aria-label={t("whom")}>
      <h2>{t("whom")}</h2>
      <SearchBox value={words} onSearch={setWords} words={t("find")} />
      <Answer
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState title={t("no_customer")}>{t("no_customer_words")}</EmptyState>}
      >
        {({ items }) => (
          <div className={css.choices}>
            {items.map(({ code, name }) => (
              <Choice key={code} onClick={() => onChoose(code)} note={name ? code : undefined}>
                {name ?? code}
              </Choice>
            ))}
          </div>
        )}
      </Answer>
    </section>
  );
}

function Choice({ onClick, note, children }: { onClick: () => void; note?: string; children: ReactNode }) {
  return (
    <button type="button" className={css.choice} onClick={onClick}>
      {children}
      {note && <small>{note}</small>}
    </button>
  );
}

/** The customer is known; its name is asked for, and a foreign code is refused here. */
function Known({ code, onOther, onSent }: { code: string; onOther: () => void; onSent: (signal: Signal) => void }) {
  const { t } = useTranslation("signals");
  const query = useGet<Found>("/customers", { query: { codes: [code], limit: 1 } });
  return (
    <Answer
      query={query}
      isEmpty={({ items }) => items.length === 0}
      empty={<EmptyState title={t("no_customer")} action={<Button onClick={onOther}>{t("other_customer")}</Button>} />}
    >
      {({ items: [customer] }) => customer && <ChooseType customer={customer} onOther={onOther} onSent={onSent} />}
    </Answer>
  );
}

function ChooseType({
  customer,
  onOther,
  onSent,
}: {
  customer: Whom;
  onOther: () => void;
  onSent: (signal: Signal) => void;
}) {
  const { t } = useTranslation("signals");
  const [type, setType] = useState<SignalType | null>(null);
  const [all, setAll] = useState(false);
  const query = useGet("/signal-types");
  return (
    <>
      <div className={css.chosen}>
        <span>
          {customer.name} <span className="muted">{customer.code}</span>
        </span>
        <Button type="text" onClick={onOther}>
          {t("other_customer")}
        </Button>
      </div>
      {type ? (
        <Send customer={customer} type={type} onOther={() => setType(null)} onSent={onSent} />
      ) : (
        <section className={css.step} aria-label={t("what")}>
          <h2>{t("what")}</h2>
          <Answer query={query}>
            {({ items }) => {
              const mine = items.filter(({ is_mine }) => is_mine);
              const shown = all || mine.length === 0 ? items : mine;
              return (
                <>
                  <div className={css.choices}>
                    {shown.map((each) => (
                      <Choice key={each.type} onClick={() => setType(each)} note={each.risk_label}>
                        {each.label}
                      </Choice>
                    ))}
                  </div>
                  {shown.length < items.length && (
                    <Button type="text" onClick={() => setAll(true)}>
                      {t("all_types", { count: items.length })}
                    </Button>
                  )}
                </>
              );
            }}
          </Answer>
        </section>
      )}
    </>
  );
}

function Send({
  customer,
  type,
  onOther,
  onSent,
}: {
  customer: Whom;
  type: SignalType;
  onOther: () => void;
  onSent: (signal: Signal) => void;
}) {
  const { t } = useTranslation("signals");
  const [severity, setSeverity] = useState(type.severity);
  const [note, setNote] = useState("");
  const send = useSend<Signal>("post", "/signals", {
    refreshes: ["/signals", "/customers", "/alerts", "/workbench"],
    onDone: onSent,
  });
  return (
    <form
      className={css.send}
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate({ body: { customer: customer.code, type: type.type, severity, note: note.trim() } });
      }}
    >
      <div className={css.chosen}>
        <span>{type.label}</span>
        <Button type="text" onClick={onOther}>
          {t("other_type")}
        </Button>
      </div>
      <Segmented
        block
        value={severity}
        onChange={setSeverity}
        options={type.severities.map(({ code, label }) => ({ value: code, label }))}
        aria-label={t("severity")}
      />
      <Input.TextArea
        value={note}
        onChange={({ target }) => setNote(target.value)}
        placeholder={t("note")}
        aria-label={t("note")}
        rows={2}
        maxLength={500}
      />
      <Button type="primary" htmlType="submit" loading={send.isPending} block>
        {t("send")}
      </Button>
      <p className="muted">
        {t("effect", { points: type.severities.find(({ code }) => code === severity)?.points ?? 0, days: type.days })}
      </p>
      <ProblemLine problem={send.error} />
    </form>
  );
}

function Sent({ signal, onMore }: { signal: Signal; onMore: () => void }) {
  const { t } = useTranslation("signals");
  return (
    <EmptyState
      title={t("sent", { customer: signal.customer.name ?? signal.customer.code, what: signal.label })}
      action={
        <div className="row">
          <Button type="primary" onClick={onMore}>
            {t("more")}
          </Button>
          <LinkButton to={customerPath(signal.customer.code)}>{t("see_customer")}</LinkButton>
        </div>
      }
    >
      {t("sent_words")}
    </EmptyState>
  );
}
