"""An alert as people read it, in their language; masked in this one place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kedun.alerts.evidence import CUT
from kedun.alerts.owners import person_of
from kedun.alerts.shown import AlertRecord, EventRecord
from kedun.alerts.states import (
    CLOSING_WORDS,
    RISK_TYPE_WORDS,
    SEVERITY_WORDS,
    STATE_WORDS,
    PersonsMove,
)
from kedun.assessments.policy import Policy
from kedun.facts.masking import Masks, shown_name
from kedun.kernel.days import Day, to_date
from kedun.kernel.hashing import Json
from kedun.kernel.money import to_decimal
from kedun.kernel.words import Language, Words
from kedun.portfolio.inbox.event_words import event_words
from kedun.portfolio.inbox.queries import Found
from kedun.portfolio.inbox.schemas import (
    Acknowledged,
    AlertEvidence,
    AlertRow,
    Closing,
    CustomerOf,
    EventShown,
    Opening,
    PersonNamed,
    RuleOf,
)
from kedun.portfolio.said import Said, unit_of
from kedun.portfolio.words import number_text

HIDDEN = Words("（已隐藏）", "(hidden)")
CUT_WORDS = Words("另有 {count} 项未保留", "{count} more were not kept")
SYSTEM = Words("系统", "the system")
PLAIN = "text"
"""The unit of what has none, and of readings that no indicator of today explains."""


@dataclass(frozen=True, slots=True)
class View:
    """How alerts are shown. `names`: what actors are called."""

    said: Said
    currency: str
    masks: Masks
    names: Mapping[str, str]

    @property
    def policy(self) -> Policy:
        """The policy whose words are used."""
        return self.said.policy

    @property
    def language(self) -> Language:
        """The language it is all said in."""
        return self.said.language

    @property
    def masked(self) -> list[str]:
        """The fields that are hidden."""
        names = ["customer.name", "closed.note"] if "names" in self.masks else []
        return [*names, *(["evidence.value"] if "amounts" in self.masks else [])]

    def row(self, found: Found, allowed: Sequence[PersonsMove]) -> AlertRow:
        """Write an alert."""
        alert, customer = found.alert, found.customer
        name = shown_name(customer.name, code=customer.code, masks=self.masks, language=self.language)
        return AlertRow(
            id=alert.id,
            customer=CustomerOf(code=customer.code, name=name),
            rule=self.rule(alert.rule_key),
            occurrence=alert.occurrence,
            severity=alert.severity,
            severity_label=SEVERITY_WORDS[alert.severity].say(self.language),
            state=alert.state,
            state_label=STATE_WORDS[alert.state].say(self.language),
            risk_type=alert.risk_type,
            risk_type_label=_word(RISK_TYPE_WORDS, alert.risk_type, self.language),
            owner=self._owner(alert),
            opened=Opening(as_of=to_date(alert.opened_as_of), at=alert.opened_at),
            updated_at=alert.updated_at,
            fact_at=alert.fact_at,
            latency_seconds=alert.latency_seconds,
            evidence=self.evidence(alert.evidence),
            acknowledged=self._acknowledged(alert),
            snoozed_until=_date(alert.snoozed_until),
            closed=self._closing(alert),
            told=alert.told,
            no_recipient=alert.told == 0,
            revision=alert.revision,
            allowed=[move for move in allowed if move != "reopen" or found.is_newest],
        )

    def rule(self, key: str) -> RuleOf:
        """Name a rule."""
        return RuleOf(key=key, label=self.said.rule(key), is_on=key in self.policy.rules.rules)

    def actor(self, actor: str) -> str:
        """Name who did something."""
        if actor in self.names:
            return self.names[actor]
        return actor.removeprefix("cli:") if actor.startswith("cli:") else SYSTEM.say(self.language)

    def event(self, event: EventRecord) -> EventShown:
        """Write one thing that happened to an alert."""
        evidence = event.evidence if isinstance(event.evidence, Mapping) else {}
        return EventShown(
            at=event.at,
            actor=self.actor(event.actor),
            what=event.what,
            words=event_words(self._without_names(event), self.actor, self.language),
            as_of=_date(event.as_of),
            evidence=self.evidence(evidence),
        )

    def _without_names(self, event: EventRecord) -> EventRecord:
        """Leave out what people wrote freely where names are hidden: it may tell who the customer is."""
        if "names" not in self.masks or not isinstance(event.params, Mapping) or "note" not in event.params:
            return event
        return replace(event, params={**event.params, "note": HIDDEN.say(self.language)})

    def evidence(self, evidence: Mapping[str, Json]) -> list[AlertEvidence]:
        """Write the readings that an alert rests on."""
        return [self._reading(name, value) for name, value in evidence.items()]

    def _reading(self, name: str, value: Json) -> AlertEvidence:
        unit = self._unit(name)
        is_money = unit == "minor"
        is_unknown = unit == PLAIN and name != CUT and isinstance(value, int | float) and not isinstance(value, bool)
        is_hidden = "amounts" in self.masks and (is_money or is_unknown)
        return AlertEvidence(
            name=name,
            label=self.said.name(name),
            value=None if is_hidden else self._value(value, is_money=is_money),
            unit="money" if is_money else unit,
            currency=self.currency if is_money else None,
            text=HIDDEN.say(self.language) if is_hidden else self._text(name, value, unit),
            masked=is_hidden,
        )

    def _unit(self, name: str) -> str:
        known = self.policy.indicators.indicators.get(name)
        return unit_of(name, {name: known.text.unit} if known else {}) or PLAIN

    def _value(self, value: Json, *, is_money: bool) -> int | float | str | bool | None:
        if not isinstance(value, int | float | str | bool):
            return None
        if is_money and isinstance(value, int | float):
            return format(to_decimal(round(value), self.currency), "f")
        return value

    def _text(self, name: str, value: Json, unit: str) -> str:
        if name == CUT:
            return CUT_WORDS.say(self.language, count=str(value))
        if isinstance(value, str):
            return self._places(name).get(value, value)
        if unit == PLAIN:
            return "—" if value is None else str(value)
        return number_text(
            {"value": value, "unit": f"minor:{self.currency}" if unit == "minor" else unit}, self.language
        )

    def _places(self, name: str) -> Mapping[str, str]:
        """Give the words of what places a customer; a grade and a value tier may share a code."""
        said = self.said
        named = {"grade": said.grades, "value_tier": said.tiers, "quadrant": said.quadrants}
        return named.get(name, {})

    def _owner(self, alert: AlertRecord) -> PersonNamed | None:
        if not alert.owner:
            return None
        return PersonNamed(id=person_of(alert.owner), name=self.names.get(alert.owner, alert.owner))

    def _acknowledged(self, alert: AlertRecord) -> Acknowledged | None:
        if alert.acknowledged_at is None:
            return None
        return Acknowledged(by=self.actor(alert.acknowledged_by), at=alert.acknowledged_at)

    def _closing(self, alert: AlertRecord) -> Closing | None:
        if alert.closed_at is None or alert.closed_as_of is None:
            return None
        return Closing(
            as_of=to_date(alert.closed_as_of),
            at=alert.closed_at,
            reason=alert.closing_reason,
            reason_label=_word(CLOSING_WORDS, alert.closing_reason, self.language),
            note=None if "names" in self.masks else alert.closing_note or None,
        )


def actors_of(found: Sequence[Found], events: Sequence[EventRecord] = ()) -> set[str]:
    """Give everybody whose name is needed to show some alerts."""
    owners = {
        str(event.params["owner"]) for event in events if isinstance(event.params, dict) and event.params.get("owner")
    }
    named = {name for each in found for name in (each.alert.owner, each.alert.acknowledged_by) if name}
    return named | owners | {event.actor for event in events}


def _word(words: Mapping[str, Words], code: str, language: Language) -> str:
    return words[code].say(language) if code in words else code


def _date(day: Day | None) -> date | None:
    return None if day is None else to_date(day)
