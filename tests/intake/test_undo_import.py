"""Taking an import back by the API: what was believed before is believed again, to the last digit."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kedun.accounts.models import Audit
from kedun.facts.models import CURRENT, StaleCustomer
from kedun.facts.queries import last_batch
from kedun.facts.undo import actions as undoing
from kedun.intake import jobs
from kedun.intake.models import Import
from kedun.intake.wizard import actions as wizard
from kedun.kernel.clock import FixedClock
from kedun.kernel.days import to_day
from kedun.pipeline.actions import Errand, walk
from kedun.pipeline.starter import load_definitions
from tests.intake.files import HEADINGS, csv_bytes
from tests.intake.wizard import handed_in, imported, ledger, row, taken_back, work
from tests.web.clients import ApiClient, client_of

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 6, 30, 4, tzinfo=UTC)
TODAY = to_day(NOW.date())


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own, and a day that does not pass."""
    monkeypatch.setenv("KEDUN_DATA", str(tmp_path))
    monkeypatch.setenv("KEDUN_NOW", NOW.isoformat())
    return tmp_path


@pytest.fixture
def alice() -> ApiClient:
    return client_of("finance", name="Alice", language="en")


def _digest() -> str:
    return walk(Errand(TODAY, "postgres", FixedClock(NOW), writes=False)).digest


def _ledger(chance: random.Random, *, invoices: int, first: int = 0) -> bytes:
    """A ledger of a few customers with paid, open and overdue invoices."""

    def lines() -> Iterator[list[str]]:
        for number in range(first, first + invoices):
            issued = date(2023, 3, 1) + timedelta(days=chance.randint(0, 480))
            due = issued + timedelta(days=chance.choice([30, 60]))
            settled = due + timedelta(days=chance.randint(-20, 50))
            is_paid = chance.random() < 0.7 and settled < NOW.date()
            amount = f"{chance.randint(1, 90_000)}.{chance.randint(0, 99):02}"
            customer = f"C{chance.randint(1, 12)}"
            yield [customer, f"A-{number}", str(issued), str(due), amount, str(settled) if is_paid else ""]

    return csv_bytes([HEADINGS, *lines()])


CUSTOMERS = [
    ["客户编号", "客户名称", "行业", "地区", "账期天数"],
    *([f"C{n}", f"甲{n}公司", "钢铁", "华东", "45"] for n in range(1, 16)),
]


@pytest.mark.parametrize("seed", range(4))
def test_the_digest_is_that_of_before(alice: ApiClient, seed: int) -> None:
    load_definitions(FixedClock(NOW))
    chance = random.Random(seed)  # noqa: S311 - made-up rows, no secrets
    imported(alice, _ledger(chance, invoices=60))
    before = _digest()
    newest = last_batch()
    changed = imported(alice, _ledger(chance, invoices=90, first=30), is_complete=seed % 2 == 1)
    customers = imported(alice, csv_bytes(CUSTOMERS), "customers.csv", source="crm")
    assert _digest() != before
    order = [changed, customers] if seed < 2 else [customers, changed]
    for number in order:
        told = taken_back(alice, number)
        assert (told["state"], told["undo"]["kept_rows"]) == ("undone", 0)
    assert _digest() == before
    past = walk(Errand(TODAY, "postgres", FixedClock(NOW), known_at=newest, writes=False)).digest
    assert past == before, "and what was believed at that batch is still known"


def test_what_came_of_it_is_told_and_audited(alice: ApiClient) -> None:
    imported(alice, ledger(row(1), row(2)))
    number = imported(alice, ledger(row(1, amount="7"), row(3)))
    told = taken_back(alice, number)
    assert {each["kind"]: (each["retracted"], each["restored"]) for each in told["undo"]["kinds"]} == {
        "invoice": (1, 1)
    }
    assert (told["state"], told["can_undo"], told["state_label"]) == ("undone", False, "undone")
    verbs = list(Audit.objects.filter(subject=f"import:{number}").order_by("id").values_list("verb", flat=True))
    assert verbs == ["intake.import", "intake.request_undo", "intake.undo"]
    assert set(Audit.objects.filter(verb="facts.undo").values_list("actor", flat=True)) == {f"person:{alice.person.pk}"}
    assert StaleCustomer.objects.exists()


def test_rows_that_a_later_import_changed_are_kept_and_named(alice: ApiClient) -> None:
    number = imported(alice, ledger(row(1), row(2)))
    imported(alice, ledger(row(1, amount="7")))
    told = taken_back(alice, number)
    assert told["undo"]["kept_rows"] == 1
    assert told["undo"]["kept"][0] | {"label": ""} == {
        "kind": "invoice", "label": "", "external_id": "invoice:A-1", "customer": "C1",
    }  # fmt: skip
    stored = dict(CURRENT["invoice"]._default_manager.values_list("document_no", "is_retracted"))
    assert stored == {"A-1": False, "A-2": True}


def test_corrected_rows_go_too_and_waiting_ones_are_closed(alice: ApiClient) -> None:
    rows = [row(1), row(2, amount="much"), row(3, amount="more")]
    number = imported(alice, ledger(*rows))
    alice.put(f"/imports/{number}/rejects", {"rows": [{"row": 3, "cells": {"InvoiceAmount": "5"}}]})
    told = taken_back(alice, number)
    assert told["undo"]["closed_rejects"] == 1
    assert set(CURRENT["invoice"]._default_manager.values_list("is_retracted", flat=True)) == {True}
    refused = alice.put(f"/imports/{number}/rejects", {"rows": [{"row": 4, "cells": {"InvoiceAmount": "5"}}]})
    assert (refused.status, refused.json["code"]) == (409, "import_not_done")
    again = imported(alice, ledger(*rows))
    assert [each["row"] for each in alice.get(f"/imports/{again}/rejects").json["items"]] == [3, 4]
    assert dict(CURRENT["invoice"]._default_manager.values_list("document_no", "is_retracted"))["A-1"] is False


def test_asked_twice_it_is_done_once(alice: ApiClient) -> None:
    number = imported(alice, ledger(row(1)))
    taken_back(alice, number)
    newest = last_batch()
    assert taken_back(alice, number)["state"] == "undone"
    assert last_batch() == newest
    assert Audit.objects.filter(verb="intake.undo").count() == 1


def test_only_what_is_done_can_be_taken_back(alice: ApiClient) -> None:
    number = alice.post("/imports", {"file_id": handed_in(alice, ledger(row(1)))}).json["id"]
    told = alice.post(f"/imports/{number}/undo", {})
    assert (told.status, told.json["code"]) == (409, "import_not_done")


class _Cut(Exception):
    """The worker is gone."""


def test_an_undo_that_was_cut_off_is_gone_on_with(alice: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undoing, "ROWS_PER_TRANSACTION", 4)
    rows = [row(number, customer=f"C{number % 5}", settled="2024-02-01") for number in range(20)]
    number = imported(alice, ledger(*rows))
    assert alice.post(f"/imports/{number}/undo", {}).status == 202

    class Short:
        """Progress of a worker that is killed after the second transaction."""

        seen = 0

        def step(self, name: str, *, total: int | None = None) -> None:
            pass

        def advance(self, done: int = 1) -> None:
            self.seen += 1
            if self.seen == 2:
                raise _Cut

    with pytest.raises(_Cut):
        wizard.run_undo(number, actor="person:1", progress=Short())
    found = Import.objects.get(id=number)
    assert (found.state, len(found.undo_cursor)) == ("undoing", 2)
    assert CURRENT["invoice"]._default_manager.filter(is_retracted=True).exists()
    assert CURRENT["invoice"]._default_manager.filter(is_retracted=False).exists()
    assert alice.post(f"/imports/{number}/undo", {}).status == 202, "asked again, it is taken up again"
    jobs.undo_import(work(), import_id=number, actor="person:1")
    told: Any = alice.get(f"/imports/{number}").json
    assert told["state"] == "undone"
    assert {each["kind"]: each["retracted"] for each in told["undo"]["kinds"]} == {
        "customer": 5, "invoice": 20, "payment": 20,
    }  # fmt: skip
    for kind in ("customer", "invoice", "payment"):
        assert set(CURRENT[kind]._default_manager.values_list("is_retracted", flat=True)) == {True}


def test_a_customer_with_more_rows_than_a_transaction_takes(alice: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(undoing, "ROWS_PER_TRANSACTION", 3)
    number = imported(alice, ledger(*(row(each, settled="2024-02-01") for each in range(10))))
    told = taken_back(alice, number)
    counts = {each["kind"]: each["retracted"] for each in told["undo"]["kinds"]}
    assert (counts["invoice"], counts["payment"]) == (10, 10)
    assert list(CURRENT["customer"]._default_manager.values_list("is_retracted", flat=True)) == [True]


def test_another_import_of_the_source_keeps_the_days_that_it_stated(alice: ApiClient) -> None:
    from kedun.facts.queries import supply_at

    first = imported(alice, ledger(row(1)), through="2024-05-31")
    imported(alice, ledger(row(2)), through="2024-05-01")
    taken_back(alice, first)
    assert supply_at(TODAY, last_batch())["invoice"].to_day == to_day(date(2024, 5, 1))
