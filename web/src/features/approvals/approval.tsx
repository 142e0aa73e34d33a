/** One request: what is asked, who must agree, who did, and the vote. */
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useParams } from "react-router";
import { useGet, useSend } from "@/api/hooks";
import { useCan, useMe } from "@/app/session";
import { Answer } from "@/ui/answer";
import { ConfirmWithReason } from "@/ui/confirm";
import { useFormat } from "@/ui/format";
import { LinkButton } from "@/ui/link-button";
import { Page, Section } from "@/ui/page";
import { Remark } from "@/ui/remark";
import { Select } from "@/ui/select";
import { PlainTag } from "@/ui/tags";
import { useToast } from "@/ui/toast";
import { Instant } from "@/ui/values";
import css from "./approvals.module.css";
import { type Approval, changeOf, obstacle, subjectAddress } from "./model";
import { Texts } from "./texts";

const REFRESHED = ["/approvals", "/policy", "/workbench"];

export default function ApprovalPage() {
  const { t } = useTranslation("approvals");
  const { id = "" } = useParams();
  const query = useGet("/approvals/{approval_id}", { path: { approval_id: id } });
  const back = <Link to="/approvals">{t("one.back")}</Link>;
  return (
    <Page
      title={query.data?.title ?? t("title")}
      back={back}
      note={query.data && <PlainTag>{query.data.state.label}</PlainTag>}
      actions={query.data && <Moves request={query.data} />}
    >
      <Answer query={query}>{(request) => <Body request={request} />}</Answer>
    </Page>
  );
}

function Body({ request }: { request: Approval }) {
  const { t } = useTranslation("approvals");
  const format = useFormat();
  const why = obstacle(request, useMe().id);
  const address = subjectAddress(request);
  const change = changeOf(request);
  const named = (roles: Approval["roles"]) => format.list(roles.map(({ label }) => label));
  return (
    <div className={css.request}>
      {why && <Remark role="status">{t(`one.${why}`, { roles: named(request.missing) })}</Remark>}
      <p className={css.reason}>
        <span className="muted">
          {t("one.by", { name: request.maker.name })} <Instant value={request.made_at} />
        </span>
        {request.reason}
      </p>
      <Section title={t("one.lines")} aside={address && <Link to={address}>{t("one.open")}</Link>}>
        {request.lines.length ? (
          <ul className={css.lines}>
            {request.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : (
          <p className="muted">{t("one.none")}</p>
        )}
      </Section>
      {(["doubts", "evidence"] as const).map(
        (name) =>
          request[name].length > 0 && (
            <Section key={name} title={t(`one.${name}`)}>
              <ul className={css.lines}>
                {request[name].map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Section>
          ),
      )}
      {change && <Texts request={request} change={change} />}
      <Section title={t("one.who")}>
        <p>{t(`needs.${request.mode}`, { roles: named(request.roles) })}</p>
        {request.state.code === "waiting" && (
          <p className="muted">{t("needs.missing", { roles: named(request.missing) })}</p>
        )}
      </Section>
      <Section title={t("one.votes")}>
        {request.votes.length ? <Votes votes={request.votes} /> : <p className="muted">{t("one.no_votes")}</p>}
      </Section>
    </div>
  );
}

function Votes({ votes }: { votes: Approval["votes"] }) {
  const { t } = useTranslation("approvals");
  return (
    <ul className={css.votes}>
      {votes.map(({ person, on_behalf_of, role, verdict, note, at }) => (
        <li key={`${person.id} ${at}`}>
          <span>
            {person.name} {on_behalf_of && t("one.on_behalf", { name: on_behalf_of.name })}{" "}
            <span className="muted">{role.label}</span>
          </span>
          <PlainTag>{t(`one.${verdict}`)}</PlainTag>
          <span className="muted">
            <Instant value={at} />
          </span>
          {note && <q>{note}</q>}
        </li>
      ))}
    </ul>
  );
}

type Move = "approve" | "refuse" | "withdraw";

/** What this person may do with the request. */
function Moves({ request }: { request: Approval }) {
  const { t } = useTranslation("approvals");
  const can = useCan();
  const [move, setMove] = useState<Move | null>(null);
  const votes = request.may_vote_as.length > 0 && can("vote");
  const address = subjectAddress(request);
  return (
    <>
      {address && <LinkButton to={address}>{t("one.open")}</LinkButton>}
      {request.may_withdraw && <Button onClick={() => setMove("withdraw")}>{t("one.withdraw")}</Button>}
      {votes && <Button onClick={() => setMove("refuse")}>{t("one.refuse")}</Button>}
      {votes && (
        <Button type="primary" onClick={() => setMove("approve")}>
          {t("one.approve")}
        </Button>
      )}
      {move === "withdraw" && <Withdrawal request={request} onClose={() => setMove(null)} />}
      {move && move !== "withdraw" && <Ballot request={request} verdict={move} onClose={() => setMove(null)} />}
    </>
  );
}

function Ballot({
  request,
  verdict,
  onClose,
}: {
  request: Approval;
  verdict: "approve" | "refuse";
  onClose: () => void;
}) {
  const { t } = useTranslation("approvals");
  const me = useMe();
  const toast = useToast();
  const navigate = useNavigate();
  const voters = request.may_vote_as;
  const [as, setAs] = useState(voters.find(({ id }) => id === me.id)?.id ?? voters[0]?.id);
  const vote = useSend("post", "/approvals/{approval_id}/vote", {
    refreshes: REFRESHED,
    onDone: () => {
      toast.done(t(`one.voted_${verdict}`));
      onClose();
      void navigate("/approvals");
    },
  });
  const options = voters.map(({ id, name }) => ({
    value: id,
    label: id === me.id ? t("one.myself", { name }) : t("one.for", { name }),
  }));
  return (
    <ConfirmWithReason
      open
      title={t(`one.${verdict}_title`)}
      confirm={t(`one.${verdict}`)}
      needsNote={verdict === "refuse"}
      danger={verdict === "refuse"}
      busy={vote.isPending}
      problem={vote.error}
      onClose={onClose}
      onConfirm={({ note }) =>
        vote.mutate({
          path: { approval_id: request.id },
          body: { verdict, note, shown_hash: request.shown_hash, on_behalf_of: as === me.id ? null : as },
        })
      }
    >
      <p>{t(`one.${verdict}_words`)}</p>
      {options.some(({ value }) => value !== me.id) && (
        <Select className={css.as} aria-label={t("one.as")} value={as} options={options} onChange={setAs} />
      )}
    </ConfirmWithReason>
  );
}

function Withdrawal({ request, onClose }: { request: Approval; onClose: () => void }) {
  const { t } = useTranslation("approvals");
  const toast = useToast();
  const id = changeOf(request);
  const path = id === null ? "/approvals/{approval_id}/withdraw" : "/policy-changes/{change_id}/withdraw";
  const withdraw = useSend("post", path, {
    refreshes: REFRESHED,
    onDone: () => {
      toast.done(t("one.withdrawn"));
      onClose();
    },
  });
  return (
    <ConfirmWithReason
      open
      title={t("one.withdraw")}
      confirm={t("one.withdraw")}
      needsNote={false}
      busy={withdraw.isPending}
      problem={withdraw.error}
      onClose={onClose}
      onConfirm={() => withdraw.mutate({ path: id === null ? { approval_id: request.id } : { change_id: id } })}
    >
      {t("one.withdraw_words")}
    </ConfirmWithReason>
  );
}
