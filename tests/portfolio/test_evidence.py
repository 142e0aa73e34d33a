"""Behind every number stand the very facts that make it."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.db import connection

from kedun.accounts.scopes import EVERYTHING
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy
from kedun.facts.models import CURRENT
from kedun.facts.queries import customer_ids
from kedun.facts.sources import Reach
from kedun.indicators.definition import Function
from kedun.portfolio.drill.queries import CUSTOMER_KINDS, Target, behind, measure_values, taken, taken_rows
from kedun.portfolio.drill.shown import TAKEN
from kedun.portfolio.queries import moment
from tests.portfolio.sample_book import ASSESSED, TODAY, SampleBook
from tests.web.clients import ApiClient, client_of

MANY = 5_000
TOGETHER: dict[Function, Callable[[Sequence[int]], int]] = {
    "count": sum,
    "sum": sum,
    "min": lambda each: min(each, default=0),
    "max": lambda each: max(each, default=0),
}


def values_of(policy: Policy, book: SampleBook, day: int) -> dict[int, dict[str, int | None]]:
    """Every measure of twenty customers."""
    customers = sorted(customer_ids(book.codes[:20]).values())
    at, every = moment(day), frozenset(policy.indicators.measures)
    return {customer: measure_values(policy, every, Target(customer, at, EVERYTHING)) for customer in customers}


@pytest.mark.parametrize("day", [TODAY, ASSESSED[1]], ids=["today", "a past day"])
def test_the_rows_behind_every_measure_of_twenty_customers_add_up_to_it(book: SampleBook, day: int) -> None:
    policy = live_policy(day).policy
    values = values_of(policy, book, day)
    alone = [measure for measure in policy.indicators.measures.values() if not measure.rests_on]
    looked = 0
    for measure in alone:
        sql = taken_rows(policy.indicators.views[measure.fact], measure, Reach("postgres", is_listed=True))
        with connection.cursor() as cursor:
            cursor.execute(sql, {"as_of": day, "customers": list(values)})
            names = [column.name for column in cursor.description or ()]
            rows = [(row[names.index("customer_id")], row[names.index(TAKEN)]) for row in cursor.fetchall()]
        for customer, known in values.items():
            amounts = [amount for owner, amount in rows if owner == customer and amount is not None]
            told = known[measure.key]
            assert told is None or TOGETHER[measure.function](amounts) == (told or 0), (customer, measure.key)
            looked += bool(amounts)
    assert looked > 300


def test_so_do_those_of_measures_that_rest_on_others(book: SampleBook) -> None:
    policy = live_policy(TODAY).policy
    values = values_of(policy, book, TODAY)
    resting = [measure for measure in policy.indicators.measures.values() if measure.rests_on]
    assert resting
    looked = 0
    for customer, known in list(values.items())[:8]:
        for measure in resting:
            view, target = policy.indicators.views[measure.fact], Target(customer, moment(TODAY), EVERYTHING)
            rows = behind(view, measure, known, target, after=None, limit=MANY).rows
            counted, total = taken(view, measure, known, target)
            told = known[measure.key]
            assert counted == len(rows)
            assert told is None or (total or 0) == (told or 0), (customer, measure.key)
            looked += bool(rows)
    assert looked > 10


@pytest.fixture
def chief(book: SampleBook) -> ApiClient:
    return client_of("ceo")


def debtor(client: ApiClient) -> str:
    return str(client.get("/customers", sort="-overdue", limit=1).json["items"][0]["code"])


def test_a_reading_opens_into_its_facts(chief: ApiClient) -> None:
    code = debtor(chief)
    found = chief.get(f"/customers/{code}/readings/overdue_share").json
    overdue = next(each for each in found["measures"] if each["key"] == "overdue_minor")
    assert found["formula"] == "ratio(overdue_minor, receivable_minor)"
    assert found["formula_words"] == "逾期金额与应收余额之比"
    assert overdue["filter_words"] == "逾期天数大于 0"
    assert overdue["rows"] == len(overdue["items"])
    total = sum(float(item["taken"]) for item in overdue["items"])
    assert total == pytest.approx(float(overdue["value"]))
    assert {item["cells"]["overdue_days"] > 0 for item in overdue["items"]} == {True}
    assert {item["origin"]["source"] for item in overdue["items"]} == {"sample"}
    shares = {each["key"]: float(each["value"]) for each in found["rests_on"]}
    assert found["value"] == pytest.approx(shares["overdue_minor"] / shares["receivable_minor"])


def test_a_page_after_the_other_gives_every_row_once(chief: ApiClient) -> None:
    code = debtor(chief)
    path, seen, cursor = f"/customers/{code}/readings/invoiced_12m_minor", [], None
    while True:
        more: dict[str, Any] = {"cursor": cursor} if cursor else {}
        (measure,) = chief.get(path, measure="invoiced_12m_minor", limit=3, **more).json["measures"]
        seen += [(item["event_on"], item["id"]) for item in measure["items"]]
        cursor = measure["next_cursor"]
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == measure["rows"] > 3
    assert seen == sorted(seen, reverse=True)


def test_every_reading_can_be_opened_in_both_languages(chief: ApiClient) -> None:
    code = debtor(chief)
    page = chief.get(f"/customers/{code}").json
    keys = [reading["key"] for dimension in page["dimensions"] for reading in dimension["readings"]]
    values = {reading["key"]: reading["value"] for each in page["dimensions"] for reading in each["readings"]}
    for key in keys:
        found = chief.get(f"/customers/{code}/readings/{key}", lang="en", limit=1)
        assert found.status == 200, key
        assert found.json["value"] == values[key]
        assert found.json["measures"] or key.startswith(("group_", "book_")), key
        assert found.json["formula_words"]
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in found.json["formula_words"])


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("/customers/{code}/readings/nothing", 404, "no_such_reading"),
        ("/customers/{code}/readings/overdue_share?measure=order_count_12m", 422, "not_of_reading"),
        ("/customers/{code}/facts/fx_rate", 404, "no_such_facts"),
        ("/customers/{code}/facts/order?is_open=true", 422, "nothing_open"),
        ("/customers/{code}/facts/invoice/999999999/versions", 404, "no_such_fact"),
        ("/customers/{code}/timeline?kinds=weather", 422, "not_in_timelines"),
        ("/customers/{code}?as_of=2199-01-01", 422, "day_to_come"),
        ("/customers/nobody", 404, "unknown_customer"),
    ],
)
def test_what_is_not_there_is_refused(chief: ApiClient, path: str, status: int, code: str) -> None:
    answer = chief.get(path.format(code=debtor(chief)))
    assert (answer.status, answer.json["code"]) == (status, code)


def test_a_fact_of_every_kind_tells_its_versions(chief: ApiClient, book: SampleBook) -> None:
    looked = set()
    for kind in ("customer", *CUSTOMER_KINDS):
        owner = "code" if kind == "customer" else "customer__code"
        for fact, code in CURRENT[kind]._default_manager.values_list("pk", owner)[:1]:
            found = chief.get(f"/customers/{code}/facts/{kind}/{fact}/versions")
            assert (found.status, kind) == (200, kind)
            assert (found.json["id"], len(found.json["items"])) == (fact, 1)
            other = next(each for each in book.codes if each != code)
            assert chief.get(f"/customers/{other}/facts/{kind}/{fact}/versions").status == 404
            looked.add(kind)
    assert {"customer", *CUSTOMER_KINDS} - looked <= {"bad_debt"}


@pytest.mark.parametrize(
    ("path", "field", "value"),
    [
        ("/customers/{code}", "policy", "maybe"),
        ("/customers/{code}", "as_of", "soon"),
        ("/customers", "grade", ["high", "purple"]),
        ("/customers", "overdue_days_min", "1.5"),
    ],
)
def test_a_wrong_parameter_is_named_as_it_is_sent(chief: ApiClient, path: str, field: str, value: Any) -> None:
    refused = chief.get(path.format(code=debtor(chief)), lang="en", **{field: value})
    assert {each["field"] for each in refused.json["fields"]} == {field}
    assert refused.json["message"] == f"Some fields are not valid: {field}."


def facts_of(client: ApiClient, kind: str, **query: Any) -> Any:
    return client.get(f"/customers/{debtor(client)}/facts/{kind}", **query).json


def test_open_invoices_make_the_receivables(chief: ApiClient) -> None:
    invoices = facts_of(chief, "invoice", is_open="true", limit=200)
    page = chief.get(f"/customers/{debtor(chief)}").json
    assert invoices["next_cursor"] is None
    total = sum(float(item["cells"]["open_minor"]) for item in invoices["items"])
    assert total == pytest.approx(float(page["figures"]["receivable"]))
    assert invoices["total"] == len(invoices["items"])


@pytest.mark.parametrize("kind", ["invoice", "payment", "order", "contact", "relation", "signal", "contract", "check"])
def test_facts_of_every_sort_are_shown_with_their_origin(chief: ApiClient, kind: str) -> None:
    found = facts_of(chief, kind, limit=2)
    keys = {column["key"] for column in found["columns"]}
    for item in found["items"]:
        assert item["cells"].keys() == keys
        assert item["origin"]["known_since"]


def test_a_past_day_shows_what_had_happened_by_then(chief: ApiClient) -> None:
    past = facts_of(chief, "invoice", as_of="2026-07-31", limit=200)
    assert past["is_past"]
    assert max(item["event_on"] for item in past["items"]) <= "2026-07-31"
    assert past["total"] < facts_of(chief, "invoice")["total"]
