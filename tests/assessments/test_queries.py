"""The live policy and the values an assessment is read from."""

from pathlib import Path

import pytest

from kedun.assessments import queries
from kedun.assessments.assessed import digest, line, whole_number
from kedun.assessments.policy import PLACE
from kedun.assessments.queries import NoPolicy, live_policy
from kedun.assessments.store import EngineName, judge, run
from kedun.indicators.definition import Unit
from tests.assessments.engines import ENGINES, assess_on, question, shipped_policy, starter_policy
from tests.definitions.versions import put_into_force
from tests.pipeline.small_house import START, bill, customer, receive

pytestmark = [pytest.mark.django_db, pytest.mark.traced]


def test_without_definitions_there_is_no_policy() -> None:
    with pytest.raises(NoPolicy) as refused:
        live_policy(START)
    assert refused.value.say("zh") == "没有 indicators 定义，请先载入初始定义。"
    assert refused.value.say("en") == "There is no indicators definition; load the starter definitions first."


def test_before_the_first_policy_was_live_the_first_one_stands_in() -> None:
    assert starter_policy().hash == live_policy(0).policy.hash == live_policy(START).policy.hash
    assert live_policy(0).policy is live_policy(START).policy, "compiled once"
    assert live_policy(0).rules_version == 1


def test_a_changed_definition_is_another_policy_from_its_day_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = starter_policy()
    starter = Path(__file__).parents[2] / "starter" / "rules.yaml"
    (tmp_path / "rules.yaml").write_text(starter.read_text().replace("value: 30, unit: days", "value: 20, unit: days"))
    monkeypatch.setattr(queries, "_compiled", {})
    put_into_force(tmp_path, on=30_000)
    assert live_policy(29_999).policy.hash == before.hash
    after = live_policy(30_000)
    assert (after.rules_version, after.policy.hash != before.hash) == (2, True)


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (5.0, "days", 5), (5.5, "days", 5.5), (5.0, "share", 5.0), (7, "minor", 7), (None, "count", None),
    ],
)  # fmt: skip
def test_whole_units_are_shown_whole(value: float | None, unit: Unit, shown: float | None) -> None:
    assert whole_number(value, unit) == shown
    assert type(whole_number(value, unit)) is type(shown)


def test_the_outputs_hold_every_reading_point_place_and_verdict_once() -> None:
    policy = shipped_policy()
    assert len(set(policy.outputs)) == len(policy.outputs)
    assert {*policy.indicators.indicators, *PLACE, "rule_overdue_30_days"} <= set(policy.outputs)


@pytest.mark.parametrize("engine", ENGINES)
def test_where_nobody_is_asked_for_nobody_is_assessed_and_no_book_opened(engine: EngineName, tmp_path: Path) -> None:
    receive(customer=[customer("A")])
    policy, asked, nowhere = shipped_policy(), question(START, customers=()), tmp_path / "no mirror"
    assert list(run(policy, asked, engine=engine, mirror=nowhere)) == []
    assert list(judge(policy, asked, engine=engine, mirror=nowhere)) == []


def test_the_digest_is_of_the_lines_in_the_order_of_codes(tmp_path: Path) -> None:
    receive(customer=[customer("A"), customer("B")], invoice=[bill("A", due_on=START - 3, amount="3.00")])
    found = assess_on("python", shipped_policy(), question(START), tmp_path)
    everyone = list(found.values())
    assert digest(everyone) == digest(everyone[::-1]) != digest(everyone[:1])
    assert f'"overdue_share":"{(1.0).hex()}"' in line(found["A"])
    assert '"overdue_minor":300' in line(found["A"])
    assert line(found["A"]).startswith('{"code":"A"')


def test_credit_notes_named_by_a_word_count_as_spent(tmp_path: Path) -> None:
    """One word spends the credit note, another names nobody's: the first alone lowers what is unapplied."""
    receive(
        customer=[customer("A")],
        invoice=[bill("A", due_on=START, amount="100.00")],
        credit_note=[{"external_id": "N", "customer": "A", "document_no": "N", "issue_on": START - 20, "amount": "50.00"}],
        allocation=[
            {"external_id": name, "customer": "A", "payment": named, "document_no": "A-1", "entry": "credit",
             "allocated_on": START - 9, "amount": amount}
            for name, named, amount in (("W1", "N", "20.00"), ("W2", "", "5.00"))
        ],
    )  # fmt: skip
    for engine in ENGINES[::2]:
        found = assess_on(engine, shipped_policy(), question(START), tmp_path)["A"].readings
        assert (found["unapplied_minor"], found["receivable_minor"]) == (3_000, 7_500), engine


def test_money_without_a_rate_is_an_unknown_amount(tmp_path: Path) -> None:
    euros = {"external_id": "P", "customer": "A", "paid_on": START - 9, "amount": "8.00", "currency": "EUR"}
    receive(customer=[customer("A")], payment=[euros])
    for engine in ENGINES[::2]:
        found = assess_on(engine, shipped_policy(), question(START), tmp_path)["A"]
        assert (found.readings["unapplied_minor"], found.missing["unapplied_minor"]) == (None, "missing_rate"), engine
