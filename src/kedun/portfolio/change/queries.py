"""Accounts of score changes between two days, each as known by its end."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kedun.assessments.change.store import End, ScoreChange, score_changes
from kedun.assessments.policy import DOCUMENTS
from kedun.assessments.queries import live_policy
from kedun.definitions.queries import first, live
from kedun.facts.models import Batch
from kedun.facts.queries import batch_at
from kedun.kernel.days import Day, to_date
from kedun.kernel.refusals import Invalid
from kedun.portfolio.queries import MAIN, Moment, end_of


class NotBefore(Invalid):
    """{since} does not lie before {as_of}: an account leads from an earlier day to a later one."""

    zh = "{since} 不早于 {as_of}：请选择更早的起始日。"


class KnewMoreThen(Invalid):
    """At batch {then} more was known than at batch {now}: an account leads from earlier knowledge to later."""

    zh = "批次 {then} 晚于批次 {now}：起点的已知内容不能多于终点。"


@dataclass(frozen=True, slots=True)
class Span:
    """Between which two ends is accounted. `is_chosen`: somebody named the batch of the old end."""

    old: End
    new: End
    is_chosen: bool

    def with_all_known(self) -> "Span":
        """Give the same with the new knowledge at both ends."""
        return replace(self, old=replace(self.old, known_at=self.new.known_at))


@dataclass(frozen=True, slots=True)
class Account:
    """The account of a customer. `stands_in`: nothing was known of the old day then, so today's knowledge stands in."""

    code: str
    span: Span
    change: ScoreChange
    stands_in: bool


@dataclass(frozen=True, slots=True)
class PolicyMove:
    """A document of the policy that is another version at the new end."""

    kind: str
    before: int
    after: int


def span(since: Day, at: Moment, *, known_then: int | None = None) -> Span:
    """Give the span from the end of a day, as known then, to a moment; `known_then` names the batch of the old end.

    Each end is judged by the policy of its own day; where the moment names another one, both are judged by that.

    Raises: NotBefore, KnewMoreThen, NoPolicy.
    """
    if since >= at.as_of:
        raise NotBefore(since=to_date(since).isoformat(), as_of=to_date(at.as_of).isoformat())
    if known_then is not None and known_then > at.known_at:
        raise KnewMoreThen(then=known_then, now=at.known_at)
    then = min(batch_at(end_of(MAIN, since)), at.known_at) if known_then is None else known_then
    first = since if at.policy_on is None else at.policy_on
    old, new = (live_policy(day).policy for day in (first, at.judged_on))
    return Span(End(since, then, old), End(at.as_of, at.known_at, new), known_then is not None)


def accounts(customers: Mapping[int, str], of: Span) -> dict[int, Account]:
    """Account for customers, code by id."""
    found = {
        each.customer_id: Account(customers[each.customer_id], of, each, stands_in=False)
        for each in score_changes(customers, of.old, of.new)
    }
    if of.is_chosen or of.old.known_at == of.new.known_at:
        return found
    unknown = {id_: each.code for id_, each in found.items() if each.change.steps[0] is None}
    if unknown:
        wider = of.with_all_known()
        for change in score_changes(unknown, wider.old, wider.new):
            found[change.customer_id] = Account(unknown[change.customer_id], wider, change, stands_in=True)
    return found


def policy_moves(of: Span) -> list[PolicyMove]:
    """Give the documents of the policy that are another version at the new end."""
    if of.old.policy.hash == of.new.policy.hash:
        return []
    pairs = [(kind, _version(kind, of.old.as_of), _version(kind, of.new.as_of)) for kind in DOCUMENTS]
    return [PolicyMove(kind, before, after) for kind, before, after in pairs if before != after]


def _version(kind: str, on: Day) -> int:
    found = live(kind, on=on) or first(kind)
    return next(iter(found.values())).version


def written_at(batch: int) -> datetime | None:
    """Give when a batch was written; None for none."""
    return Batch.objects.filter(id=batch).values_list("at", flat=True).first()
