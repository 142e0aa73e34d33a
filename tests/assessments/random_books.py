"""Random small ledgers over every kind that a reading may rest on, with names that meet and amounts that tie.

A seed gives the same ledger always. Values come from few choices, most of them at an edge, so that rows meet.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from random import Random
from typing import Any

from kedun.facts.kinds import KINDS, Field, Kind
from kedun.indicators.definition import read_indicators
from kedun.kernel.days import Day, to_day
from tests.assessments.engines import shipped_documents

TODAY = to_day(date(2025, 6, 30))
CUSTOMERS = ("A", "B", "C")
MOST_ROWS = 6
Row = dict[str, Any]
Book = Mapping[str, Sequence[Row]]

_RECEIPTS = tuple(f"{owner}{kind}{place}" for owner in "AB" for kind in ("payment", "credit_note") for place in (1, 2))
_NAMES: dict[str, Sequence[Any]] = {
    "document_no": ("", "D1", "D2", "D3"), "invoice_no": ("", "D1", "D2"), "contract_no": ("", "K1"),
    "payment": ("", *_RECEIPTS), "bounce_of": ("", "", "Apayment1", "Bpayment1"), "person": ("P1",),
    "industry": ("", "steel", "food"), "region": ("", "EAST", "EA", "WEST END"), "currency": (*("", "CNY", "USD") * 4, "EUR"),
    "instalment_no": (None, None, 1, 2), "terms_days": (None, None, None, 30), "is_unlimited": (False, False, False, True),
    "cancelled_on": (None, None, TODAY - 40), "closed_on": (None, TODAY, TODAY + 9), "from_on": (None, TODAY - 9),
    "event_type": (*("lawsuit", "abnormal_operation", "abnormal_operation"), *KINDS["legal_event"].field("event_type").choices),
    "role": ("defendant", "defendant", "plaintiff"), "other": ("A", "P1", "P2", "P3", "P4"), "group": ("", "G1", "G2", "G3", "G4"),
    "relation_type": ("controller", "shareholder", "executive", "guarantor", "supplier", "buyer"),
    "share_permille": (None, 500, 501, 1000), "to_on": (None, None, TODAY - 40, TODAY, TODAY + 1),
}  # fmt: skip
LATER = ("region", "satisfaction", "culture_fit", "reply_quality")
"""Fields that draw for themselves, so that the ledgers of a seed are what they were before these fields came."""

_AMOUNTS = (-300, -100, 0, 1, 33, 100, 200, 333, 1_000_001)
_EDGES = (0, 1, 2, 89, 90, 91, 120, 179, 180, 364, 365, 366, 549, 550, 1094, 1095)


def _day(chance: Random) -> Day:
    return TODAY - chance.choice(_EDGES) if chance.random() < 0.5 else chance.randint(TODAY - 400, TODAY + 40)


def _value(field: Field, chance: Random) -> Any:
    if field.name in _NAMES:
        return chance.choice([each for each in _NAMES[field.name] if not field.required or each not in ("", None)])
    if field.choices:
        return chance.choice(field.choices if field.required else ("", *field.choices))
    if field.known:
        return chance.choice((*field.known, "x", *([] if field.required else [""])))
    if field.type in ("text", "boolean"):
        return "x" if field.type == "text" else chance.random() < 0.3
    if not field.required and chance.random() < 0.3:
        return None
    if field.type == "day":
        return _day(chance)
    return chance.choice(_AMOUNTS) if field.type == "money" else chance.randint(*(field.between or (0, 100)))


def _apart(chance: Random, *names: str) -> Random:
    """Give chances of one's own, by where the others stand, which are left where they are."""
    words = chance.getstate()[1]
    return Random(f"{words[0]} {words[-1]} {names}")  # noqa: S311


def _row(kind: Kind, chance: Random, external_id: str) -> Row:
    attributes = {
        field.name: _value(field, _apart(chance, external_id, field.name) if field.name in LATER else chance)
        for field in kind.fields
    }
    if kind.name == "signal":
        attributes["expires_on"] = attributes["observed_on"] + chance.choice((0, 1, 30, 90, 400))
    reported_on = _day(chance) if chance.random() < 0.5 else None
    return {**attributes, "external_id": external_id, "reported_on": reported_on}


def ledger(seed: int) -> Book:
    """One ledger: three customers, each with up to six rows of every kind, a few of them taken back."""
    chance = Random(seed)  # noqa: S311 - not a secret
    book: dict[str, list[Row]] = {"customer": [_row(KINDS["customer"], chance, owner) for owner in CUSTOMERS]}
    for kind in KINDS.values():
        if kind.of_customer and kind.name != "customer":
            book[kind.name] = [
                {
                    **_row(kind, chance, f"{owner}{kind.name}{place}"),
                    "customer": owner,
                    "is_retracted": chance.random() < 0.05,
                }
                for owner in CUSTOMERS
                for place in range(1, chance.randint(0, MOST_ROWS) + 1)
            ]
    for name, rows in _regular(chance, CUSTOMERS[-1]).items():
        book[name] += rows
    return book


def _regular(chance: Random, owner: str) -> Book:
    """A customer's own habits over a year and a half, for what is compared with them."""

    def own(kind: str, at: int, **fields: Any) -> Row:
        return {"external_id": f"{owner}{kind}-{at}", "customer": owner, **fields}

    days = [TODAY - 25 * at - chance.randint(0, 9) for at in range(20)]
    late = [chance.choice((-3, 0, 0, 5, 12, 60)) for _ in days]
    amounts = [chance.randint(5_000, 90_000) for _ in days]
    ends = (TODAY - 200, TODAY - 560)
    return {
        "invoice": [
            own(
                "invoice", at, document_no=f"R{at}", issue_on=day - 40, stated_due_on=day - 10, amount_minor=amounts[at]
            )
            for at, day in enumerate(days)
        ],
        "payment": [
            own("payment", at, document_no=f"R{at}", paid_on=day - 10 + late[at], amount_minor=amounts[at])
            for at, day in enumerate(days)
        ]
        + [own("payment", 99, paid_on=TODAY - 5, amount_minor=777, method="bank_acceptance", matures_on=TODAY + 20)],
        "order": [
            own("order", at, order_no=f"R{at}", placed_on=day, amount_minor=amounts[at]) for at, day in enumerate(days)
        ],
        "credit_limit": [own("credit_limit", 99, limit_type="fixed", amount_minor=1_000, from_on=TODAY - 3)],
        "check": [
            own("check", at, scope=scope, checked_on=TODAY - 2) for at, scope in ((98, "legal"), (99, "registry"))
        ],
        "legal_event": [
            own("legal_event", 98, event_type="serious_violation", filed_on=TODAY - 30),
            own("legal_event", 99, event_type="tax_arrears", filed_on=TODAY - 20),
        ],
        "statement": [
            own("statement", at, period_end_on=end, revenue_minor=chance.randint(1, 999), net_profit_minor=at + 7)
            for at, end in enumerate(ends)
        ],
    }


def corrected(book: Book, seed: int) -> Book:
    """Say otherwise about the first row of every kind."""
    chance = Random(seed)  # noqa: S311 - not a secret
    return {
        kind: [
            {**row, **_row(KINDS[kind], chance, row["external_id"])}
            for row in rows
            if row["external_id"].endswith(f"{kind}1")
        ]
        for kind, rows in book.items()
    }


def shared_facts() -> Book:
    """What belongs to no customer: rates for dollars, none for euros, and how two industries fare."""
    return {
        "fx_rate": [
            {"external_id": f"R{age}", "currency": "USD", "rate_on": TODAY - age, "rate": 700_000_000 + 12_345 * age}
            for age in (0, 20, 89, 180, 365, 400)
        ],
        "industry_fact": [
            {"external_id": f"{name}{age}", "industry": name, "observed_on": TODAY - age, "index_permille": 900 + age}
            for name, ages in (("steel", (10, 100, 200, 365, 366)), ("food", (20, 364)))
            for age in ages
        ],
        "market_event": [
            {
                "external_id": f"{market}{age}",
                "covers": covers,
                "market": market,
                "event_type": event,
                "impact": 1 + age % 5,
                "observed_on": TODAY - age,
                "expires_on": TODAY - age + 100,
            }
            for covers, market, event in (
                ("industry", "steel", "policy_change"),
                ("industry", "food", "supply_disruption"),
                ("region", "EA", "regional_risk"),
                ("region", "WEST", "competitor_move"),
            )
            for age in (0, 99, 100, 179, 180)
        ],
        "book_constant": [
            {"external_id": f"{name}{age}", "name": name, "month_end_on": TODAY - age, "total": 999 * (age + place + 1)}
            for place, name in enumerate(read_indicators(shipped_documents()["indicators"]).book)
            for age in (0, 30, 61)
        ],
    }


def in_one(books: Sequence[Book]) -> dict[str, list[Row]]:
    """Put many ledgers into one, each with names of its own."""
    together: dict[str, list[Row]] = {}
    for number, book in enumerate(books):
        for kind, found in book.items():
            together.setdefault(kind, []).extend(_renamed(row, number) for row in found)
    return together


def _renamed(row: Row, number: int) -> Row:
    own = {"external_id", "customer", "payment", "bounce_of", "other", "group"}
    return {name: f"{number:02}/{value}" if name in own and value else value for name, value in row.items()}
