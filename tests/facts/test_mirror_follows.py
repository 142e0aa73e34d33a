"""A property: after random batches the mirror that follows equals one that is copied anew, row for row; else it is not used."""

import logging
import random
import shutil
from pathlib import Path

import duckdb
import pytest
from django.db import connection

from kedun.facts import mirror
from kedun.facts.actions import Delivery
from kedun.facts.mirror import MirrorNotBuilt, batch_of, differences, ensure, mirrors, rebuild, said_of
from kedun.facts.mirrored.store import mirrored_tables
from kedun.facts.models import Batch
from kedun.facts.undo.actions import undo
from tests.facts.deliveries import Facts, customer, deliver, invoice, payment, rate
from tests.facts.test_mirror import KILLED, in_another_process
from tests.supervisor.conftest import ON_ROOT_ONLY
from tests.supervisor.test_folder import small_disk

STEPS = 14
CUSTOMERS = ("001", "002", "003")


BOOK: Facts = {
    "invoice": [invoice(f"i{number}", owner) for number, owner in enumerate(CUSTOMERS * 2)],
    "payment": [payment(f"a{number}", owner, paid_on=20_020) for number, owner in enumerate(CUSTOMERS)],
}
"""What each customer pays on account goes to another item as soon as an item changes."""


def unlike(one: Path, other: Path) -> list[str]:
    """Name the tables of two mirrors whose rows are not the same."""
    with duckdb.connect() as both:
        both.execute(f"ATTACH '{one}' AS one (READ_ONLY); ATTACH '{other}' AS other (READ_ONLY)")
        return [
            table.name
            for table in mirrored_tables()
            for here, there in (("one", "other"), ("other", "one"))
            if both.execute(f"FROM {here}.{table.name} EXCEPT ALL FROM {there}.{table.name}").fetchone()  # noqa: S608
        ]


def random_batch(dice: random.Random, earlier: list[int]) -> None:
    """Deliver, correct, retract or take something back."""
    owner, number = dice.choice(CUSTOMERS), dice.randrange(6)
    days = {"issue_on": 20_000 + dice.randrange(90), "amount_minor": dice.randrange(1, 300) * 100}
    currency = dice.choice(["CNY", "USD"])
    facts: list[Facts] = [
        {"invoice": [invoice(f"i{number}", owner, currency=currency, **days), invoice(f"i{number + 1}", owner)]},
        {"payment": [payment(f"p{number}", owner, document_no=f"i{number}", amount_minor=dice.choice([50_00, 100_00]))]},
        {"payment": [payment(f"a{number}", owner, paid_on=20_020 + number)]},
        {"payment": [payment(f"b{number}", owner, document_no=f"i{number}", amount_minor=-50_00, paid_on=20_060)]},
        {"customer": [customer(owner, industry=dice.choice(["steel", "paper"]))]},
        {"fx_rate": [rate("USD", 20_000 + dice.randrange(60), 700_000_000 + dice.randrange(10**6))]},
        {"bad_debt": [{"external_id": f"w{number}", "customer": owner, "document_no": f"i{number}", "entry": "write_off",
                       "booked_on": 20_080, "amount_minor": 10_00}]},
    ]  # fmt: skip
    if earlier and dice.random() < 0.2:
        undo([dice.choice(earlier)], source="erp", actor="bob")
        return
    chosen = dice.choice(facts)
    complete = frozenset(chosen) if dice.random() < 0.1 else frozenset[str]()
    delivered = deliver(chosen, Delivery("erp", "alice", complete=complete))
    earlier += delivered.batches


@pytest.mark.django_db
@pytest.mark.parametrize("seed", [1, 2])
def test_a_mirror_that_follows_equals_one_that_is_copied_anew(
    seed: int, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    dice, earlier = random.Random(seed), list[int]()  # noqa: S311
    deliver(BOOK)
    ensure(tmp_path / "follows")
    for step in range(STEPS):
        for _ in range(dice.randrange(1, 3)):
            random_batch(dice, earlier)
        followed = ensure(tmp_path / "follows")
        if step % 3 == 2:
            assert unlike(followed, rebuild(tmp_path / "anew")) == []
    with duckdb.connect(str(followed), read_only=True) as opened:
        ended = len(opened.execute("FROM facts_application_history").fetchall())
    assert ended > 0, "some applications ended"
    assert caplog.records == [], "it never had to be copied anew"
    said = said_of(followed)
    assert said
    assert said.steps >= STEPS // 2


@pytest.mark.django_db
def test_a_mirror_that_would_differ_is_copied_anew(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    deliver({"invoice": [invoice("i1"), invoice("i2")]})
    ensure(tmp_path)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE facts_invoice SET amount_minor = amount_minor + 1")
    deliver({"invoice": [invoice("i3")]})
    with caplog.at_level(logging.WARNING):
        built = ensure(tmp_path)
    assert "Difference(table='facts_invoice', column='amount_minor', found=30000, expected=30002)" in caplog.text
    assert differences(built) == []
    said = said_of(built)
    assert said
    assert said.steps == 0


@pytest.mark.django_db
@pytest.mark.parametrize("harm", ["damaged", "another database's", "another migration's", "too many steps"])
def test_what_no_mirror_can_be_made_of(harm: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deliver({"invoice": [invoice("i1")]})
    before = ensure(tmp_path)
    deliver({"invoice": [invoice("i2")]})
    match harm:
        case "damaged":
            before.write_bytes(b"no database")
        case "another database's":
            Batch.objects.filter(id=1).update(actor="somebody else")
        case "another migration's":
            with connection.cursor() as cursor:
                cursor.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('facts', 'x', now())")
        case _:
            monkeypatch.setattr(mirror, "MOST_STEPS", 0)
    said = said_of(ensure(tmp_path))
    assert said
    assert (said.steps, said.rows["facts_invoice"]) == (0, 2)


@pytest.mark.django_db
@ON_ROOT_ONLY
def test_on_a_full_disk_the_mirror_there_was_stays(tmp_path: Path) -> None:
    deliver({"invoice": [invoice("i1")]})
    with small_disk(tmp_path / "disk", "size=24m") as disk:
        before = ensure(disk)
        (disk / "filler").write_bytes(b"x" * (disk_free(disk) - 300_000))
        deliver({"invoice": [invoice("i2")]})
        with pytest.raises(MirrorNotBuilt) as refused:
            ensure(disk)
        assert refused.value.params["batch"] == 2
        assert batches(disk) == [1]
        assert list(disk.glob("building-*")) == []
        assert said_of(before) is not None
        (disk / "filler").unlink()
        ensure(disk)
        assert batches(disk) == [2, 1]


def batches(folder: Path) -> list[int]:
    return [batch_of(path) for path in mirrors(folder)]


def disk_free(disk: Path) -> int:
    return shutil.disk_usage(disk).free


@pytest.mark.django_db(transaction=True)
def test_a_mirror_killed_while_it_follows_leaves_the_one_there_was(tmp_path: Path) -> None:
    deliver({"invoice": [invoice("i1")]})
    ensure(tmp_path)
    deliver({"invoice": [invoice("i2")]})
    died = in_another_process(KILLED, str(tmp_path))
    assert died.returncode == -9, died.stderr
    assert batches(tmp_path) == [1]
    assert list(tmp_path.glob("building-*")) != []
    said = said_of(ensure(tmp_path))
    assert said
    assert (said.steps, batches(tmp_path)) == (1, [2, 1])
