"""What can be asked of assessments: the live policy, standing grades, one customer on one day."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import cast

from kedun.assessments.models import Assessment, AssessmentHistory
from kedun.assessments.policy import DOCUMENTS, PAGES_NEED, PagesNeed, Policy, compile_policy
from kedun.definitions import documents
from kedun.definitions.queries import Definition, first, first_days, live, live_hashes
from kedun.facts.groups.membership import GroupRule, Groups
from kedun.facts.groups.queries import Ask, book_groups, groups_near
from kedun.facts.models import LegalEntity
from kedun.facts.sources import Reach
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json, sha256_of
from kedun.kernel.refusals import NotFound
from kedun.scorecards.standing import Standing


class NoPolicy(NotFound):
    """There is no {kind} definition; load the starter definitions first."""

    zh = "没有 {kind} 定义，请先载入初始定义。"


@dataclass(frozen=True, slots=True)
class LivePolicy:
    """A compiled policy with the version of its rules."""

    policy: Policy
    rules_version: int


DEFAULT_CURRENCY = "CNY"
_compiled: dict[tuple[str, ...], Policy] = {}
MOST_COMPILED = 6
"""Compiled policies kept by a process: that of today, those of past days that people look at, and those they try."""


def live_policy(on: Day) -> LivePolicy:
    """Give the policy that is live on a day; before the first one was, the first one stands in.

    Raises: NoPolicy.
    """
    hashes, currency = live_hashes(DOCUMENTS, on=on), reporting_currency()
    if hashes.keys() >= set(DOCUMENTS):
        known = _compiled.get((currency, *(hashes[kind][0] for kind in DOCUMENTS)))
        if known is not None:
            return LivePolicy(known, hashes["rules"][1])
    found = _live(on)
    policy = _compile(found, {}, currency)
    return LivePolicy(policy, found["rules"].version)


def policies_to_come(after: Day, until: Day) -> tuple[tuple[Day, Policy], ...]:
    """Give the policies that are agreed to and come into force after a day, with their first days, in order.

    Raises: NoPolicy.
    """
    days = first_days(DOCUMENTS, after=after, until=until)
    return tuple((day, live_policy(day).policy) for day in days)


def _compile(found: Mapping[str, Definition], changed: Mapping[str, Mapping[str, Json]], currency: str) -> Policy:
    """Compile definitions with other documents in the place of some; what was compiled lately is not read again."""
    hashes = (sha256_of(changed[kind]) if kind in changed else found[kind].sha256 for kind in DOCUMENTS)
    key = (currency, *hashes)
    policy = _compiled.get(key)
    if policy is None:
        policy = compile_policy({**_bodies(found), **changed}, currency=currency)
        if len(_compiled) >= MOST_COMPILED:
            del _compiled[next(iter(_compiled))]
        _compiled[key] = policy
    return policy


def policy_with(changed: Mapping[str, Mapping[str, Json]], on: Day) -> Policy:
    """Compile the policy of a day with other documents in the place of some, as a trial; nothing is stored.

    Raises: NoPolicy, and what compiling refuses.
    """
    return _compile(_live(on), changed, reporting_currency())


def try_documents(changed: Mapping[str, Mapping[str, Json]], on: Day) -> None:
    """Compile the policy of a day with some documents changed; what pages read may not be left out.

    Raises: NoPolicy, PagesNeed, and what compiling refuses.
    """
    of_policy = {kind: body for kind, body in changed.items() if kind in DOCUMENTS}
    if not of_policy:
        return
    policy = policy_with(of_policy, on)
    before = _bodies(_live(on))["indicators"].get("indicators")  # as text: what is in force may itself not work
    there = before if isinstance(before, Mapping) else {}
    lost = PAGES_NEED & there.keys() - policy.indicators.indicators.keys()
    if lost:
        raise PagesNeed(keys=", ".join(sorted(lost)))


def _live(on: Day) -> Mapping[str, Definition]:
    return {kind: _definition(kind, on) for kind in DOCUMENTS}


def _bodies(found: Mapping[str, Definition]) -> Mapping[str, Mapping[str, Json]]:
    bodies = {kind: documents.read(found[kind].body, file=kind) for kind in DOCUMENTS}
    return cast("Mapping[str, Mapping[str, Json]]", bodies)


def reporting_currency() -> str:
    """Give the currency that amounts are reported in."""
    main = LegalEntity.objects.filter(code="main").values_list("base_currency", flat=True).first()
    return main or DEFAULT_CURRENCY


def _definition(kind: str, on: Day) -> Definition:
    found = live(kind, on=on) or first(kind)
    if not found:
        raise NoPolicy(kind=kind)
    return next(iter(found.values()))


def with_groups(customers: Collection[int], *, as_of: Day) -> frozenset[int]:
    """Add to some customers all members of their groups, as the policy of the day joins them.

    Raises: NoPolicy.
    """
    program = live_policy(as_of).policy.indicators
    if not program.group:
        return frozenset(customers)
    return groups_near(program.group_rule, customers, as_of=as_of, known_at=None).with_members(customers)


def groups_of_book(as_of: Day, *, known_at: int | None, ask: Ask) -> Groups:
    """Give the groups of the whole book from the book engine, by the rule of the day; by the usual one without a policy."""
    try:
        rule = live_policy(as_of).policy.indicators.group_rule
    except NoPolicy:
        rule = GroupRule()
    return book_groups(rule, Reach("duckdb", has_past=known_at is not None), as_of=as_of, known_at=known_at, ask=ask)


def standing_on(customer_id: int, as_of: Day, known_at: int) -> Standing | None:
    """Give the standing grade as it was recorded on the newest assessed day up to `as_of`, by a batch or earlier."""
    told = {"customer_id": customer_id, "as_of__lte": as_of, "known_batch__lte": known_at}
    row = (
        Assessment.objects.filter(**told).first() or AssessmentHistory.objects.filter(**told).order_by("-as_of").first()
    )
    return Standing(row.standing_grade, row.standing_since) if row else None
