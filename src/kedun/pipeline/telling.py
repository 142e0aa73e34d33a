"""Telling: what happened to alerts becomes deliveries to people. Start reading here, after event.

outbox (alert opened, assigned, closed) ─► who should know and may ─► one delivery each, in their language, masked for
them ─► notify sends it at once, in the morning's digest, or shows it in the application only
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kedun.accounts.company.queries import company
from kedun.accounts.queries import actor_names
from kedun.alerts.actions import note_told
from kedun.alerts.messages import ASSIGNED, CLOSED, OPENED
from kedun.alerts.owners import person_of
from kedun.alerts.states import CLOSING_WORDS, NOT_CLOSED, SEVERITIES, SEVERITY_WORDS
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy
from kedun.facts.masking import Masks, shown_name
from kedun.kernel.clock import Clock, today
from kedun.kernel.days import to_date
from kedun.kernel.hashing import Json
from kedun.kernel.words import Language
from kedun.notify.actions import Told, hush, tell
from kedun.notify.notices import AlertNotice, Kind, Line, Why
from kedun.notify.queries import mail_server, receivers_of, site
from kedun.notify.templates import write_alert
from kedun.outbox.actions import taken
from kedun.outbox.queries import Waiting
from kedun.pipeline.audience.queries import Audience, Listener, audience
from kedun.portfolio.inbox.queries import Found, of_ids
from kedun.portfolio.inbox.shown import View
from kedun.portfolio.said import said

MOST = 200
"""Messages dealt with in one transaction."""

MOST_READINGS = 8
"""Readings that a mail names; the page of the alert shows the rest."""

NOT_TOLD: Masks = frozenset({"contacts"})
"""A notice holds no contact details."""

COMPANY = "company"
COMPANY_LANGUAGE: Language = "zh"


def tell_people(*, clock: Clock) -> int:
    """Turn what waits in the outbox into deliveries; safe to repeat and to be killed at any line.

    An alert of which nobody may be told is marked so, and goes to the company's own address where there is one.
    """
    told = 0
    while dealt_with := _tell_some(clock):
        told += dealt_with
    return told


def _tell_some(clock: Clock) -> int:
    at = clock.now()
    with taken((OPENED, ASSIGNED, CLOSED), MOST, at=at) as messages:
        if messages:
            round_ = _round(messages, clock)
            everything = [told for message in messages for told in round_.of(message)]
            hush(round_.cleared, OPENED)
            tell(everything, has_mail=mail_server() is not None, at=at)
            note_told(round_.counts)
    return len(messages)


def _round(messages: Sequence[Waiting], clock: Clock) -> "_Round":
    on = today(clock)
    alerts = of_ids({_number(message, "alert_id") for message in messages})
    roles = {role for message in messages for role in _roles(message)}
    people = {person for each in alerts.values() if (person := person_of(each.alert.owner))}
    cleared = {_subject(found) for message in messages if (found := _cleared(message, alerts)) is not None}
    earlier = receivers_of(cleared, OPENED)
    people |= {person for told in earlier.values() for person in told}
    names = actor_names({_text(message, "by") for message in messages})
    customers = {each.alert.customer_id for each in alerts.values()}
    everybody = audience(customers, roles=roles, people=people, on=on)
    return _Round(alerts, everybody, earlier, names, live_policy(on).policy, site())


def _cleared(message: Waiting, alerts: Mapping[int, Found]) -> Found | None:
    """Give the alert of a message which says that its condition holds no longer."""
    is_cleared = message.topic == CLOSED and _text(message, "reason") == "cleared"
    return alerts.get(_number(message, "alert_id")) if is_cleared else None


@dataclass
class _Round:
    """What one round of telling knows, asked for once.

    `earlier`: by subject, who was told of its opening and the state of that delivery. `names`: of actors. `counts`: by
    alert, how many people are told of its opening.
    """

    alerts: Mapping[int, Found]
    everybody: Audience
    earlier: Mapping[str, Mapping[int, str]]
    names: Mapping[str, str]
    policy: Policy
    site: str
    counts: dict[int, int] = field(default_factory=dict)
    _views: dict[tuple[Language, Masks], View] = field(default_factory=dict)

    def of(self, message: Waiting) -> Iterator[Told]:
        """Give what a message makes people be told."""
        found = self.alerts.get(_number(message, "alert_id"))
        if found is None:
            return
        if message.topic == OPENED and found.alert.state in NOT_CLOSED:
            yield from self._opened(message, found)
        elif message.topic == ASSIGNED and found.alert.state in NOT_CLOSED:
            yield from self._assigned(message, found)
        elif _cleared(message, self.alerts):
            yield from self._cleared(message, found)

    @property
    def cleared(self) -> Collection[str]:
        """The subjects whose condition holds no longer: who would read of both in one digest reads of neither."""
        return self.earlier.keys()

    def _opened(self, message: Waiting, found: Found) -> Iterator[Told]:
        customer, keeper = found.alert.customer_id, person_of(found.alert.owner)
        people = self.everybody.of(customer, roles=_roles(message), people=() if keeper is None else (keeper,))
        self.counts[found.alert.id] = len(people)
        for each in people:
            is_owner = self.everybody.owners.get(customer) == each.id
            why: Why = "assigned" if each.id == keeper else "owner" if is_owner else "role"
            yield self._told(message, found, each, why)
        if not people:
            yield from self._company(message, found)

    def _assigned(self, message: Waiting, found: Found) -> Iterator[Told]:
        keeper = person_of(_text(message, "owner"))
        if keeper is not None and found.alert.owner == _text(message, "owner"):
            for each in self.everybody.of(found.alert.customer_id, roles=(), people=(keeper,)):
                if each.id == keeper:
                    yield self._told(message, found, each, "assigned")

    def _cleared(self, message: Waiting, found: Found) -> Iterator[Told]:
        """Tell those who were told of the opening."""
        earlier = self.earlier[_subject(found)]
        for each in self.everybody.of(found.alert.customer_id, roles=(), people=tuple(earlier)):
            if each.id in earlier:
                yield self._told(message, found, each, "role", is_quiet=earlier[each.id] == "held")

    def _told(self, message: Waiting, found: Found, to: Listener, why: Why, *, is_quiet: bool = False) -> Told:
        notice = self._notice(message, found, to.language, to.masks)
        return Told(
            person_id=to.id,
            notify="off" if is_quiet else to.notify,
            language=to.language,
            topic=message.topic,
            key=f"{message.topic}:{message.key}:{to.id}",
            subject_of=_subject(found),
            gravity=notice.gravity,
            written=write_alert(notice, language=to.language, why=why, site=self.site),
            masks=to.masks | NOT_TOLD,
        )

    def _company(self, message: Waiting, found: Found) -> Iterator[Told]:
        address = self._address
        if address:
            notice = self._notice(message, found, COMPANY_LANGUAGE, frozenset())
            yield Told(
                person_id=None,
                address=address,
                notify="at_once",
                language=COMPANY_LANGUAGE,
                topic=message.topic,
                key=f"{message.topic}:{message.key}:{COMPANY}",
                subject_of=_subject(found),
                gravity=notice.gravity,
                written=write_alert(notice, language=COMPANY_LANGUAGE, why="company", site=self.site),
            )

    @cached_property
    def _address(self) -> str:
        """The company's own address."""
        return company().notify_address

    def _notice(self, message: Waiting, found: Found, language: Language, masks: Masks) -> AlertNotice:
        view, alert, kind = self._view(language, masks), found.alert, _kind(message)
        readings = view.evidence(alert.evidence)[:MOST_READINGS] if kind != CLOSED else []
        by = _text(message, "by")
        return AlertNotice(
            kind=kind,
            alert_id=alert.id,
            customer=shown_name(found.customer.name, code=found.customer.code, masks=masks, language=language),
            customer_code=found.customer.code,
            rule=view.rule(alert.rule_key).label,
            severity=SEVERITY_WORDS[alert.severity].say(language),
            gravity=SEVERITIES.index(alert.severity),
            evidence=tuple(Line(each.label, each.text) for each in readings),
            opened=to_date(alert.opened_as_of).isoformat() if kind != CLOSED else "",
            reason=CLOSING_WORDS["cleared"].say(language) if kind == CLOSED else "",
            by=self.names.get(by, by),
        )

    def _view(self, language: Language, masks: Masks) -> View:
        key = (language, masks)
        if key not in self._views:
            self._views[key] = View(said(self.policy, language), self.policy.currency, masks, {})
        return self._views[key]


def _subject(found: Found) -> str:
    return f"alert:{found.alert.id}"


def _kind(message: Waiting) -> Kind:
    return (
        "alert.opened" if message.topic == OPENED else "alert.closed" if message.topic == CLOSED else "alert.assigned"
    )


def _payload(message: Waiting) -> Mapping[str, Json]:
    assert isinstance(message.payload, Mapping), "every message of an alert is a document"
    return message.payload


def _number(message: Waiting, name: str) -> int:
    value = _payload(message)[name]
    assert isinstance(value, int)
    return value


def _text(message: Waiting, name: str) -> str:
    return str(_payload(message).get(name, ""))


def _roles(message: Waiting) -> tuple[str, ...]:
    said_roles = _payload(message).get("recipients", ())
    return tuple(str(role) for role in said_roles) if isinstance(said_roles, list | tuple) else ()
