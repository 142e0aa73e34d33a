"""The figures of a stored book: they equal what the customers' own readings add up to, on any day, within any scope."""

import io
from decimal import Decimal
from pathlib import Path
from urllib.parse import parse_qs

import openpyxl
import pytest
from django.test import override_settings

from kedun.accounts.models import AccessLog
from kedun.accounts.queries import scope as scope_of
from kedun.accounts.scopes import Scope
from kedun.facts import mirror
from kedun.facts.actions import Delivery
from kedun.facts.models import CURRENT
from kedun.facts.queries import last_batch
from kedun.kernel.days import Day, to_date
from kedun.portfolio.figures import queries as by_engine
from kedun.portfolio.queries import moment
from tests.assessments.engines import assess_on, question, shipped_policy
from tests.facts.deliveries import Facts, deliver, invoice
from tests.portfolio.figures import by_postgres
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
    assert {age["amount"] for age in document["ageing"]} == {None}
    assert document["largest"] == []
    assert figures(document)["dso"] == figures(asked(client_of("ceo")))["dso"]


def test_a_day_to_come_is_refused(book: SampleBook) -> None:
    answer = client_of("ceo").get("/portfolio/figures", as_of=to_date(TODAY + 1).isoformat())
    assert (answer.status, answer.json["code"]) == (422, "day_to_come")


def same(found: by_engine.Found | by_postgres.Found) -> tuple[object, ...]:
    """What both ways of asking must give, to the last digit."""
    book = found.book
    largest = [(each.code, each.group, each.owed_minor) for each in found.largest]
    regions = sorted((each.name, each.owed_minor) for each in found.regions)
    return book.figures(), book.ageings, book.matrix, book.churn, book.defaults, largest, regions, found.without_rate


@pytest.mark.parametrize("back", [0, 1, 45, 200, 440])
def test_they_equal_those_that_postgresql_adds_up(book: SampleBook, back: int) -> None:
    at = moment(TODAY - back)
    for scope in (Scope("all"), scope_of(book.alice), scope_of(book.charlie)):
        assert same(by_engine.found(scope, at)) == same(by_postgres.found(scope, at))


@pytest.mark.usefixtures("book")
def test_what_was_known_earlier_is_asked_of_a_mirror_and_of_what_came_since(
    tmp_path: Path,
) -> None:
    mirror.ensure(tmp_path / "mirror")
    before = last_batch()
    customer = str(CURRENT["customer"]._default_manager.order_by("code").values_list("external_id", flat=True)[0])
    late: Facts = {
        "invoice": [invoice("LATE", customer, issue_on=TODAY - 300, stated_due_on=TODAY - 200, amount_minor=900_000_00)]
    }
    lost: Facts = {
        "bad_debt": [
            {
                "external_id": "LOST",
                "customer": customer,
                "entry": "write_off",
                "booked_on": TODAY - 9,
                "amount_minor": 700_00,
            }
        ]
    }
    for each in (late, lost):
        deliver(each, Delivery("sample", "figures"))
    moments = [moment(None), moment(TODAY - 100), moment(None, before), moment(TODAY - 100, before), moment(None, 1)]
    with override_settings(KEDUN_DATA=tmp_path):
        told = [same(by_engine.found(Scope("all"), at)) for at in moments]
    assert told == [same(by_postgres.found(Scope("all"), at)) for at in moments]
    assert len({repr(each) for each in told}) == len(moments)


def without(names: set[str], values: dict[str, float | None]) -> dict[str, float | None]:
    return {name: value for name, value in values.items() if name not in names}


@pytest.mark.usefixtures("book")
def test_every_month_of_the_course_is_what_the_page_of_its_day_shows() -> None:
    chief = client_of("ceo")
    course = chief.get("/portfolio/figures/course", months=5).json
    days = [each["as_of"] for each in course["items"]]
    assert (days[-1], days[-2], len(days)) == (to_date(TODAY).isoformat(), "2026-08-31", 6)
    for each in (course["items"][0], course["items"][3], course["items"][-1]):
        page = asked(chief, as_of=each["as_of"])
        by_group = {"top_1_share", "top_5_share", "top_10_share", "hhi"} if each is not course["items"][-1] else set()
        assert without(by_group, each["values"]) == without(by_group, figures(page))
        assert (each["receivable"], each["sales_12m"]) == (page["receivable"], page["sales_12m"])
    masked = client_of("service").get("/portfolio/figures/course", months=2).json
    assert {each["receivable"] for each in masked["items"]} == {None}
    assert masked["items"][-1]["values"] == course["items"][-1]["values"]


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize("moment", [{}, {"as_of": to_date(TODAY - 45).isoformat()}], ids=["today", "a past day"])
def test_a_figure_opens_the_customers_behind_it(moment: dict[str, str]) -> None:
    chief = client_of("ceo")
    page = asked(chief, **moment)
    for age in page["ageing"]:
        if age["bucket"] in SUMS:
            key = SUMS[age["bucket"]]
            items = chief.get("/customers", **parse_qs(age["query"]), columns=key, limit=200).json["items"]
            assert sum(minor(row["readings"][key]) for row in items) == minor(age["amount"])
    group = next(each for each in page["largest"] if each["group"])
    members = chief.get("/customers", **parse_qs(group["query"])).json
    assert minor(members["sums"]["receivable"]) == minor(group["amount"])
    assert members["total"] > 1
    region = page["regions"][0]
    there = chief.get("/customers", **parse_qs(region["query"]), limit=1).json
    assert minor(there["sums"]["receivable"]) == minor(region["amount"])


@pytest.mark.usefixtures("book")
def test_the_workbook_holds_what_the_page_shows() -> None:
    chief = client_of("ceo")
    answer = chief.get("/portfolio/figures/export", lang="en")
    assert answer.status == 200
    sheets = openpyxl.load_workbook(io.BytesIO(answer.content), read_only=True)
    assert sheets.sheetnames == ["Figures", "Ageing and provisions", "Largest debtors", "Regions", "History", "About"]
    rows = {row[0]: row for row in sheets["Figures"].iter_rows(min_row=2, values_only=True)}
    page = asked(chief, lang="en")
    written = {str(label): f"{row[1]:.9f}" for label, row in rows.items() if row[1] is not None}
    assert written == {each["label"]: f"{each['value']:.9f}" for each in page["figures"] if each["value"] is not None}
    ages = list(sheets["Ageing and provisions"].iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in ages] == [float(age["amount"]) for age in page["ageing"]]
    assert AccessLog.objects.filter(what="export_portfolio_figures").count() == 1
