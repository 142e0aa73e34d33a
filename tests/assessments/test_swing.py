"""The score of thirty days before is the score that the same policy gives on that day, by the same knowledge."""

from pathlib import Path

import pytest

from kedun.assessments.policy import compile_policy
from kedun.assessments.swing import BEFORE, DAYS
from tests.assessments.engines import assess_on, question, shipped_documents, shipped_policy
from tests.assessments.random_books import TODAY, in_one, ledger, shared_facts
from tests.assessments.test_engines_agree import delivered

RULE = "score_swing"


@pytest.mark.django_db
def test_it_is_the_score_of_that_day_for_all_but_background_checks(tmp_path: Path) -> None:
    books = {**in_one([ledger(seed) for seed in (1, 2, 3)]), **shared_facts()}
    delivered({kind: rows for kind, rows in books.items() if kind != "check"})
    now = assess_on("postgres", shipped_policy(), question(TODAY), tmp_path)
    then = assess_on("postgres", shipped_policy(), question(TODAY - DAYS), tmp_path)
    told = {code: _earlier(each.verdicts) for code, each in now.items()}
    assert told == {code: None if each.score is None else each.score / 100 for code, each in then.items()}
    assert any(told[code] != each.score for code, each in now.items() if each.score is not None)


def _earlier(verdicts: object) -> object:
    assert isinstance(verdicts, tuple)
    (found,) = (each.evidence[BEFORE] for each in verdicts if each.rule == RULE)
    return found


def test_a_policy_without_the_rule_does_not_pay_for_it() -> None:
    documents = shipped_documents()
    documents["rule_choice"] = {"enabled": ["overdue_30_days"], "thresholds": {}}
    policy = compile_policy(documents)
    assert BEFORE not in policy.outputs
    assert not any(name.startswith("then_") for name in policy.indicators.earlier)
    assert len(policy.layers) <= len(shipped_policy().layers)
