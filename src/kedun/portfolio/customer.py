"""One customer on one day as a JSON document; scripts depend on its shape (docs/reference/cli-json.md)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kedun.accounts.scopes import EVERYTHING
from kedun.alerts.queries import stood_on
from kedun.alerts.shown import AlertRecord, to_json
from kedun.assessments.assessed import Assessed, whole_number
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy, reporting_currency, standing_on
from kedun.assessments.store import EngineName, Question, run
from kedun.facts import queries
from kedun.indicators.program import short_windows
from kedun.kernel.days import Day, to_date, to_day
from kedun.kernel.hashing import Json
from kedun.kernel.words import Language
from kedun.portfolio.page.queries import master
from kedun.portfolio.queries import refuse_merged
from kedun.portfolio.refusals import NotKnownThen, UnknownCustomer
from kedun.portfolio.words import Section, sections

FORMAT = 1


def customer_id(code: str) -> int:
    """Find a customer by code.

    Raises: UnknownCustomer.
    """
    found = queries.customer_ids([code]).get(code)
    if found is None:
        raise UnknownCustomer(code=code)
    return found


def customer_document(
    code: str, *, as_of: Day, known_at: int | None, engine: EngineName = "postgres", policy_on: Day | None = None
) -> dict[str, Json]:
    """Compute and write everything there is to say of a customer on a day, as known at a batch (None: now).

    `policy_on`: the day whose policy judges, the day itself unless another is named.

    Raises: UnknownCustomer, CustomerMerged, NotKnownThen.
    """
    wanted = customer_id(code)
    newest = queries.last_batch()
    batch = newest if known_at is None else known_at
    judged = as_of if policy_on is None else policy_on
    policy = live_policy(judged).policy
    question = Question(as_of, batch, (wanted,), queries.supply_at(as_of, batch))
    found = next(run(policy, question, engine=engine), None)
    if found is None:
        refuse_merged(wanted, code, EVERYTHING, known_at=batch)
        raise NotKnownThen(code=code, batch=batch)
    alerts = stood_on(wanted, as_of=as_of, known_at=batch)
    first_days = {kind: each.from_day for kind, each in question.supply.items()}
    short = short_windows(policy.indicators, first_days, as_of)
    return {**Page(found, policy, as_of, batch, alerts, short).document(), "policy": _policy(policy, judged)}


def _policy(policy: Policy, on: Day) -> dict[str, Json]:
    return {"on": to_date(on).isoformat(), "hash": policy.hash}


def points_of(hundredths: int | None) -> float | None:
    """Give hundredths of a point as points."""
    return None if hundredths is None else hundredths / 100


def reading_document(each: Assessed, policy: Policy, key: str, currency: str) -> dict[str, Json]:
    """Write one reading: value, unit, and why it is missing when it is."""
    unit = policy.indicators.indicators[key].text.unit
    return {
        "value": whole_number(each.readings[key], unit),
        "unit": f"minor:{currency}" if unit == "minor" else unit,
        "missing": each.missing.get(key),
    }


@dataclass(frozen=True, slots=True)
class Page:
    """What a customer's document is made of."""

    assessed: Assessed
    policy: Policy
    as_of: Day
    known_batch: int
    alerts: Sequence[AlertRecord]
    short_windows: frozenset[str]

    def document(self) -> dict[str, Json]:
        """Write the document."""
        each, policy = self.assessed, self.policy
        currency = reporting_currency()
        keys = policy.indicators.indicators
        readings: Mapping[str, Json] = {
            key: {**reading_document(each, policy, key, currency), "flags": self._flags(key)} for key in keys
        }
        standing = standing_on(each.customer_id, self.as_of, self.known_batch)
        name = str(master(each.customer_id, self.known_batch)["name"])
        return {
            "format": FORMAT,
            "customer": {"code": each.code, "name": name},
            "as_of": to_date(self.as_of).isoformat(),
            "known_at": self.known_batch,
            "readings": readings,
            "score": _score(each, policy),
            "grade": {"raw": each.grade, "standing": standing.grade if standing else None},
            "value_tier": each.value_tier,
            "quadrant": each.quadrant,
            "verdicts": {
                verdict.rule: {"verdict": verdict.verdict, "evidence": dict(verdict.evidence)}
                for verdict in each.verdicts
            },
            "alerts": [to_json(alert) for alert in self.alerts],
        }

    def _flags(self, key: str) -> list[str]:
        """Give what one should know about a reading that there is."""
        if self.assessed.readings[key] is None:
            return []
        return [*self.assessed.flags.get(key, ()), *(["short_window"] if key in self.short_windows else [])]


def _score(each: Assessed, policy: Policy) -> dict[str, Json]:
    items: list[Json] = [
        {
            "indicator": item.indicator,
            "label": {
                "zh": policy.indicators.indicators[item.indicator].text.label.zh,
                "en": policy.indicators.indicators[item.indicator].text.label.en,
            },
            "value": each.readings[item.indicator],
            "points": each.points[item.indicator],
            "weight": item.weight,
            "missing": each.missing.get(item.indicator),
        }
        for item in policy.placing.card.items
    ]
    return {
        "value": points_of(each.score),
        "low": points_of(each.low),
        "high": points_of(each.high),
        "coverage": each.coverage,
        "items": items,
        "signals": {"points": each.signal_points},
    }


def document_words(document: Mapping[str, Json], language: Language) -> list[Section]:
    """Lay a customer's document out as tables, in the words of the policy that judged it."""
    judged = document["policy"]
    assert isinstance(judged, dict)
    day = to_day(date.fromisoformat(str(judged["on"])))
    return sections(document, live_policy(day).policy, language)
