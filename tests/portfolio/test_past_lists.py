"""The list of customers and the overview on a past day: every line is what the customer's page of that moment shows."""

from typing import Any
from urllib.parse import parse_qs

import pytest

from kedun.alerts.models import Alert
from kedun.facts.queries import last_batch
from kedun.kernel.days import to_date
from kedun.portfolio.models import PastBook
from tests.portfolio.sample_book import ASSESSED, TODAY, SampleBook
from tests.web.clients import ApiClient, client_for, client_of

pytestmark = pytest.mark.usefixtures("book")
PAST = to_date(TODAY - 40).isoformat()
COLUMN = "overdue_1_30_minor"


def listed(client: ApiClient, **query: Any) -> list[Any]:
    page = client.get("/customers", **{"limit": 200, **query}).json
    assert page["next_cursor"] is None
    return list(page["items"])


@pytest.mark.parametrize("moment", [{"as_of": PAST}, {"as_of": PAST, "known_at": 1}, {"as_of": PAST, "policy": "now"}])
def test_every_line_is_what_the_page_of_the_customer_shows(moment: dict[str, Any]) -> None:
    chief = client_of("ceo")
    lines = listed(chief, columns="overdue_1_30_minor", **moment)
    assert lines
    for line in lines[::12]:
        page = chief.get(f"/customers/{line['code']}", **moment).json
        assert (line["score"]["value"], line["score"]["low"]) == (page["score"]["value"], page["score"]["low"])
        assert (line["receivable"], line["overdue"]) == (page["figures"]["receivable"], page["figures"]["overdue"])
        assert (line["quadrant"], line["value_tier"]) == (page["quadrant"]["code"], page["value"]["tier"]["code"])
        standing = page["grade"]["standing"] or page["grade"]["raw"]
        assert (line["grade"], line["open_alerts"]) == (standing["code"], len(page["alerts"]))
        readings = {each["key"]: each["value"] for group in page["dimensions"] for each in group["readings"]}
        assert line["readings"] == {"overdue_1_30_minor": readings["overdue_1_30_minor"]}
        assert line["as_of"] == PAST


def test_a_past_list_is_worked_out_once_and_few_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kedun.portfolio.past.actions.MOST_KEPT", 2)
    chief = client_of("ceo")
    first = listed(chief, as_of=PAST)
    kept = PastBook.objects.get()
    assert listed(chief, as_of=PAST) == first
    assert PastBook.objects.get() == kept
    for back in (41, 42):
        listed(chief, as_of=to_date(TODAY - back).isoformat())
    assert sorted(PastBook.objects.values_list("as_of", flat=True)) == [TODAY - 42, TODAY - 41]
    assert listed(chief) == listed(chief, as_of=to_date(TODAY).isoformat())
    assert PastBook.objects.count() == 2


@pytest.mark.parametrize(
    "query",
    [
        "grade=high",
        "overdue_days_min=1&sort=-overdue",
        "aging=over_90",
        "has_alert=true",
        "q=KH0000&sort=name",
        "sort=-alerts",
    ],
)
def test_filters_and_orders_hold_on_a_past_day(query: str) -> None:
    chief = client_of("ceo")
    asked = parse_qs(query)
    everyone = {line["code"]: line for line in listed(chief, as_of=PAST)}
    found = listed(chief, as_of=PAST, **asked)
    assert all(line == everyone[line["code"]] for line in found)
    kept: dict[str, Any] = {
        "grade=high": lambda line: line["grade"] == "high",
        "overdue_days_min=1&sort=-overdue": lambda line: (line["overdue_days_max"] or 0) > 0,
        "has_alert=true": lambda line: line["open_alerts"] > 0,
    }
    if query in kept:
        assert {line["code"] for line in found} == {code for code, line in everyone.items() if kept[query](line)}
    pages = chief.get("/customers", as_of=PAST, limit=5, **asked).json
    again = (
        chief.get("/customers", as_of=PAST, limit=5, cursor=pages["next_cursor"], **asked).json
        if pages["next_cursor"]
        else None
    )
    joined = pages["items"] + (again["items"] if again else [])
    assert joined == found[: len(joined)]


def test_both_engines_keep_the_same_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    chief = client_of("ceo")
    found = [listed(chief, as_of=PAST, columns=COLUMN)]
    PastBook.objects.all().delete()
    monkeypatch.setattr("kedun.portfolio.past.actions.MOST_ON_POSTGRES", 0)
    found.append(listed(chief, as_of=PAST, columns=COLUMN))
    assert found[0] == found[1]
    rules = {rule["key"] for rule in chief.get("/rules").json["items"]}
    fired = [len(listed(chief, as_of=PAST, fires=rule)) for rule in sorted(rules)[:8]]
    assert any(fired)


def test_a_seller_sees_his_own_customers_of_the_past_only(book: SampleBook) -> None:
    lines = listed(client_for(book.alice), as_of=PAST)
    assert {line["code"] for line in lines} <= book.of_alice
    assert lines
    assert listed(client_for(book.charlie), as_of=PAST) == []


def test_every_number_of_a_past_overview_is_that_of_its_list(book: SampleBook) -> None:
    for asker in (client_of("ceo"), client_for(book.alice)):
        shown = asker.get("/overview", as_of=PAST).json
        assert (shown["as_of"], shown["is_past"], shown["known_at"]) == (PAST, True, last_batch())
        for name in ("receivable", "overdue"):
            sums = asker.get("/customers", **parse_qs(shown[name]["query"]), limit=1).json["sums"]
            assert sums[name] == shown[name]["value"]
        for place in shown["matrix"]:
            assert len(listed(asker, **parse_qs(place["query"]))) == place["customers"]
        for part in shown["sentence"][:3]:
            assert len(listed(asker, **parse_qs(part["query"]))) == part["count"]
        alerts = sum(line["open_alerts"] for line in listed(asker, as_of=PAST))
        assert shown["open_alerts"]["value"] == alerts
        critical = next(part for part in shown["sentence"] if part["list"] == "alerts")
        for number, query in (
            (alerts, shown["open_alerts"]["query"]),
            (critical["count"], critical["query"]),
        ):
            behind = asker.get("/alerts", **parse_qs(query), limit=1).json
            assert (behind["total"], behind["as_of"]) == (number, PAST)


def test_the_overview_of_an_assessed_day_shows_what_was_recorded_of_it() -> None:
    day = to_date(ASSESSED[2]).isoformat()
    shown = client_of("ceo").get("/overview", as_of=day).json
    last = shown["grades_over_time"][-1]
    assert last["as_of"] == day
    grades: dict[str, int] = {}
    for line in listed(client_of("ceo"), as_of=day):
        grades[line["grade"]] = grades.get(line["grade"], 0) + 1
    assert last["counts"] == grades


def test_an_alert_that_was_closed_since_is_open_on_the_past_day() -> None:
    chief = client_of("ceo")
    alert = Alert.objects.filter(state="open", opened_as_of__lte=TODAY - 40).order_by("id").first()
    assert alert is not None
    before = chief.get("/overview", as_of=PAST).json["open_alerts"]["value"]
    body = {"reason": "paid", "note": "有人付了款"}
    assert chief.post(f"/alerts/{alert.id}/resolve", body).status == 200
    assert chief.get("/overview", as_of=PAST).json["open_alerts"]["value"] == before


def test_the_workbook_of_a_past_day_has_its_lines() -> None:
    chief = client_of("ceo")
    assert chief.get("/customers/export", as_of=PAST, grade="high", columns=COLUMN).status == 200
    refused = chief.get("/customers", as_of=to_date(TODAY + 1).isoformat())
    assert (refused.status, refused.json["code"]) == (422, "day_to_come")
