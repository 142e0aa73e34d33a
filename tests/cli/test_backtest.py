"""`kedun backtest`: what a folder of documents would have done, as a table that people read and a document for scripts."""

import json
from pathlib import Path

import pytest

from kedun.kernel.days import to_date
from tests.cli.conftest import Kedun
from tests.pipeline.small_house import START, bill, clock_on, customer, open_house, paid, receive

pytestmark = pytest.mark.django_db
DAY = "2024-12-31"


@pytest.fixture(autouse=True)
def house(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the end of the year A owes a bill since 60 days, which it pays too late; B owes and pays when due."""
    open_house()
    end = START - 167
    receive(
        customer=[customer("A"), customer("B")],
        invoice=[bill("A", due_on=end - 60), bill("B", due_on=end + 10)],
        payment=[paid("A", on=end + 60), paid("B", on=end + 10)],
    )
    assert to_date(end).isoformat() == DAY
    monkeypatch.setenv("KEDUN_NOW", clock_on(START + 100).at.isoformat())


def test_a_folder_is_tried_on_the_past(kedun: Kedun, tmp_path: Path) -> None:
    folder = tmp_path / "policy"
    assert kedun("policy", "export", str(folder)).code == 0
    rules = folder / "rules.yaml"
    rules.write_text(rules.read_text().replace("value: 60, unit: days", "value: 59, unit: days"))
    told = kedun("--lang", "en", "backtest", str(folder), "--day", DAY, "--json")
    assert told.code == 0, told.err
    document = json.loads(told.out)
    assert (document["format"], document["totals"]["events"], document["terms"]["horizon_days"]) == (1, 1, 180)
    (change,) = [each for each in document["changes"] if each["key"] == "overdue_60_days"]
    assert (change["gained"], change["gained_bad"], change["lost"]) == (1, 1, 0)
    (day,) = document["days"]
    assert (day["day"], day["customers"], day["recovered"], day["paid"]) == (DAY, 2, 1, 1)
    told = kedun("--lang", "en", "backtest", str(folder), "--day", DAY)
    assert "draft overdue_60_days" in told.out.replace("\n", " ")
    assert "break-even" in told.out


def test_a_day_whose_end_is_not_known_is_refused(kedun: Kedun, tmp_path: Path) -> None:
    folder = tmp_path / "policy"
    kedun("policy", "export", str(folder))
    told = kedun("--lang", "en", "backtest", str(folder), "--day", "2025-05-31")
    assert told.code == 2
    assert "not known yet" in told.err
    told = kedun("--lang", "en", "backtest", "--change", "9")
    assert told.code == 2
    assert "no change" in told.err
