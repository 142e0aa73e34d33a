"""A threshold on its way: exported, edited, imported, told in words, agreed to by another, in force on its day, used."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from kedun.alerts.models import Alert
from kedun.definitions.models import ChangeSet
from kedun.definitions.queries import live
from kedun.kernel.days import Day, to_date
from kedun.pipeline.nightly import nightly
from kedun.pipeline.policy_change import follow_policy
from tests.cli.conftest import Kedun
from tests.cli.conftest import kedun as kedun
from tests.pipeline.small_house import START, bill, clock_on, customer, number_of, open_house, receive
from tests.web.clients import person_of

pytestmark = pytest.mark.django_db
RULE, CHOSEN = "overdue_30_days", START + 3
WORDS = "Rules · “Overdue more than {days} days” · threshold · “Days overdue above”: 30 → 45"


def stands_on(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_NOW", (clock_on(day).now() + timedelta(minutes=1)).isoformat())


def alert_of(code: str) -> tuple[str, int, int]:
    found = Alert.objects.get(customer=number_of(code), rule_key=RULE)
    return found.state, found.rule_version_opened, found.rule_version


def test_a_threshold_from_the_folder_to_the_next_assessment(
    kedun: Kedun, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stands_on(START, monkeypatch)
    open_house()
    receive(
        customer=[customer("A"), customer("B")],
        invoice=[bill("A", due_on=START - 35), bill("B", due_on=START - 50)],
    )
    nightly(tmp_path, clock=clock_on(START))
    assert (alert_of("A"), alert_of("B")) == (("open", 1, 1), ("open", 1, 1))

    maker, cfo = person_of("credit_manager"), person_of("cfo")
    folder = tmp_path / "policy"
    assert kedun("policy", "export", str(folder)).code == 0
    file = folder / "rules.yaml"
    before = file.read_text(encoding="utf-8")
    file.write_text(before.replace("days: {value: 30,", "days: {value: 45,", 1), encoding="utf-8")
    assert kedun("--lang", "en", "policy", "diff", str(folder)).out == WORDS + "\n"

    day = to_date(CHOSEN).isoformat()
    asked = ("policy", "import", str(folder), "--as", maker.email, "--reason", "too many alerts", "--live-from", day)
    told = kedun(*asked, "--confirm", "--json")
    assert told.code == 0, told.err
    number = str(json.loads(told.out)["approval"])
    assert json.loads(told.out)["lines"][0]["en"] == WORDS
    assert kedun("approvals", "agree", number, "--as", maker.email).code == 3, "not by whoever asked"
    assert kedun("approvals", "agree", number, "--as", cfo.email).code == 0
    assert ChangeSet.objects.get().published == {"rules:rules": 2}

    stands_on(CHOSEN - 1, monkeypatch)
    assert not follow_policy(tmp_path, clock=clock_on(CHOSEN - 1))
    nightly(tmp_path, clock=clock_on(CHOSEN - 1))
    assert live("rules")["rules"].version == 1
    assert (alert_of("A"), alert_of("B")) == (("open", 1, 1), ("open", 1, 1))

    stands_on(CHOSEN, monkeypatch)
    assert follow_policy(tmp_path, clock=clock_on(CHOSEN)), "its day has come"
    assert live("rules")["rules"].version == 2
    assert alert_of("A")[0] == "cleared", "38 days overdue"
    assert alert_of("B") == ("open", 1, 2), "53 days: opened by the old version, held by the new one"
