"""`kedun mirror`: what there is, whether it equals the database, and how to make it anew."""

import json
from pathlib import Path

import pytest

from kedun.facts.store import run
from tests.cli.conftest import Kedun
from tests.pipeline.small_house import START, bill, customer, open_house, receive

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def house(kedun: Kedun, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_LANG", "en")
    open_house()
    receive(customer=[customer("A")], invoice=[bill("A", due_on=START)])


def test_before_the_first_run_there_is_none(kedun: Kedun) -> None:
    assert json.loads(kedun("mirror", "status", "--json").out)["mirrors"] == []
    assert "no mirror yet" in kedun("mirror", "status").out


def test_a_mirror_is_made_seen_and_found_equal(kedun: Kedun) -> None:
    assert "equals the database" in kedun("mirror", "verify").out
    document = json.loads(kedun("mirror", "status", "--json").out)
    [row] = document["mirrors"]
    assert (row["batch"], row["state"], row["steps"]) == (document["newest_batch"], "current", 0)
    receive({}, invoice=[bill("A", due_on=START, number="2")])
    assert "older" in kedun("mirror", "status").out
    assert json.loads(kedun("mirror", "verify", "--json").out)["differences"] == []
    assert [row["steps"] for row in json.loads(kedun("mirror", "status", "--json").out)["mirrors"]] == [1, 0]


def test_what_differs_is_named_and_mended_by_building_anew(kedun: Kedun) -> None:
    kedun("mirror", "verify")
    run("UPDATE facts_invoice SET amount_minor = amount_minor - 1")  # behind everybody's back
    told = kedun("mirror", "verify")
    assert told.code == 3
    assert "facts_invoice amount_minor: 100000 in the mirror, 99999 in the database" in told.out
    assert json.loads(kedun("mirror", "verify", "--json").out)["differences"][0]["expected"] == 99999
    assert "built anew" in kedun("mirror", "rebuild").out
    assert json.loads(kedun("mirror", "rebuild", "--json").out)["format"] == 1
    assert kedun("mirror", "verify").code == 0


def test_a_damaged_mirror_is_said_and_built_anew(kedun: Kedun, tmp_path: Path) -> None:
    kedun("mirror", "verify")
    [file] = (tmp_path / "kedun-data" / "mirror").glob("mirror-*.duckdb")
    file.write_bytes(file.read_bytes()[:-4096])
    assert [row["state"] for row in json.loads(kedun("mirror", "status", "--json").out)["mirrors"]] == ["damaged"]
    assert "damaged, and not used" in kedun("mirror", "status").out
    assert kedun("mirror", "verify").code == 0
    assert "up to date" in kedun("mirror", "status").out
