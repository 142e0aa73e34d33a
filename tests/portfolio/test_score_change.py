"""Why a score changed, as pages get it: a customer's account, and the customers that moved most."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from kedun.accounts.models import AccessLog
from kedun.facts.queries import last_batch
from kedun.kernel.days import to_date
from kedun.pipeline.actions import Errand, walk
from kedun.pipeline.starter import STARTER
from tests.definitions.versions import put_into_force
from tests.pipeline.small_house import START, bill, clock_on, customer, open_house, paid, receive
from tests.web.clients import ApiClient, client_of

BEFORE = START - 30
SINCE = to_date(BEFORE).isoformat()


def at(day: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_NOW", clock_on(day).at.isoformat())


@pytest.fixture
def chief(db: None, monkeypatch: pytest.MonkeyPatch) -> ApiClient:
    """A month ago A owed three bills of which one was just due; it paid one late since; a payment of before came to light."""
    at(BEFORE, monkeypatch)
    open_house()
    receive(
        customer=[{**customer("A"), "owner": "小艾"}, {**customer("B"), "owner": "小波"}],
        invoice=[
            *(bill("A", due_on=BEFORE + due, number=str(number)) for number, due in enumerate((-40, -2, 9), start=1)),
            bill("B", due_on=BEFORE - 70),
        ],
        payment=[paid("A", on=BEFORE - 40)],
    )
    walk(Errand(BEFORE, "postgres", clock_on(BEFORE)))
    at(START, monkeypatch)
    receive(payment=[paid("A", on=START - 3, number="2"), paid("B", on=BEFORE - 60)])
    walk(Errand(START, "postgres", clock_on(START)))
    return client_of("ceo")


def account(client: ApiClient, code: str, **query: Any) -> Any:
    answer = client.get(f"/customers/{code}/score-change", **{"since": SINCE, **query})
    assert answer.status == 200, answer.json
    return answer.json


def test_the_parts_add_up_and_name_their_facts(chief: ApiClient) -> None:
    told = account(chief, "A")
    assert [leg["parts"] for leg in told["legs"]] == [["policy"], ["time"], ["data"], ["corrections"]]
    assert sum(leg["change"] for leg in told["legs"]) == told["change"]
    assert all(leg["change"] == leg["signals"] + sum(i["change"] for i in leg["items"]) for leg in told["legs"])
    assert told["steps"][0]["score"] + told["change"] == told["steps"][-1]["score"]
    assert [(fact["part"], fact["moved"], fact["kind"], fact["amount"]) for fact in told["facts"]] == [
        ("data", "added", "payment", "1000.00")
    ]
    assert (told["known_then"], told["known_at"], told["stands_in"]) == (last_batch() - 1, last_batch(), False)
    late = next(item for leg in told["legs"] for item in leg["items"] if leg["parts"] == ["data"])
    assert "payment" in late["kinds"]
    assert late["before"]["points"] != late["after"]["points"]


def test_what_comes_to_light_later_is_a_correction(chief: ApiClient) -> None:
    told = account(chief, "B")
    changes = {leg["parts"][0]: leg["change"] for leg in told["legs"]}
    assert changes["corrections"] > 0
    assert changes["data"] == 0
    assert [(fact["part"], fact["kind"]) for fact in told["facts"]] == [("corrections", "payment")]
    with_today = account(chief, "B", known_then=last_batch())
    assert {leg["parts"][0]: leg["change"] for leg in with_today["legs"]}["corrections"] == 0


def test_both_ends_are_the_pages_of_their_days(chief: ApiClient) -> None:
    told = account(chief, "A")
    then = chief.get("/customers/A", as_of=SINCE, known_on=SINCE).json["score"]["value"]
    now = chief.get("/customers/A").json["score"]["value"]
    assert [told["steps"][end]["score"] / 100 for end in (0, -1)] == [then, now]


def test_where_nothing_was_known_then_today_stands_in(chief: ApiClient) -> None:
    told = account(chief, "A", since=to_date(BEFORE - 5).isoformat())
    assert (told["stands_in"], told["was_known"], told["known_then"]) == (True, True, told["known_at"])
    assert told["legs"][-1]["change"] == 0
    unknown = account(chief, "A", since=to_date(BEFORE - 5).isoformat(), known_then=0)
    assert (unknown["stands_in"], unknown["was_known"], unknown["change"], unknown["legs"]) == (False, False, None, [])


@pytest.mark.parametrize(
    ("query", "code"),
    [
        pytest.param({"since": to_date(START).isoformat()}, "not_before", id="the same day"),
        pytest.param({"known_then": 10**6}, "knew_more_then", id="later knowledge"),
        pytest.param({"since": "soon"}, "bad_fields", id="no day"),
    ],
)
def test_what_cannot_be_accounted_for_is_refused(chief: ApiClient, query: dict[str, Any], code: str) -> None:
    answer = chief.get("/customers/A/score-change", **{"since": SINCE, **query})
    assert (answer.status, answer.json["code"]) == (422, code)


def test_the_account_in_english_and_without_amounts(chief: ApiClient) -> None:
    assert [leg["words"] for leg in account(chief, "A", lang="en")["legs"]][1:3] == ["Passage of time", "New facts"]
    told = account(client_of("production"), "A")
    assert [fact["amount"] for fact in told["facts"]] == [None]
    assert "facts.amount" in told["masked"]


def test_only_the_own_customers(chief: ApiClient) -> None:
    alice = client_of("sales", names_in_files=("小艾",))
    assert account(alice, "A")["code"] == "A"
    assert alice.get("/customers/B/score-change", since=SINCE).status == 404
    assert [each["code"] for each in alice.get("/portfolio/movements", days=30).json["items"]] == ["A"]
    assert client_of("sales").get("/portfolio/movements", days=30).json["moved"] == 0


def test_what_moved_adds_up(chief: ApiClient) -> None:
    told = chief.get("/portfolio/movements", days=30).json
    assert (told["moved"], told["accounted"], told["since"]) == (2, 2, SINCE)
    changes = [each["change"] for each in told["items"]]
    assert changes == sorted(changes, key=lambda change: -abs(change))
    for each in told["items"]:
        assert sum(part["change"] for part in each["parts"]) == each["change"] == each["score"] - each["score_before"]
        assert each["reason"]
    by_part = {total["part"]: total["up"] + total["down"] for total in told["totals"]}
    assert sum(by_part.values()) == sum(changes)
    assert {each["code"]: each["most"] for each in told["items"]}["B"] == "corrections"


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        pytest.param({"part": "corrections"}, {"B"}, id="by the part that moved most"),
        pytest.param({"direction": "up"}, {"B"}, id="upwards"),
        pytest.param({"direction": "down"}, {"A"}, id="downwards"),
        pytest.param({"part": "policy"}, set(), id="by a part that moved nobody"),
    ],
)
def test_what_moved_can_be_narrowed(chief: ApiClient, query: dict[str, Any], codes: set[str]) -> None:
    told = chief.get("/portfolio/movements", **{"days": 30, **query}).json
    assert {each["code"] for each in told["items"]} == codes


def test_what_moved_by_change_of_grade(chief: ApiClient) -> None:
    both = [
        {each["code"] for each in chief.get("/portfolio/movements", days=30, grade_changed=each_).json["items"]}
        for each_ in ("true", "false")
    ]
    every = chief.get("/portfolio/movements", days=30).json["items"]
    changed = {each["code"] for each in every if each["grade"]["code"] != each["grade_before"]["code"]}
    assert both == [changed, {"A", "B"} - changed]


def test_what_moved_as_a_workbook(chief: ApiClient) -> None:
    answer = chief.get("/portfolio/movements/export", days=30, lang="en")
    assert answer.status == 200
    with ZipFile(BytesIO(answer.content)) as book:
        text = book.read("xl/worksheets/sheet1.xml").decode()
    assert "Passage of time" in text
    assert AccessLog.objects.get(what="export_movements").rows == 2
    assert client_of("production").get("/portfolio/movements/export").status == 403


def test_a_past_day_by_the_policy_of_another(chief: ApiClient, tmp_path: Path) -> None:
    text = (STARTER / "scorecard.yaml").read_text(encoding="utf-8")
    (tmp_path / "scorecard.yaml").write_text(text.replace("weight: 14", "weight: 90", 1), encoding="utf-8")
    put_into_force(tmp_path, on=START)
    then = chief.get("/customers/A", as_of=SINCE).json
    assert (then["policy"]["asked"], then["policy"]["on"], then["policy"]["is_today"]) == ("then", SINCE, False)
    now = chief.get("/customers/A", as_of=SINCE, policy="now").json
    assert (now["policy"]["asked"], now["policy"]["on"]) == ("now", to_date(START).isoformat())
    assert (now["policy"]["is_today"], now["score"]["value"] != then["score"]["value"]) == (True, True)
    day = chief.get("/customers/A", as_of=SINCE, policy=to_date(START - 1).isoformat()).json
    assert (day["policy"]["asked"], day["policy"]["hash"]) == ("day", then["policy"]["hash"])
    assert chief.get("/customers/A", policy="never").status == 422
    weighed = account(chief, "A")
    assert [each["kind"] for each in weighed["policy"]] == ["scorecard"]
    assert weighed["legs"][0]["change"] != 0
    assert account(chief, "A", policy="now")["legs"][0]["change"] == 0
