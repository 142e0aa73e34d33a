/** One change: what it changes in words, what it would do, what people say of it, and the way to approval. */
import { Button, Checkbox, DatePicker, Form, Input, Modal } from "antd";
import type { Dayjs } from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { downloadAddress, useGet, useSend } from "@/api/hooks";
import { useCan } from "@/app/session";
import { Answer } from "@/ui/answer";
import { ConfirmWithReason } from "@/ui/confirm";
import { LinkButton } from "@/ui/link-button";
import { Page, Section } from "@/ui/page";
import { ProblemLine } from "@/ui/problem-line";
import { Remark } from "@/ui/remark";
import { PlainTag } from "@/ui/tags";
import { useToast } from "@/ui/toast";
import { Since } from "@/ui/values";
import { type Change, type Draft, isEditable, KINDS, type Kind, TRIED } from "./model";
import css from "./policy.module.css";
import { TrialShown } from "./trial";
import { Lines } from "./versions";

const REFRESHED = ["/policy", "/approvals", "/workbench"];

export default function ChangePage() {
  const { t } = useTranslation("policy");
  const { id = "" } = useParams();
  const query = useGet("/policy-changes/{change_id}", { path: { change_id: id } });
  return (
    <Page
      title={query.data?.title ?? t("changes.change")}
      back={<Link to="/policy/changes">{t("changes.title")}</Link>}
      note={query.data && <PlainTag>{query.data.state.label}</PlainTag>}
      actions={query.data && <Moves change={query.data} />}
    >
      <Answer query={query}>{(change) => <Body change={change} />}</Answer>
    </Page>
  );
}

function Body({ change }: { change: Change }) {
  const { t } = useTranslation("policy");
  const can = useCan();
  const editable = isEditable(change);
  const rest = KINDS.filter((kind) => !change.drafts.some((draft) => draft.kind === kind));
  return (
    <div className={css.change}>
      <Situation change={change} />
      {change.drafts.map((draft) => (
        <DraftPart key={draft.kind} draft={draft} change={change} editable={editable} />
      ))}
      {editable && (
        <p className={css.more}>
          <span className="muted">{t("one.more")}</span>
          {rest.map((kind) => (
            <Link key={kind} to={`/policy/changes/${change.id}/${kind}`}>
              {t(`kind.${kind}`)}
            </Link>
          ))}
        </p>
      )}
      {change.check.passes && change.drafts.some(({ kind }) => TRIED.includes(kind as Kind)) && (
        <Section
          title={t("trial.title")}
          aside={
            <span className="row">
              {can("start_backtest") && <Link to={`/backtests?change=${change.id}`}>{t("one.backtest")}</Link>}
              <a href={downloadAddress(`/policy-changes/${change.id}/customers`)} download>
                {t("trial.export")}
              </a>
            </span>
          }
        >
          <Effect change={change} />
        </Section>
      )}
      <Comments change={change} />
    </div>
  );
}

function Effect({ change }: { change: Change }) {
  const path = { change_id: change.id };
  const query = useGet("/policy-changes/{change_id}/trial", { path });
  return <Answer query={query}>{(trial) => <TrialShown trial={trial} />}</Answer>;
}

/** In one sentence, where the change stands and what comes next. */
function Situation({ change }: { change: Change }) {
  const { t } = useTranslation("policy");
  const { state, check, live_from, reason, approval, is_mine, findings } = change;
  const published = Object.entries(change.published);
  return (
    <div className="stack">
      {reason && <p>{t("one.reason", { reason })}</p>}
      {state.code === "submitted" && (
        <Remark role="status">
          {t(is_mine ? "one.waits_mine" : "one.waits")}{" "}
          {approval && <Link to={`/approvals/${approval}`}>{t("one.approval")}</Link>}
        </Remark>
      )}
      {state.code === "outdated" && (
        <Remark tone="medium">
          {findings.length > 0 ? (
            <>
              <p>{t("one.not_in_force")}</p>
              <Lines lines={findings} none="" />
            </>
          ) : (
            t("one.outdated")
          )}
        </Remark>
      )}
      {published.length > 0 && (
        <Remark role="status">
          {t(change.state.code === "cancelled" ? "one.was_to_come" : "one.published", {
            day: live_from ?? change.updated_at.slice(0, 10),
          })}{" "}
          {published.map(([name, version]) => {
            const kind = name.split(":")[0] as Kind;
            return (
              <Link key={name} to={`/policy/${kind}?version=${version}`} className={css.published}>
                {t("one.version", { kind: t(`kind.${kind}`), number: version })}
              </Link>
            );
          })}
        </Remark>
      )}
      {!check.passes && change.drafts.length > 0 && (
        <Remark tone="high" role="alert">
          {t("one.fails", { words: check.message })}
        </Remark>
      )}
      {change.drafts.length === 0 && <p className="muted">{t("one.empty")}</p>}
    </div>
  );
}

function DraftPart({ draft, change, editable }: { draft: Draft; change: Change; editable: boolean }) {
  const { t } = useTranslation("policy");
  const toast = useToast();
  const drop = useSend("delete", "/policy-changes/{change_id}/drafts/{kind}", { refreshes: ["/policy-changes"] });
  const path = { change_id: change.id, kind: draft.kind };
  return (
    <Section
      title={draft.label}
      aside={
        editable && (
          <span className="row">
            <Link to={`/policy/changes/${change.id}/${draft.kind}`}>{t("one.edit")}</Link>
            <Button size="small" type="text" onClick={() => drop.mutate({ path }, { onError: toast.failed })}>
              {t("one.drop")}
            </Button>
          </span>
        )
      }
    >
      <Lines lines={draft.lines} none={t("one.same")} />
    </Section>
  );
}

function Moves({ change }: { change: Change }) {
  const { t } = useTranslation("policy");
  const can = useCan();
  const toast = useToast();
  const [submitting, setSubmitting] = useState(false);
  const [renaming, setRenaming] = useState(false);
  const [cancelling, setCancelling] = useState(false);
  const path = { change_id: change.id };
  const withdraw = useSend("post", "/policy-changes/{change_id}/withdraw", {
    refreshes: REFRESHED,
    onDone: () => toast.done(t("one.withdrawn")),
  });
  const submits = isEditable(change) && can("submit_policy_change") && change.drafts.length > 0;
  return (
    <>
      {isEditable(change) && can("rename_policy_change") && (
        <Button onClick={() => setRenaming(true)}>{t("one.rename")}</Button>
      )}
      {renaming && <Rename change={change} onClose={() => setRenaming(false)} />}
      {change.is_mine && change.state.code === "submitted" && (
        <Button onClick={() => withdraw.mutate({ path }, { onError: toast.failed })} loading={withdraw.isPending}>
          {t("one.withdraw")}
        </Button>
      )}
      {change.is_to_come && can("cancel_policy_change") && (
        <Button onClick={() => setCancelling(true)}>{t("one.cancel")}</Button>
      )}
      {cancelling && <Cancel change={change} onClose={() => setCancelling(false)} />}
      {change.approval && change.state.code === "submitted" && !change.is_mine && (
        <LinkButton to={`/approvals/${change.approval}`} primary>
          {t("one.decide")}
        </LinkButton>
      )}
      {submits && (
        <Button type="primary" disabled={!change.check.passes} onClick={() => setSubmitting(true)}>
          {t("one.submit")}
        </Button>
      )}
      {submitting && <Submit change={change} onClose={() => setSubmitting(false)} />}
    </>
  );
}

function Cancel({ change, onClose }: { change: Change; onClose: () => void }) {
  const { t } = useTranslation("policy");
  const toast = useToast();
  const cancel = useSend<Change>("post", "/policy-changes/{change_id}/cancel", {
    refreshes: REFRESHED,
    onDone: () => {
      toast.done(t("one.cancelled"));
      onClose();
    },
  });
  return (
    <ConfirmWithReason
      open
      title={t("one.cancel_title")}
      confirm={t("one.cancel")}
      needsNote
      danger
      busy={cancel.isPending}
      problem={cancel.error}
      onClose={onClose}
      onConfirm={({ note }) => cancel.mutate({ path: { change_id: change.id }, body: { reason: note } })}
    >
      <p>{t("one.cancel_words")}</p>
    </ConfirmWithReason>
  );
}

function Rename({ change, onClose }: { change: Change; onClose: () => void }) {
  const { t } = useTranslation("policy");
  const [form] = Form.useForm<{ title: string }>();
  const rename = useSend<Change>("patch", "/policy-changes/{change_id}", {
    refreshes: ["/policy-changes"],
    onDone: onClose,
  });
  const path = { change_id: change.id };
  return (
    <Modal
      open
      title={t("one.rename")}
      okText={t("one.rename_save")}
      okButtonProps={{ loading: rename.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={480}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ title: change.title }}
        onFinish={({ title }) => rename.mutate({ path, body: { title, revision: change.revision } })}
      >
        <Form.Item
          name="title"
          label={t("one.rename_label")}
          rules={[{ required: true, whitespace: true, message: t("begin.missing") }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      <ProblemLine problem={rename.error} />
    </Modal>
  );
}

function Submit({ change, onClose }: { change: Change; onClose: () => void }) {
  const { t } = useTranslation("policy");
  const toast = useToast();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ reason: string; live_from?: Dayjs | null; confirmed?: boolean }>();
  const looked = useGet("/policy-findings", { query: { change: change.id } });
  const brought = (looked.data?.items ?? []).filter(({ is_brought }) => is_brought);
  const hasFaults = brought.some(({ gravity }) => gravity === "fault");
  const submit = useSend<Change>("post", "/policy-changes/{change_id}/submit", {
    refreshes: REFRESHED,
    onDone: ({ approval }) => {
      toast.done(t("submit.done"));
      onClose();
      if (approval) void navigate(`/approvals/${approval}`);
    },
  });
  return (
    <Modal
      open
      title={t("submit.title")}
      okText={t("submit.submit")}
      okButtonProps={{ loading: submit.isPending, disabled: !looked.data || hasFaults }}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={480}
    >
      <p>{t("submit.words")}</p>
      <Findings change={change} />
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ reason: change.reason }}
        onFinish={({ reason, live_from, confirmed = false }) =>
          submit.mutate({
            path: { change_id: change.id },
            body: { reason, live_from: live_from?.format("YYYY-MM-DD") ?? null, revision: change.revision, confirmed },
          })
        }
      >
        <Form.Item
          name="reason"
          label={t("submit.reason")}
          rules={[{ required: true, whitespace: true, message: t("submit.missing") }]}
        >
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Form.Item name="live_from" label={t("submit.from")} extra={t("submit.from_words")}>
          <DatePicker />
        </Form.Item>
        {brought.length > 0 && !hasFaults && (
          <Form.Item
            name="confirmed"
            valuePropName="checked"
            rules={[
              {
                validator: (_, value) =>
                  value ? Promise.resolve() : Promise.reject(new Error(t("submit.unconfirmed"))),
              },
            ]}
          >
            <Checkbox>{t("submit.confirm", { count: brought.length })}</Checkbox>
          </Form.Item>
        )}
      </Form>
      <ProblemLine problem={submit.error} />
    </Modal>
  );
}

/** What the linter finds: faults that the change brings keep it from being submitted, doubts have to be confirmed. */
function Findings({ change }: { change: Change }) {
  const { t } = useTranslation("policy");
  const query = useGet("/policy-findings", { query: { change: change.id } });
  const touched = new Set(change.drafts.map(({ kind }) => kind));
  return (
    <section className={css.findings} aria-label={t("findings.title")} aria-busy={query.isPending}>
      <Answer query={query} lines={2}>
        {({ items }) => {
          const mine = items.filter(({ kind, is_brought }) => is_brought || touched.has(kind));
          const others = items.length - mine.length;
          return (
            <>
              <h3>{mine.length ? t("findings.found", { count: mine.length }) : t("findings.none")}</h3>
              {mine.some(({ gravity, is_brought }) => is_brought && gravity === "fault") && (
                <p className={css.bad} role="alert">
                  {t("findings.stops")}
                </p>
              )}
              {mine.length > 0 && (
                <ul>
                  {mine.map(({ gravity, code, kind, kind_label, place, problem, remedy }) => (
                    <li key={`${code} ${kind} ${place} ${problem}`}>
                      <p>
                        <span className={gravity === "fault" ? css.bad : "muted"}>{t(`findings.${gravity}`)}</span>{" "}
                        {problem}
                      </p>
                      <p className="quiet">{t("findings.remedy", { remedy })}</p>
                      <Link to={`/policy/changes/${change.id}/${kind}`}>
                        {kind_label} · {place}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
              {others > 0 && <p className="muted">{t("findings.others", { count: others })}</p>}
            </>
          );
        }}
      </Answer>
    </section>
  );
}

function Comments({ change }: { change: Change }) {
  const { t } = useTranslation("policy");
  const can = useCan();
  const [text, setText] = useState("");
  const say = useSend("post", "/policy-changes/{change_id}/comments", {
    refreshes: ["/policy-changes"],
    onDone: () => setText(""),
  });
  return (
    <Section title={t("comments.title")}>
      {change.comments.length > 0 && (
        <ul className={css.comments}>
          {change.comments.map(({ by, at, text: said }) => (
            <li key={at}>
              <span className="muted">
                {by} · <Since value={at} />
              </span>
              <p>{said}</p>
            </li>
          ))}
        </ul>
      )}
      {can("comment_policy_change") && (
        <div className={css.say}>
          <Input.TextArea
            aria-label={t("comments.yours")}
            placeholder={t("comments.yours")}
            autoSize={{ minRows: 1, maxRows: 6 }}
            value={text}
            maxLength={4000}
            onChange={({ target }) => setText(target.value)}
          />
          <Button
            disabled={!text.trim()}
            loading={say.isPending}
            onClick={() => say.mutate({ path: { change_id: change.id }, body: { text } })}
          >
            {t("comments.say")}
          </Button>
        </div>
      )}
      <ProblemLine problem={say.error} />
    </Section>
  );
}
