"""A property: what was known at a batch is what the batches up to it say alone, whatever came after them.

After each random batch the book is assessed by what is believed now: that is a database into which only the batches so
far were played. At the end, the same is asked of the full database as of each batch, on every engine: of the book
engine, which plans a policy for longer than it computes so few customers, on one of the days.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kedun.assessments.assessed import Assessed, line
from kedun.assessments.store import Question, run
from kedun.facts import mirror
from kedun.facts.actions import Delivery, upsert
from kedun.facts.kinds import KINDS
from kedun.facts.merging.actions import merge, part
from kedun.facts.models import Batch, Merge
from kedun.facts.queries import customer_ids, last_batch, supply_at
from kedun.facts.undo.actions import undo
from kedun.kernel.refusals import Conflict
from tests.assessments.engines import ENGINES, shipped_policy
from tests.assessments.random_books import CUSTOMERS, TODAY, corrected, ledger, shared_facts
from tests.case_files import tables

pytestmark = pytest.mark.django_db

DAYS = (TODAY, TODAY - 33)
STEPS = 8
SOURCES = ("erp", "crm")
Rows = dict[str, list[dict[str, Any]]]
Lines = Mapping[str, str]


@dataclass
class House:
    """A database that is written to at random; `told`: what every delivery brought, to come back to."""

    chance: Random
    told: list[tuple[str, Rows]] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def deliver(self, rows: Rows, *, source: str = "", complete: frozenset[str] = frozenset()) -> None:
        chosen = source or self.chance.choice(SOURCES)
        first = self.chance.choice((TODAY - 1_200, TODAY - 300))
        periods = {
            kind: (first, TODAY - self.chance.choice((0, 60, 400)) + 200) for kind in rows if KINDS[kind].event_on
        }
        upsert(tables(rows), delivery=Delivery(chosen, "test", periods=periods, complete=complete))
        self.told.append((chosen, rows))

    def something(self) -> None:
        """Do one of the things that happen to a database of facts."""
        may = ACTS if len(self.told) > 2 else ACTS[:2]
        self.do(self.chance.choice(may) if self.told else first_delivery)

    def do(self, act: "Act") -> None:
        self.done.append(act.__name__)
        act(self)


def first_delivery(house: House) -> None:
    book = ledger(house.chance.randint(0, 10_000))
    house.deliver({**{kind: list(rows) for kind, rows in book.items()}})


def more_facts(house: House) -> None:
    """Other facts under other names, of the same customers: late payments, new bills, the other system's view."""
    book = ledger(house.chance.randint(0, 10_000))
    mark = house.chance.randint(0, 99)
    house.deliver(
        {
            kind: [
                {**row, "external_id": f"{mark}/{row['external_id']}"} for row in rows[:: house.chance.choice((1, 2))]
            ]
            for kind, rows in book.items()
            if kind != "customer"
        }
    )


def correction(house: House) -> None:
    source, rows = house.chance.choice(house.told)
    house.deliver(
        {kind: list(each) for kind, each in corrected(rows, house.chance.randint(0, 99)).items()}, source=source
    )


def retraction(house: House) -> None:
    source, rows = house.chance.choice(house.told)
    gone = {
        kind: [{**row, "is_retracted": True} for row in each if house.chance.random() < 0.3]
        for kind, each in rows.items()
        if kind != "customer"
    }
    house.deliver(gone, source=source)


def told_again(house: House) -> None:
    """The same once more, of some kinds: what was taken back since comes to life again."""
    source, rows = house.chance.choice(house.told)
    house.deliver({kind: each for kind, each in rows.items() if house.chance.random() < 0.5}, source=source)


def complete_file(house: House) -> None:
    source, rows = house.chance.choice(house.told)
    kinds = frozenset(kind for kind in ("invoice", "payment", "ticket") if rows.get(kind))
    house.deliver({kind: rows[kind][::2] for kind in kinds}, source=source, complete=kinds)


def bounce(house: House) -> None:
    source, rows = house.chance.choice(house.told)
    back = [
        {
            **row,
            "external_id": f"B{row['external_id']}",
            "bounce_of": row["external_id"],
            "amount_minor": -abs(row["amount_minor"]),
            "paid_on": row["paid_on"] + house.chance.choice((0, 3, 40)),
        }
        for row in rows.get("payment", ())
        if house.chance.random() < 0.4
    ]
    house.deliver({"payment": back}, source=source)


def rates(house: House) -> None:
    """Rates that come late turn what was unknown into money; another value turns it into other money."""
    shared = {kind: list(rows) for kind, rows in shared_facts().items()}
    shift = house.chance.choice((0, 0, 1_000_000))
    shared["fx_rate"] = [{**row, "rate": row["rate"] + shift} for row in shared["fx_rate"]]
    house.deliver(shared, source="bank")


def terms(house: House) -> None:
    """Due days follow from terms, wherever none is stated."""
    rows: Rows = {
        "customer": [
            {"external_id": each, "name": each, "terms_days": house.chance.choice((None, 15, 60)), "industry": "food"}
            for each in CUSTOMERS
        ]
    }
    house.deliver(rows, source=house.told[0][0])


def undo_of_some(house: House) -> None:
    source, _ = house.chance.choice(house.told)
    batches = list(Batch.objects.filter(source=source, is_undo=False, undone_by=None).values_list("id", flat=True))
    undo(house.chance.sample(batches, min(len(batches), 1)), source=source, actor="test")


def merger(house: House) -> None:
    """Two customers turn out to be one firm, unless one of them is merged, or holds another, already."""
    numbers = list(customer_ids(house.chance.sample(CUSTOMERS, 2)).values())
    with suppress(Conflict):
        merge(numbers[0], into_id=numbers[1], reason="one firm", actor="test")


def parting(house: House) -> None:
    """They do not, after all."""
    found = list(Merge.objects.filter(until_batch=None).order_by("id").values_list("merged_id", flat=True))
    if found:
        part(house.chance.choice(found), reason="two firms", actor="test")


Act = Callable[[House], None]
ACTS: Sequence[Act] = (
    more_facts, correction, retraction, told_again, complete_file, bounce, rates, terms, undo_of_some, merger, parting,
)  # fmt: skip
AROUND_MERGERS: Sequence[Act] = (
    first_delivery, more_facts, merger, told_again, correction, undo_of_some, parting, merger,
)  # fmt: skip


def lines(found: Iterator[Assessed]) -> Lines:
    return {each.code: line(each) for each in found}


def question(day: int, batch: int, *, is_past: bool) -> Question:
    return Question(day, batch if is_past else None, None, supply_at(day, batch))


@pytest.mark.parametrize(
    ("seed", "acts"), [(0, ()), (1, AROUND_MERGERS)], ids=["whatever happens", "customers are merged and parted"]
)
def test_what_was_known_at_a_batch_is_what_the_batches_so_far_say(
    seed: int, acts: Sequence[Act], tmp_path: Path
) -> None:
    house, policy = House(Random(seed)), shipped_policy()  # noqa: S311 - not a secret
    known: dict[tuple[int, int], Lines] = {}
    for step in range(STEPS):
        house.do(acts[step]) if acts else house.something()
        if step == 1:
            mirror.ensure(tmp_path)
        for day in DAYS:
            asked = question(day, last_batch(), is_past=False)
            known[day, last_batch()] = lines(run(policy, asked, engine="postgres"))
    file = mirror.ensure(tmp_path)
    assert mirror.differences(file) == []
    assert (said := mirror.said_of(file)), house.done
    assert said.steps == 1, "it followed all batches since the second step"
    for number, ((day, batch), wanted) in enumerate(known.items()):
        asked = question(day, batch, is_past=True)
        by_book = number % len(DAYS) == number // len(DAYS) % len(DAYS)
        for engine in ENGINES if by_book else (each for each in ENGINES if each != "duckdb"):
            assert lines(run(policy, asked, engine=engine, mirror=file if engine == "duckdb" else None)) == wanted, (
                engine,
                day,
                batch,
                house.done,
            )
    assert len({str(sorted(each.items())) for each in known.values()}) > STEPS // 2, "the batches do change something"
