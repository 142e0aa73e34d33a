"""Every figure of the overview and the workbench equals the list behind it."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs

import pytest

from kedun.accounts.models import Membership, Team
from kedun.alerts.models import Alert
from kedun.facts.models import CURRENT
from kedun.portfolio.actions import keep_book_day, keep_month_grades
from kedun.portfolio.models import BookDay, MonthGrades
from tests.portfolio.sample_book import TODAY, SampleBook
from tests.web.clients import ApiClient, client_for, client_of


@pytest.fixture(params=["ceo", "sales", "sales_manager"])
def client(request: pytest.FixtureRequest, book: SampleBook) -> ApiClient:
    """Somebody who sees all, a seller, a manager of two sellers."""
    if request.param == "ceo":
        return client_of("ceo")
    if request.param == "sales":
        return client_for(book.alice)
    team = Team.objects.create(name="East", lead=book.carol)
    for person in (book.alice, book.bob):
        Membership.objects.create(person=person, team=team, from_day=TODAY - 100)
    return client_for(book.carol)


def customers(client: ApiClient, query: str) -> tuple[list[Any], Any]:
    """The whole list that a query string opens, and its first page."""
    asked = parse_qs(query, strict_parsing=bool(query))
    first = client.get("/customers", **asked, limit=200).json
    assert first["next_cursor"] is None
    assert first["total"] == len(first["items"])
    return first["items"], first


def alerts(client: ApiClient, query: str) -> list[Any]:
    page = client.get("/alerts", **parse_qs(query, strict_parsing=True), limit=200).json
    assert page["next_cursor"] is None
    assert page["total"] == len(page["items"])
    return list(page["items"])


def total(rows: list[Any], name: str) -> float:
    return sum(float(row[name] or 0) for row in rows)


def counted(found: Any) -> Iterator[tuple[int, str, str]]:
    """Every figure in a document: its number, the list behind it, the query of that list."""
    if isinstance(found, dict):
        number = found.get("value", found.get("count", found.get("customers", found.get("high"))))
        if "query" in found and isinstance(number, int):
            yield number, str(found.get("list", "customers")), str(found.get("query_high", found["query"]))
        for each in found.values():
            yield from counted(each)
    elif isinstance(found, list):
        for each in found:
            yield from counted(each)


def test_every_number_of_the_overview_is_that_of_its_list(client: ApiClient) -> None:
    overview = client.get("/overview").json
    figures = list(counted(overview))
    assert len(figures) > 15
    for number, name, query in figures:
        found = customers(client, query)[0] if name == "customers" else alerts(client, query)
        assert len(found) == number, query


def test_every_amount_of_the_overview_is_that_of_its_list(client: ApiClient) -> None:
    overview = client.get("/overview").json
    for name in ("receivable", "overdue"):
        rows, first = customers(client, overview[name]["query"])
        assert first["sums"][name] == overview[name]["value"]
        assert total(rows, name) == pytest.approx(float(overview[name]["value"]))
    for place in overview["matrix"]:
        _, first = customers(client, place["query"])
        assert first["sums"] == {"receivable": place["receivable"], "overdue": place["overdue"]}
    for industry in overview["high_risk_by_industry"]:
        rows, first = customers(client, industry["query"])
        assert (industry["total"], industry["overdue"]) == (len(rows), first["sums"]["overdue"])


def test_the_ages_make_the_receivables_and_each_its_list(client: ApiClient) -> None:
    overview = client.get("/overview").json
    ages = {age["bucket"]: age for age in overview["ageing"]}
    assert sum(float(age["amount"]) for age in ages.values()) == pytest.approx(float(overview["receivable"]["value"]))
    late = sum(float(ages[bucket]["amount"]) for bucket in ("1_30", "31_60", "61_90", "over_90"))
    assert late == pytest.approx(float(overview["overdue"]["value"]))
    for bucket, age in ages.items():
        rows, _ = customers(client, age["query"])
        owed = [client.get(f"/customers/{row['code']}").json["figures"]["ageing"] for row in rows[:3]]
        assert all(float(part["amount"]) > 0 for parts in owed for part in parts if part["bucket"] == bucket)


def test_an_age_adds_up_over_the_customers_of_its_list(client: ApiClient) -> None:
    age = next(age for age in client.get("/overview").json["ageing"] if age["bucket"] == "over_90")
    page = client.get("/customers", aging="over_90", columns="overdue_over_90_minor", limit=200).json
    assert sum(float(row["readings"]["overdue_over_90_minor"]) for row in page["items"]) == pytest.approx(
        float(age["amount"])
    )


def test_grades_over_time_end_with_the_present(client: ApiClient) -> None:
    overview = client.get("/overview").json
    *past, now = overview["grades_over_time"]
    assert [each["as_of"] for each in past] == ["2026-06-30", "2026-07-31", "2026-08-31"]
    assert now["as_of"] == overview["as_of"] == "2026-09-16"
    assert now["counts"].get("high", 0) == overview["high_risk"]["value"]
    assert sum(now["counts"].values()) == overview["assessed"]


@pytest.mark.parametrize("kept", [0, 2, 12])
def test_a_retracted_customer_counts_in_no_month_for_nobody(book: SampleBook, client: ApiClient, kept: int) -> None:
    own = client_for(book.alice)
    keep_month_grades(TODAY, months=kept)

    def months(asker: ApiClient) -> list[int]:
        return [sum(each["counts"].values()) for each in asker.get("/overview").json["grades_over_time"]]

    before = months(client), months(own)
    CURRENT["customer"]._default_manager.filter(code=sorted(book.of_alice)[0]).update(is_retracted=True)
    assert (months(client), months(own)) == tuple([number - 1 for number in course] for course in before)


@pytest.mark.usefixtures("book")
def test_grades_at_month_ends_are_kept_and_counted_anew_only_for_a_day_that_ran_again() -> None:
    asked = client_of("ceo")
    counted = asked.get("/overview").json["grades_over_time"]
    keep_month_grades(TODAY, months=12)
    assert MonthGrades.objects.count() == 12
    assert asked.get("/overview").json["grades_over_time"] == counted
    newest, before = MonthGrades.objects.order_by("-as_of")[:2]
    MonthGrades.objects.update(counts={})
    keep_month_grades(newest.as_of, months=12)
    newest.refresh_from_db()
    before.refresh_from_db()
    assert sum(newest.counts.values()) == sum(counted[-2]["counts"].values())
    assert before.counts == {}


@pytest.mark.parametrize("figure", ["receivable", "overdue"])
def test_the_change_of_a_week_is_that_of_the_pages(client: ApiClient, figure: str) -> None:
    overview = client.get("/overview").json
    change = overview[f"{figure}_change_7d"]
    assert change["since"] == "2026-09-09"
    codes = [row["code"] for row in customers(client, "")[0]]
    then = [client.get(f"/customers/{code}", as_of="2026-09-09").json["figures"][figure] for code in codes[:70]]
    before = sum(float(each) for each in then)
    now = float(overview[figure]["value"])
    assert float(change["amount"]) == pytest.approx(now - before, abs=0.01)


def test_open_alerts_are_compared_with_those_of_a_week_before(client: ApiClient, book: SampleBook) -> None:
    day = TODAY - 7
    query = "&".join(f"state={state}" for state in ("open", "acknowledged", "snoozed", "resolved", "cleared"))
    seen = Alert.objects.filter(id__in=[row["id"] for row in alerts(client, query)])
    before = [
        each for each in seen if each.opened_as_of <= day and (each.closed_as_of is None or each.closed_as_of > day)
    ]
    overview = client.get("/overview").json
    assert overview["open_alerts_change_7d"] == {
        "since": "2026-09-09", "count": overview["open_alerts"]["value"] - len(before)
    }  # fmt: skip


def test_the_newly_overdue_are_told_with_what_they_owe_overdue(client: ApiClient) -> None:
    parts = {part["key"]: part for part in client.get("/overview").json["sentence"]}
    rows, _ = customers(client, parts["newly_overdue"]["query"])
    assert float(parts["newly_overdue"]["overdue"]) == pytest.approx(total(rows, "overdue"))


def test_a_large_book_is_compared_with_its_kept_totals(book: SampleBook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kedun.portfolio.overview.queries.MOST_COMPARED", 5)
    chief = client_of("ceo")
    assert chief.get("/overview").json["overdue_change_7d"]["amount"] is None
    overdue = chief.get("/overview").json["overdue"]["value"]
    BookDay.objects.create(as_of=TODAY - 9, known_batch=1, customers=60, receivable_minor=0, overdue_minor=100)
    assert float(chief.get("/overview").json["overdue_change_7d"]["amount"]) == pytest.approx(float(overdue) - 1)
    assert client_for(book.alice).get("/overview").json["overdue_change_7d"]["amount"] is None


def test_the_totals_of_a_day_are_kept_once(book: SampleBook) -> None:
    keep_book_day(TODAY, known_batch=7)
    keep_book_day(TODAY, known_batch=8)
    keep_book_day(TODAY - 1, known_batch=8)
    (kept,) = BookDay.objects.all()
    sums = client_of("ceo").get("/customers", limit=1).json["sums"]
    assert (kept.as_of, kept.known_batch, kept.customers) == (TODAY, 8, 60)
    assert f"{kept.overdue_minor / 100:.2f}" == sums["overdue"]


def test_every_number_of_the_workbench_is_that_of_its_list(client: ApiClient) -> None:
    me = f"person:{client.person.pk}"
    some = Alert.objects.filter(state="open").order_by("-id").values_list("id", flat=True)
    Alert.objects.filter(id__in=list(some[:6])).update(owner=me)
    Alert.objects.filter(id__in=list(some[:2])).update(state="snoozed", snoozed_until=TODAY + 2)
    found = client.get("/workbench").json
    waiting = found["waiting"]
    for name in ("my_alerts", "unassigned", "snoozed"):
        assert len(alerts(client, waiting[name]["query"])) == waiting[name]["value"], name
    assert waiting["snoozes_ending"] == waiting["snoozed"]["value"]
    changed = found["changed"]
    assert len(customers(client, changed["figure"]["query"])[0]) == changed["figure"]["value"]
    assert len(changed["items"]) == min(changed["figure"]["value"], 20)


def test_what_changed_names_the_grade_before(book: SampleBook) -> None:
    chief = client_of("ceo")
    for item in chief.get("/workbench", lang="en").json["changed"]["items"]:
        history = chief.get(f"/customers/{item['customer']['code']}/history").json["items"]
        at = next(row for row in history if row["as_of"] == item["at"])
        told = next(change for change in at["what_changed"] if change["what"] == "grade")
        words = {"zh": item["before_words"], "en": item["before_words"]}
        assert (at["grade"], item["before"] != item["after"]) == (item["after"], True)
        assert words["en"] in ("High risk", "Medium risk", "Low risk", "Unrated")
        assert told["before"] != told["after"]


def test_ones_own_alerts_stand_first(book: SampleBook) -> None:
    chief = client_of("ceo")
    mine = Alert.objects.filter(state="open").order_by("severity", "id").first()
    assert mine is not None
    Alert.objects.filter(id=mine.id).update(owner=f"person:{chief.person.pk}")
    items = chief.get("/workbench").json["items"]
    assert items[0]["id"] == mine.id
    assert [item["owner"] for item in items[1:]] == [None] * (len(items) - 1)


def test_for_whom_a_rule_fires_is_the_list_that_its_number_opens(client: ApiClient) -> None:
    rules = [rule for rule in client.get("/rules").json["items"] if rule["fires_now"]]
    assert rules
    for rule in rules:
        rows, _ = customers(client, f"fires={rule['key']}")
        assert len(rows) == rule["fires_now"], rule["key"]
