"""The figures of a stored book: they equal what the customers' own readings add up to, on any day, within any scope."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kedun.accounts.scopes import Scope
from kedun.kernel.days import Day, to_date
from kedun.portfolio.figures.queries import found
from kedun.portfolio.queries import moment
from tests.assessments.engines import assess_on, question, shipped_policy
from tests.portfolio.figures.asking import asked, figures
from tests.portfolio.sample_book import TODAY, SampleBook
from tests.web.clients import client_for, client_of

NOWHERE = Path("/nowhere")
SUMS = {"1_30": "overdue_1_30_minor", "31_60": "overdue_31_60_minor", "61_90": "overdue_61_90_minor"}


def minor(amount: str) -> int:
    return int(Decimal(amount) * 100)


def added(day: Day, key: str, codes: frozenset[str] | None = None) -> int:
    found = assess_on("postgres", shipped_policy(), question(day), NOWHERE)
    return sum(int(each.readings[key] or 0) for code, each in found.items() if codes is None or code in codes)


@pytest.mark.parametrize("back", [0, 45, 200])
def test_balances_are_those_of_the_customers(book: SampleBook, back: int) -> None:
    day = TODAY - back
    document = asked(client_of("ceo"), as_of=to_date(day).isoformat())
    ages = {age["bucket"]: minor(age["amount"]) for age in document["ageing"]}
    assert sum(ages.values()) == minor(document["receivable"]) == added(day, "receivable_minor")
    assert {bucket: ages[bucket] for bucket in SUMS} == {bucket: added(day, key) for bucket, key in SUMS.items()}
    assert ages["91_120"] + ages["over_120"] == added(day, "overdue_over_90_minor")
    assert ages["unknown"] == added(day, "due_unknown_minor")
    assert document["without_rate"] == 0
    assert sum(age["share"] for age in document["ageing"]) == pytest.approx(1)


def test_a_scope_sees_its_own_book(book: SampleBook) -> None:
    mine = asked(client_for(book.alice))
    assert minor(mine["receivable"]) == added(TODAY, "receivable_minor", book.of_alice)
    assert {debtor["code"] for debtor in mine["largest"] if debtor["code"]} <= book.of_alice
    nobody = asked(client_for(book.charlie))
    assert (minor(nobody["receivable"]), nobody["largest"]) == (0, [])
    assert {each["missing"] for each in nobody["figures"]} <= {"no_base", "not_supplied"}


def test_whoever_may_not_see_amounts_sees_rates_only(book: SampleBook) -> None:
    document = asked(client_of("service"))
    assert {"receivable", "sales_12m", "written_off_12m", "expected_loss", "amount"} <= set(document["masked"])
    assert [document[name] for name in ("receivable", "sales_12m", "written_off_12m", "expected_loss")] == [None] * 4
    assert {age["amount"] for age in document["ageing"]} | {each["amount"] for each in document["largest"]} == {None}
    assert figures(document)["dso"] == figures(asked(client_of("ceo")))["dso"]


def test_a_day_to_come_is_refused(book: SampleBook) -> None:
    answer = client_of("ceo").get("/portfolio/figures", as_of=to_date(TODAY + 1).isoformat())
    assert (answer.status, answer.json["code"]) == (422, "day_to_come")


def test_the_kept_fold_only_makes_it_faster(book: SampleBook) -> None:
    everyone = Scope("all")
    now = found(everyone, moment(None))
    from_history = found(everyone, replace(moment(None), is_past=True))
    assert now.book.figures() == from_history.book.figures()
    assert now.book.ageings == from_history.book.ageings
    assert (now.largest, now.without_rate) == (from_history.largest, from_history.without_rate)
    assert now.book.defaults.cases > 0
