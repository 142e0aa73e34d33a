"""Writing assessments: newest wins, history only for days that mattered, the standing grade folded over days."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.apps import apps
from django.db import connection
from pytest_django import DjangoDbBlocker

from kedun.assessments import actions
from kedun.assessments.actions import Occasion, Writing, write
from kedun.assessments.assessed import Assessed
from kedun.assessments.documents import document_of
from kedun.assessments.models import Assessment, AssessmentHistory
from kedun.assessments.queries import standing_on
from kedun.kernel.days import Day, to_day
from kedun.rules.verdict import Verdict, VerdictName
from kedun.scorecards.standing import Standing
from tests.assessments.engines import shipped_policy

AT = datetime(2025, 6, 16, 4, tzinfo=UTC)
DAY = to_day(date(2025, 6, 16))
MONTH_END = to_day(date(2025, 6, 30))
WRITERS = 8


def customer(code: str) -> int:
    made = apps.get_model("facts", "Customer").objects.create(
        source="test", external_id=code, code=code, known_from_batch=1
    )
    return int(made.pk)


def assessment(customer_id: int, *, score: int | None = 7_000, grade: str = "medium", fired: bool = False) -> Assessed:
    verdict: VerdictName = "fired" if fired else "clear"
    return Assessed(
        customer_id=customer_id, code=f"C{customer_id}", readings={"overdue_minor": 5, "overdue_share": 0.5},
        missing={}, points={"overdue_share": 20}, score=score, low=score, high=score, coverage=1.0, signal_points=0,
        grade=grade, value_points=None, value_tier="unknown", quadrant="unplaced",
        verdicts=(Verdict("overdue", verdict, {"overdue_minor": 5}),),
    )  # fmt: skip


def written(*everyone: Assessed, day: Day = DAY, batch: int = 1) -> frozenset[int]:
    documents = [document_of(each) for each in everyone]
    return write(documents, occasion=Occasion(day, batch, AT), policy=shipped_policy()).written


def history(customer_id: int) -> list[tuple[Day, int | None]]:
    rows = AssessmentHistory.objects.filter(customer_id=customer_id).order_by("as_of")
    return list(rows.values_list("as_of", "score"))


@pytest.fixture
def alice(db: None) -> int:
    return customer("alice")


def test_the_first_assessment_is_current_and_kept(alice: int) -> None:
    assert written(assessment(alice)) == {alice}
    row = Assessment.objects.get(customer_id=alice)
    assert (row.as_of, row.known_batch, row.score, row.raw_grade, row.assessed_at) == (DAY, 1, 7_000, "medium", AT)
    assert row.readings == {"overdue_minor": 5, "overdue_share": 0.5}
    assert row.verdicts == {"overdue": {"verdict": "clear", "evidence": {"overdue_minor": 5}}}
    assert row.policy_hash == shipped_policy().hash
    assert history(alice) == [(DAY, 7_000)]
    kept = AssessmentHistory.objects.get(customer_id=alice)
    assert str(row) == str(kept) == f"{alice}@{DAY}: 7000"


def test_the_same_day_again_writes_nothing(alice: int) -> None:
    written(assessment(alice))
    before = [list(model.objects.values()) for model in (Assessment, AssessmentHistory)]
    later = Occasion(DAY, 1, AT + timedelta(hours=1))
    assert write([document_of(assessment(alice))], occasion=later, policy=shipped_policy()) == Writing(frozenset(), 1)
    assert [list(model.objects.values()) for model in (Assessment, AssessmentHistory)] == before


def test_many_are_sent_another_way_and_stored_the_same(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    everyone = [assessment(customer(f"C{number}"), score=number) for number in range(3)]
    columns = [field.name for field in Assessment._meta.concrete_fields]
    stored = []
    for day, most in ((DAY, 3), (DAY + 1, 2)):
        monkeypatch.setattr(actions, "MOST_BOUND", most)
        Assessment.objects.all().delete()
        assert len(written(*everyone, day=day)) == 3
        kept = AssessmentHistory.objects.filter(as_of=day).order_by("score").values_list("customer_id", "readings")
        stored.append(
            (
                list(Assessment.objects.order_by("score").values_list(*set(columns) - {"as_of", "standing_since"})),
                list(kept),
            )
        )
    assert stored[0] == stored[1]


@pytest.mark.parametrize(
    ("change", "is_kept"),
    [
        pytest.param({}, False, id="nothing"),
        pytest.param({"readings": {"overdue_minor": 6}}, False, id="a reading alone"),
        pytest.param({"score": 6_999}, True, id="the score"),
        pytest.param({"score": None, "grade": "unrated"}, True, id="too little is known for a score"),
        pytest.param({"grade": "low"}, True, id="the raw grade"),
        pytest.param({"quadrant": "star"}, True, id="the quadrant"),
        pytest.param({"verdicts": (Verdict("overdue", "unknown", {}),)}, True, id="a verdict"),
        pytest.param({"verdicts": (Verdict("overdue", "clear", {"overdue_minor": 9}),)}, False, id="evidence alone"),
    ],
)
def test_a_later_day_is_kept_when_the_outcome_changed(change: dict[str, object], is_kept: bool, alice: int) -> None:
    written(assessment(alice))
    changed = replace(assessment(alice), **change)  # type: ignore[arg-type]
    written(changed, day=DAY + 1)
    assert [day for day, _ in history(alice)] == ([DAY, DAY + 1] if is_kept else [DAY])
    assert Assessment.objects.get(customer_id=alice).as_of == DAY + 1


def test_a_month_end_is_kept_in_any_case(alice: int) -> None:
    written(assessment(alice))
    written(assessment(alice), day=MONTH_END)
    written(assessment(alice), day=MONTH_END)
    assert [day for day, _ in history(alice)] == [DAY, MONTH_END]


@pytest.mark.parametrize(
    ("day", "batch"),
    [
        pytest.param(DAY - 1, 5, id="an older day"),
        pytest.param(DAY - 1, 9, id="an older day by newer knowledge"),
        pytest.param(DAY, 4, id="older knowledge"),
        pytest.param(DAY + 1, 4, id="older knowledge of a newer day"),
    ],
)
def test_older_never_replaces_newer(day: Day, batch: int, alice: int) -> None:
    written(assessment(alice), batch=5)
    assert written(assessment(alice, score=1_000, grade="high"), day=day, batch=batch) == frozenset()
    assert Assessment.objects.get(customer_id=alice).score == 7_000
    assert history(alice) == [(DAY, 7_000)]


def test_of_several_customers_only_the_newer_are_written(alice: int) -> None:
    bob = customer("bob")
    written(assessment(alice), batch=5)
    assert written(assessment(alice, score=1), assessment(bob), batch=4) == {bob}
    assert dict(Assessment.objects.values_list("customer_id", "score")) == {alice: 7_000, bob: 7_000}


def test_newer_knowledge_of_the_same_day_replaces_its_history(alice: int) -> None:
    written(assessment(alice))
    written(assessment(alice, score=6_500), batch=2)
    assert history(alice) == [(DAY, 6_500)]


def test_nobody_to_write(db: None) -> None:
    assert written() == frozenset()


def test_a_customer_without_a_score_is_stored_unrated(alice: int) -> None:
    nothing = replace(assessment(alice, score=None, grade="unrated"), coverage=None, low=None, high=None)
    written(nothing)
    row = Assessment.objects.get(customer_id=alice)
    assert (row.score, row.coverage, row.raw_grade, row.standing_grade) == (None, None, "unrated", "unrated")


def test_the_standing_grade_is_folded_over_days_and_remembered(alice: int) -> None:
    course = [
        (0, 7_000, "medium", "medium", 0),
        (1, 5_900, "high", "medium", 0),  # within the margin of two points
        (2, 5_700, "high", "high", 2),  # beyond it; a worse grade does not wait
        (3, 9_000, "low", "high", 2),  # better, but it has not stood for 30 days
        (32, 9_000, "low", "low", 32),
    ]
    for after, score, raw, standing, since in course:
        written(assessment(alice, score=score, grade=raw), day=DAY + after)
        row = Assessment.objects.get(customer_id=alice)
        assert (row.raw_grade, row.standing_grade, row.standing_since) == (raw, standing, DAY + since)
    assert standing_on(alice, DAY - 1, 1) is None
    assert standing_on(alice, DAY + 1, 1) == Standing("medium", DAY)
    assert standing_on(alice, DAY + 31, 1) == Standing("high", DAY + 2)
    assert standing_on(alice, DAY + 40, 1) == Standing("low", DAY + 32)
    assert standing_on(alice, DAY + 40, 0) is None, "what was recorded later was not known"


def test_files_that_come_one_by_one_on_a_day_move_the_standing_grade_once(alice: int) -> None:
    written(assessment(alice, score=9_000, grade="low"), day=DAY)
    written(assessment(alice, score=5_000, grade="high"), day=DAY + 1, batch=2)
    written(assessment(alice, score=9_000, grade="low"), day=DAY + 1, batch=3)
    row = Assessment.objects.get(customer_id=alice)
    assert (row.standing_grade, row.standing_since, row.earlier_grade) == ("low", DAY, "low")


@pytest.fixture
def committed(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database in which every thread sees what the others commit."""

    def clean() -> None:
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE assessments_assessment, assessments_history, facts_customer CASCADE")

    with django_db_blocker.unblock():
        clean()
        yield
        clean()
        connection.close()


def test_writers_at_the_same_time_leave_the_newest(committed: None) -> None:
    """Each writer brings other knowledge of the same day, in no order; a customer's first rows meet in the database."""
    customers = [customer(f"C{number}") for number in range(40)]

    def work(batch: int) -> frozenset[int]:
        try:
            order = customers if batch % 2 else customers[::-1]
            return written(*(assessment(each, score=batch) for each in order), batch=batch)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(work, [3, 1, 8, 2, 7, 5, 4, 6]))
    newest = dict.fromkeys(customers, (8, 8))
    rows = Assessment.objects.values_list("customer_id", "known_batch", "score")
    assert {number: (batch, score) for number, batch, score in rows} == newest
    kept = AssessmentHistory.objects.values_list("customer_id", "known_batch", "score")
    assert {number: (batch, score) for number, batch, score in kept} == newest
    assert len(kept) == len(customers)
