"""The way back as pages get it: the plan, what remains, the letter, and who may see it."""

from typing import Any, cast, get_args

import pytest

from kedun.accounts.models import AccessLog
from kedun.assessments.wayback.store import State
from kedun.definitions.actions import publish
from kedun.definitions.documents import read
from kedun.definitions.queries import live
from kedun.definitions.starter import Draft
from kedun.facts.queries import last_batch
from kedun.kernel.days import to_date
from kedun.kernel.hashing import canonical, sha256_of
from kedun.portfolio.wayback.queries import LATEST_DAYS
from kedun.portfolio.wayback.words import SENTENCES
from tests.pipeline.small_house import START, bill, clock_on, customer, open_house, paid, receive
from tests.web.clients import ApiClient, client_of

PAY_BY = to_date(START + 14).isoformat()
"""Ten working days after a Monday, both weekends left out."""


@pytest.fixture
def chief(db: None, monkeypatch: pytest.MonkeyPatch) -> ApiClient:
    """A owes two bills for long; B has always paid."""
    monkeypatch.setenv("KEDUN_NOW", clock_on(START).at.isoformat())
    open_house()
    receive(
        customer=[{**customer("A"), "owner": "小艾"}, {**customer("B"), "owner": "小波"}],
        invoice=[
            bill("A", due_on=START - 100, number="1"),
            bill("A", due_on=START - 70, number="2"),
            bill("A", due_on=START - 200, number="3"),
            *({**bill("A", due_on=START + 60, number=str(each)), "issue_on": START - 3} for each in (4, 5)),
            bill("B", due_on=START - 60),
        ],
        payment=[paid("A", on=START - 200, number="3"), paid("B", on=START - 60)],
    )
    return client_of("ceo")


def way_back(client: ApiClient, code: str = "A", **query: Any) -> Any:
    answer = client.get(f"/customers/{code}/way-back", **query)
    assert answer.status == 200, answer.json
    return answer.json


def test_what_to_pay_by_when_and_what_then(chief: ApiClient) -> None:
    told = way_back(chief)
    assert (told["state"], told["target"], told["is_line"]) == ("plan", 6000, True)
    assert (told["pay_by"], told["promised_on"]) == (PAY_BY, PAY_BY)
    assert told["now"]["score"] / 100 == chief.get("/customers/A").json["score"]["value"]
    assert told["now"]["grade"]["code"] == "high"
    assert told["then"]["score"] >= 6000 > told["now"]["score"]
    assert told["idle"] < 6000
    assert told["then"]["grade"]["code"] != "high"
    for step in told["steps"]:
        assert step["without"] < 6000
        assert (step["do_by"], step["count"]) == (PAY_BY, 1)
        assert step["totals"] == [{"currency": "CNY", "amount": "1000.00"}]
    first = told["steps"][0]["items"][0]
    assert (first["name"], first["overdue_days"], first["amount"]) == ("A-1", 100, "1000.00")
    assert told["totals"] == [{"currency": "CNY", "amount": f"{len(told['steps'])}000.00"}]
    assert told["left_out"] == {"foreign": 0}
    assert {step["sort"]["code"] for step in told["steps"]} == {"pay"}
    assert told["remarks"] == []
    assert PAY_BY in told["words"]


def test_what_then_still_takes_off_most_stands_first(chief: ApiClient) -> None:
    told = way_back(chief)
    lost = [each["lost"] for each in told["items"]]
    assert lost == sorted(lost, reverse=True)
    by_key = {each["indicator"]: each for each in told["items"]}
    share = by_key["overdue_share"]
    assert share["before"]["points"] < share["after"]["points"]
    assert [each["code"] for each in share["movers"]] == ["pay", "settle_dispute", "redeem_note"]
    assert share["movers"][0]["words"] == "付款"
    moved = {key: ([each["code"] for each in by_key[key]["movers"]], by_key[key]["passes"]) for key in by_key}
    assert moved["complaints_90d"] == ([], True)  # time alone
    assert moved["years_of_cooperation"] == ([], True)
    assert moved["bad_debt_minor"] == (["recover"], False)
    assert all(each["lost"] == 0 for each in told["items"] if each["after"]["points"] in (100, None))


def test_the_letter_tells_no_score_unless_it_is_wanted(chief: ApiClient) -> None:
    chief.put("/settings/company", {"name": "示例公司", "notify_address": "", "revision": 0})
    letters = {each["language"]: each["text"] for each in way_back(chief)["letters"]}
    assert set(letters) == {"zh", "en"}
    for text in letters.values():
        assert "A-1" in text
        assert "CNY 1,000.00" in text
        assert PAY_BY in text
        assert "客户A" in text
        assert "60" not in text.replace(PAY_BY, "").replace("2025-06-16", "")
    told = way_back(chief, names_score="true")
    named = {each["language"]: each["text"] for each in told["letters"]}
    score = f"{told['then']['score'] / 100:g}"
    assert all(score in text for text in named.values())
    assert not any(score in text for text in letters.values())


def test_of_many_items_paid_together_some_are_listed(chief: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kedun.portfolio.wayback.shown.MOST_ITEMS", 0)
    steps = way_back(chief)["steps"]
    assert [(step["items"], step["count"]) for step in steps] == [([], 1)] * len(steps)


@pytest.mark.parametrize(
    ("code", "query", "state"),
    [
        pytest.param("B", {}, "above", id="above the line"),
        pytest.param("A", {"target": "100"}, "unreachable", id="too high"),
    ],
)
def test_where_there_is_no_plan(chief: ApiClient, code: str, query: dict[str, Any], state: str) -> None:
    told = way_back(chief, code, **query)
    assert (told["state"], told["letters"]) == (state, [])
    assert told["words"]
    assert told["words"] != way_back(chief, code, **query, lang="en")["words"]
    assert (told["promised_on"] is None) == (state != "unreachable")


def test_another_score_and_another_day(chief: ApiClient) -> None:
    told = way_back(chief, target="65.5", pay_by=to_date(START + 3).isoformat())
    assert (told["target"], told["is_line"], told["pay_by"]) == (6550, False, to_date(START + 3).isoformat())
    assert told["promised_on"] >= told["pay_by"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        pytest.param({"pay_by": to_date(START).isoformat()}, "payment_day_out_of_reach", id="today"),
        pytest.param({"pay_by": to_date(START + LATEST_DAYS + 1).isoformat()}, "payment_day_out_of_reach", id="too late"),
        pytest.param({"target": "0"}, "bad_fields", id="no score"),
        pytest.param({"target": "101"}, "bad_fields", id="more than all"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked(chief: ApiClient, query: dict[str, Any], code: str) -> None:
    answer = chief.get("/customers/A/way-back", **query)
    assert (answer.status, answer.json["code"]) == (422, code)


def test_a_customer_who_was_not_known_then(chief: ApiClient) -> None:
    first = last_batch()
    receive(customer=[customer("D")])
    answer = chief.get("/customers/D/way-back", known_at=first)
    assert (answer.status, answer.json["code"]) == (404, "not_known_then")


def test_only_the_own_customers(chief: ApiClient) -> None:
    alice = client_of("sales", names_in_files=("小艾",))
    assert way_back(alice)["code"] == "A"
    assert alice.get("/customers/B/way-back").status == 404
    assert client_of("sales").get("/customers/A/way-back").status == 404
    assert AccessLog.objects.filter(what="customer", subject="customer:A").exists()


def test_without_amounts_or_names_there_is_no_letter(chief: ApiClient) -> None:
    told = way_back(client_of("production"))
    assert [step["items"][0]["amount"] for step in told["steps"]] == [None] * len(told["steps"])
    assert told["totals"] == [{"currency": "CNY", "amount": None}]
    assert told["letters"] == []
    assert {"steps.amount", "totals.amount", "letters"} <= set(told["masked"])


def test_every_state_has_its_sentence() -> None:
    assert set(SENTENCES) == {*get_args(State), "no_day"}


def test_a_policy_agreed_to_judges_the_days_from_its_first_on(chief: ApiClient) -> None:
    """A card that is to come into force before the promised day: the promise is by it, and says so."""
    told = way_back(chief)
    found = next(iter(live("scorecard").values()))
    body = cast("dict[str, Any]", read(found.body)) | {"items": CARD}
    publish(
        Draft("scorecard", found.key, canonical(body), sha256_of(body)),
        actor="test",
        on=START + 7,
        reason="test",
        seen=found.version,
        at=clock_on(START).at,
    )
    coming = way_back(chief)
    assert coming["promised_on"] == PAY_BY
    assert coming["then"]["score"] == 10_000 != told["then"]["score"]
    assert coming["now"] == told["now"]
    assert [each["indicator"] for each in coming["items"]] == ["overdue_share"]
    assert any(to_date(START + 7).isoformat() in remark for remark in coming["remarks"])
    past = way_back(chief, as_of=to_date(START - 1).isoformat())
    assert past["remarks"] == []
    assert len(past["items"]) > 1


def test_the_number_of_a_case_is_hidden_with_the_names(chief: ApiClient) -> None:
    """A plan of which a case is a part, seen by somebody from outside who may look at the customer but not know who it is."""
    case = {"external_id": "L", "customer": "A", "event_type": "lawsuit", "role": "defendant", "filed_on": START - 40}
    checked = {"external_id": "K", "customer": "A", "scope": "legal", "checked_on": START - 1}
    receive(legal_event=[{**case, "case_no": "(2026)沪0101民初123号", "title": "买卖合同纠纷"}], check=[checked])
    found = next(iter(live("scorecard").values()))
    card = [{"indicator": "lawsuits_open", "weight": 1, "bins": [{"up_to": 0, "points": 100}, {"points": 0}]}]
    body = cast("dict[str, Any]", read(found.body)) | {"items": card}
    draft = Draft("scorecard", found.key, canonical(body), sha256_of(body))
    publish(draft, actor="test", on=START, reason="test", seen=found.version, at=clock_on(START).at)
    (step,) = way_back(chief)["steps"]
    assert (step["sort"]["code"], step["items"][0]["name"]) == ("close_case", "(2026)沪0101民初123号")
    expert = client_of("outside_expert")
    assert client_of("administrator").put(f"/customers/A/readers/{expert.person.pk}", {}).status == 200
    told = way_back(expert)
    assert told["steps"][0]["items"][0]["name"] == ""
    assert "123" not in str(told)
    assert {"name", "steps.name", "letters"} <= set(told["masked"])


def test_a_letter_says_on_what_a_paper_counts(chief: ApiClient) -> None:
    """A statement could say anything: the promise is for one of certain figures, and the letter says so."""
    sums = {"total_assets_minor": 100_00, "total_liabilities_minor": 50_00, "period_end_on": START - 200}
    receive(statement=[{"external_id": "S", "customer": "B", "currency": "CNY", "reported_on": START - 80, **sums}])
    found = next(iter(live("scorecard").values()))
    debt = {"indicator": "debt_to_assets", "weight": 3, "bins": [{"up_to": 0.6, "points": 100}, {"points": 0}]}
    more = {"items": [*CARD, debt], "missing": "worst"}
    body = cast("dict[str, Any]", read(found.body)) | more
    draft = Draft("scorecard", found.key, canonical(body), sha256_of(body))
    publish(draft, actor="test", on=START, reason="test", seen=found.version, at=clock_on(START).at)
    told = way_back(chief)
    assert [step["sort"]["code"] for step in told["steps"]] == ["statement"]
    letters = {each["language"]: each["text"] for each in told["letters"]}
    assert "资产负债率不高于 60" in letters["zh"]
    assert "debt at most 60" in letters["en"]


CARD: list[dict[str, Any]] = [
    {"indicator": "overdue_share", "weight": 1, "bins": [{"up_to": 0, "points": 100}, {"points": 0}]}
]


def test_many_invoices_are_told_to_be_bundled_and_all_are_listed(chief: ApiClient) -> None:
    numbers = [str(each) for each in range(100, 140)]
    receive(invoice=[bill("A", due_on=START - 40 - place, number=each) for place, each in enumerate(numbers)])
    told = way_back(chief)
    assert any("44" in remark for remark in told["remarks"])
    wide = max(told["steps"], key=lambda step: step["count"])
    assert wide["count"] == len(wide["items"]) > 1
