"""Imports from end to end on a real database: again changes nothing, rejects come back corrected, crashes lose nothing."""

import csv
import io
import os
import random
import signal
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import connection, connections, transaction

from kedun.accounts.models import Audit
from kedun.facts.models import CURRENT, HISTORY, Batch, Supply
from kedun.intake import actions, jobs, originals, queries
from kedun.intake.exports import CorrectedRow, ExportedRow, corrected_rows, exported, table_of
from kedun.intake.limits import DEFAULT_LIMITS
from kedun.intake.models import Import, Reject
from kedun.intake.outcome import Outcome, document_of
from kedun.intake.recognition import Stated
from kedun.intake.refusals import (
    FileTooLarge,
    ImportMissing,
    ImportRunning,
    KindNotRecognised,
    OriginalMissing,
)
from kedun.intake.rejects import sentence
from kedun.intake.request import Request, from_json, to_json, with_currency
from kedun.kernel.days import to_day
from kedun.kernel.progress import Remembered
from tests.intake.files import FIRST, HEADINGS, SECOND, csv_bytes
from tests.intake.wizard import work

pytestmark = pytest.mark.django_db
LEDGER = "ar_invoices_small.csv"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    monkeypatch.setenv("KEDUN_DATA", str(tmp_path / "数据 1"))
    return tmp_path / "数据 1"


def _import(raw: bytes, name: str = "ledger.csv", *, request: Request | None = None, source: str = "files") -> Outcome:
    number = actions.register(raw, file_name=name, request=request or Request(), source=source, actor="alice")
    return actions.run_import(number)


def _ledger(*rows: Sequence[str]) -> bytes:
    return csv_bytes([HEADINGS, *rows])


def _changes(outcome: Outcome) -> dict[str, tuple[int, int, int]]:
    return {kind: (each["added"], each["changed"], each["retracted"]) for kind, each in outcome.kinds.items()}


def _payments(**wanted: object) -> list[tuple[str, int, int, bool]]:
    rows = CURRENT["payment"]._default_manager.filter(**wanted).order_by("external_id")
    return list(rows.values_list("external_id", "paid_on", "amount_minor", "is_retracted"))


def test_the_real_ledger_comes_in_whole_and_only_once(real_data: Path) -> None:
    raw = (real_data / LEDGER).read_bytes()
    first = _import(raw, LEDGER)
    assert (first.kind, first.read, first.rejected) == ("invoice", 1340, 0)
    assert first.date_formats == dict.fromkeys(["InvoiceDate", "DueDate", "SettledDate"], "%m/%d/%Y")
    assert _changes(first) == {"customer": (70, 0, 0), "invoice": (1340, 0, 0), "payment": (1340, 0, 0)}
    again = _import(raw, LEDGER)
    assert _changes(again) == {"customer": (0, 0, 0), "invoice": (0, 0, 0), "payment": (0, 0, 0)}
    assert {kind: each["unchanged"] for kind, each in again.kinds.items()} == {
        "customer": 70,
        "invoice": 1340,
        "payment": 1340,
    }


def _corrupted(raw: bytes) -> tuple[bytes, dict[int, str]]:
    """The ledger with Chinese headings in GB18030, about 3 % of its rows spoilt; and which row lacks what."""
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    rows[0] = [
        "国家",
        "客户编号",
        "无纸化日期",
        "发票号",
        "开票日期",
        "到期日",
        "含税金额",
        "有争议",
        "结清日期",
        "无纸化",
        "天数",
        "逾期",
    ]
    chance = random.Random(7)  # noqa: S311 - the same rows every time
    spoilt: dict[int, str] = {}
    for position in sorted(chance.sample(range(10, len(rows)), 40)):
        code = ("invalid_date", "invalid_amount", "missing_value", "same_key_as_row")[position % 4]
        column, text = {
            "invalid_date": (4, "31/31/2012"), "invalid_amount": (6, "6l.74"), "missing_value": (1, ""),
            "same_key_as_row": (3, rows[2][3]),
        }[code]  # fmt: skip
        rows[position][column] = text
        spoilt[position + 1] = code
    rows.append(rows[1])
    spoilt[len(rows)] = "duplicate_of_row"
    return csv_bytes(rows, encoding="gb18030"), spoilt


def test_a_spoilt_ledger_keeps_every_bad_row_until_it_is_corrected(real_data: Path) -> None:
    raw = (real_data / LEDGER).read_bytes()
    whole = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    damaged, spoilt = _corrupted(raw)
    outcome = _import(damaged)
    assert {each.row: each.problems[0].code for each in outcome.rejects} == spoilt
    assert outcome.kinds["invoice"]["added"] == 1341 - len(spoilt)
    pending = queries.pending_rejects()
    rows = [
        ExportedRow(
            each.import_id, each.row, "; ".join(sentence(problem, "zh") for problem in each.problems), each.cells
        )
        for each in pending
    ]
    number = queries.newest_import_with_rejects()
    assert number is not None
    lines = table_of(rows, headings=queries.headings_of(number), language="zh")
    for line in lines[1:]:
        position = int(line[1]) - 1
        if position < len(whole):
            line[3:] = whole[position]
    raw_back = exported(lines, "xlsx")
    sums = actions.replay(corrected_rows(raw_back, name="back.xlsx", limits=DEFAULT_LIMITS), actor="bob")
    assert sums == {"replayed": 40, "still_rejected": 1, "not_waiting": 0}
    assert [each.code for each in Reject.objects.exclude(state="replayed")] == ["duplicate_of_row"]
    counted = CURRENT["invoice"]._default_manager.filter(is_retracted=False)
    assert counted.count() == 1340
    assert sum(counted.values_list("amount_minor", flat=True)) == sum(round(float(row[6]) * 100) for row in whole[1:])
    again = _import(damaged)
    assert _changes(again)["invoice"] == (0, 0, 0)
    assert Reject.objects.filter(state="open").count() == 1


def test_rejects_of_the_same_file_wait_once() -> None:
    raw = _ledger(FIRST, ["C2", "A-2", "never", "", "1", ""])
    _import(raw)
    _import(raw)
    assert [(each.row, each.state, each.original["InvoiceDate"]) for each in Reject.objects.order_by("id")] == [
        (3, "superseded", "never"),
        (3, "open", "never"),
    ]


def test_a_row_that_a_map_file_makes_right_is_closed() -> None:
    raw = _ledger(
        ["C1", "A-1", "2024-01-10", "", "1", ""],
        ["C2", "A-2", "10|01|2024", "", "1", ""],
        ["C3", "A-3", "2024-01-11", "", "1", ""],
    )
    _import(raw)
    assert Reject.objects.get().row == 3
    _import(raw, request=Request(Stated(date_formats={"InvoiceDate": "%d|%m|%Y"})))
    assert {(each.row, each.state) for each in Reject.objects.all()} == {(3, "superseded"), (2, "open"), (4, "open")}


def test_a_changed_settlement_day_corrects_the_payment_and_an_emptied_one_retracts_it() -> None:
    _import(_ledger(FIRST, SECOND))
    day = to_day(date(2024, 2, 20))
    assert _payments() == [("invoice:A-1:settlement", day, 10_000, False)]
    moved = _import(_ledger([*FIRST[:5], "2024-02-25"], SECOND))
    assert _changes(moved)["payment"] == (0, 1, 0)
    assert _payments() == [("invoice:A-1:settlement", day + 5, 10_000, False)]
    emptied = _import(_ledger([*FIRST[:5], ""], SECOND))
    assert _changes(emptied)["payment"] == (0, 0, 1)
    assert [row[3] for row in _payments()] == [True]
    assert HISTORY["payment"]._default_manager.count() == 2
    assert _changes(_import(_ledger([*FIRST[:5], ""], SECOND))) == {"customer": (0, 0, 0), "invoice": (0, 0, 0)}


def test_a_paid_amount_of_a_stated_day_grows_from_file_to_file() -> None:
    headings = [*HEADINGS[:5], "已付金额"]
    march, april = to_day(date(2024, 3, 31)), to_day(date(2024, 4, 30))
    for paid, day in (("30", march), ("30", april), ("45", april), ("45", april)):
        _import(csv_bytes([headings, [*FIRST[:5], paid]]), request=Request(as_of_day=day))
    assert _payments() == [
        ("invoice:A-1:paid:2024-03-31", march, 3_000, False),
        ("invoice:A-1:paid:2024-04-30", april, 1_500, False),
    ]


def test_paid_amounts_of_files_that_state_keys_grow_as_those_of_others() -> None:
    headings = ["编号", *HEADINGS[:5], "已付金额"]
    march, april = to_day(date(2024, 3, 31)), to_day(date(2024, 4, 30))
    for paid, day in (("30", march), ("45", april)):
        _import(csv_bytes([headings, ["X-1", *FIRST[:5], paid]]), request=Request(as_of_day=day))
    assert [(key, amount) for key, _, amount, _ in _payments()] == [
        ("invoice:X-1:paid:2024-03-31", 3_000),
        ("invoice:X-1:paid:2024-04-30", 1_500),
    ]


def test_what_is_asked_of_the_database_is_about_the_rows_of_the_file() -> None:
    headings = [*HEADINGS[:5], "已付金额"]
    march = Request(as_of_day=to_day(date(2024, 3, 31)))
    _import(csv_bytes([headings, *([f"C{n}", f"A-{n}", *FIRST[2:5], "30"] for n in (1, 2, 11))]), request=march)
    assert dict(queries.known_paid("files", ["invoice:A-1", "invoice:A-9"])) == {
        "invoice:A-1": {march.as_of_day: 3_000}
    }
    left = queries.lacking("invoice", ["invoice:A-1", "invoice:A-2"], source="files", legal_entities=["main"])
    assert left.to_pylist() == [{"external_id": "invoice:A-11", "legal_entity": "main", "customer": "C11"}]
    beside = queries.told_beside("payment", ["invoice:A-1", "invoice:A-2"], source="files")
    assert beside == {"invoice:A-11:paid:2024-03-31": "C11"}


def test_an_invoice_that_turns_into_a_credit_note_is_retracted() -> None:
    _import(_ledger(FIRST))
    outcome = _import(_ledger([*FIRST[:4], "-100.00", ""]))
    assert _changes(outcome)["credit_note"] == (1, 0, 0)
    assert CURRENT["invoice"]._default_manager.values_list("is_retracted", flat=True).get()
    assert [row[3] for row in _payments()] == [True]


def test_a_ledger_does_not_wipe_what_a_customer_file_told() -> None:
    customers = [["客户编号", "客户名称", "行业", "国家"], ["C1", "华东机械", "制造", "中国"]]
    _import(csv_bytes(customers), "customers.csv")
    outcome = _import(_ledger(FIRST, SECOND))
    assert _changes(outcome)["customer"] == (1, 0, 0)
    fewer = _import(
        csv_bytes([["客户编号", "客户名称"], ["C1", "华东机械集团"]]), "客户.csv", request=Request(Stated("customers"))
    )
    assert _changes(fewer)["customer"] == (0, 1, 0)
    found = (
        CURRENT["customer"]._default_manager.filter(external_id="C1").values_list("name", "industry", "country").get()
    )
    assert found == ("华东机械集团", "制造", "中国")


def test_a_complete_file_retracts_what_it_lacks() -> None:
    third = ["C1", "A-3", "2024-01-12", "", "9", "2024-01-20"]
    _import(_ledger(FIRST, SECOND, third))
    outcome = _import(_ledger(FIRST, SECOND), request=Request(is_complete=True))
    assert (_changes(outcome)["invoice"], _changes(outcome)["payment"]) == ((0, 0, 1), (0, 0, 1))
    assert not CURRENT["customer"]._default_manager.filter(is_retracted=True).exists()


def test_a_dry_run_tells_everything_and_writes_nothing(data: Path) -> None:
    outcome = actions.preview(
        _ledger(FIRST, ["", "", "", "", "", ""], ["C", "", "x", "", "", ""]),
        file_name="a.csv",
        request=Request(),
        source="files",
        actor="alice",
    )
    assert (_changes(outcome)["invoice"], outcome.read, outcome.rejected) == ((1, 0, 0), 2, 1)
    assert not Import.objects.exists()
    assert not CURRENT["invoice"]._default_manager.exists()
    assert not data.exists()


def test_the_document_has_the_promised_shape() -> None:
    document = document_of(_import(_ledger(FIRST, ["C2", "A-2", "x", "", "1", ""])), "en")
    assert list(document)[:7] == ["file", "kind", "date_formats", "read", "kinds", "rejected", "rejects"]
    assert document["rejects"] == [
        {
            "row": 3,
            "column": "InvoiceDate",
            "value": "x",
            "code": "invalid_date",
            "reason": "is not a date as this column writes them (such as 2026-01-31)",
        }
    ]


def test_the_original_is_kept_and_the_act_is_recorded(data: Path) -> None:
    raw = _ledger(FIRST)
    outcome = _import(raw)
    sha256 = originals.sha256_of_bytes(raw)
    assert originals.path_of(data, sha256).read_bytes() == raw
    assert originals.keep(data, raw) == sha256
    assert [path.name for path in originals.path_of(data, sha256).parent.iterdir()] == [sha256]
    assert Audit.objects.get(verb="intake.import").subject == f"import:{outcome.import_id}"
    found = Import.objects.get()
    assert (found.state, found.kind, found.size) == ("done", "invoice", len(raw))
    assert Supply.objects.filter(kind="payment", source="files").exists()
    assert str(found) == f"{found.id} ledger.csv (done)"


def test_an_import_that_is_done_only_tells_its_outcome_again() -> None:
    outcome = _import(_ledger(FIRST, ["C2", "A-2", "x", "", "1", ""]))
    assert outcome.import_id is not None
    again = actions.run_import(outcome.import_id)
    assert document_of(again, "zh") == document_of(outcome, "zh")


def test_a_refused_file_is_noted_with_its_reason() -> None:
    with pytest.raises(KindNotRecognised):
        _import(b"foo,bar\n1,2\n")
    found = Import.objects.get()
    assert found.state == "refused"
    assert found.result is not None
    assert found.result["code"] == "kind_not_recognised"


def test_what_is_too_large_or_missing_is_refused(monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    with pytest.raises(ImportMissing):
        actions.run_import(99)
    monkeypatch.setenv("KEDUN_IMPORT_MAX_MIB", "0")
    with pytest.raises(FileTooLarge):
        _import(_ledger(FIRST))
    monkeypatch.delenv("KEDUN_IMPORT_MAX_MIB")
    number = actions.register(_ledger(FIRST), file_name="a.csv", request=Request(), source="files", actor="alice")
    originals.path_of(data, Import.objects.get().sha256).write_bytes(b"other")
    with pytest.raises(OriginalMissing):
        actions.run_import(number)
    assert not originals.path_of(data, Import.objects.get().sha256).exists()
    with pytest.raises(OriginalMissing):
        originals.read(data, Import.objects.get().sha256)


def test_the_same_file_handed_in_while_it_waits_is_one_import() -> None:
    request = with_currency(Request(Stated("invoice", {"a": "name"}, {"b": "%Y"}), "s", 1, 2, is_complete=True), "usd")
    numbers = {
        actions.register(b"x", file_name="a.csv", request=request, source="files", actor="alice") for _ in range(2)
    }
    assert len(numbers) == 1
    assert from_json(to_json(request)) == request


def test_corrections_one_by_one() -> None:
    raw = _ledger(FIRST, ["C2", "A-2", "x", "", "1", ""], ["C3", "A-3"], [*FIRST[:4], "7", ""])
    number = _import(raw).import_id
    assert number is not None
    still = actions.replay([CorrectedRow(number, 3, {"InvoiceDate": "y"}), CorrectedRow(number, 77, {})], actor="bob")
    assert still == {"replayed": 0, "still_rejected": 1, "not_waiting": 1}
    assert [(each.row, each.problems[0].value) for each in queries.pending_rejects()][0] == (3, "y")
    right = {"InvoiceDate": "2024-01-31", "InvoiceAmount": "2"}
    done = actions.replay(
        [
            CorrectedRow(number, 3, right),
            CorrectedRow(number, 4, {"InvoiceDate": "2024-01-31", "InvoiceAmount": "3"}),
            CorrectedRow(number, 5, {}),
        ],
        actor="bob",
    )
    assert done == {"replayed": 2, "still_rejected": 1, "not_waiting": 0}
    amounts = dict(CURRENT["invoice"]._default_manager.values_list("document_no", "amount_minor"))
    assert amounts == {"A-1": 10_000, "A-2": 200, "A-3": 300}
    assert [each.row for each in queries.pending_rejects()] == [5]
    assert actions.dismiss(number, [5], actor="bob") == 1
    assert actions.dismiss(number, [5], actor="bob") == 0
    assert queries.pending_rejects() == ()
    assert Audit.objects.filter(subject=f"import:{number}").count() == 4


class Stopped(Exception):
    """The process ends here."""


def _many(rows: int) -> bytes:
    return _ledger(
        *([f"C{n}", f"A-{n}", "2024-01-10", "", str(n + 1), "2024-02-01" if n % 2 else ""] for n in range(rows)),
        ["C", "B", "x", "", "1", ""],
    )


def test_an_import_cut_off_in_the_middle_goes_on_where_it_stopped() -> None:
    class Cut(Remembered):
        def advance(self, done: int = 1) -> None:
            if self.steps[-1][0] == "facts":
                raise Stopped

    number = actions.register(_many(2_500), file_name="a.csv", request=Request(), source="files", actor="alice")
    with pytest.raises(Stopped):
        actions.run_import(number, progress=Cut())
    found = Import.objects.get()
    assert (found.state, len(found.cursor), Reject.objects.count()) == ("running", 1, 0)
    outcome = actions.run_import(number)
    assert _changes(outcome) == {"customer": (2_500, 0, 0), "invoice": (2_500, 0, 0), "payment": (1_250, 0, 0)}
    assert (outcome.rejected, Reject.objects.count()) == (1, 1)
    assert not HISTORY["invoice"]._default_manager.exists()


def test_the_job_does_an_import_and_does_not_repeat_a_refused_one() -> None:
    good = actions.register(_ledger(FIRST), file_name="a.csv", request=Request(), source="files", actor="alice")
    bad = actions.register(b"foo,bar\n1,2\n", file_name="a.csv", request=Request(), source="files", actor="alice")
    for number in (good, bad):
        jobs.run_import(work(), import_id=number)
    assert list(Import.objects.order_by("id").values_list("state", flat=True)) == ["done", "refused"]
    assert jobs.run_import.queue == "batch"


KILLED = """
import os, signal, sys
import django
django.setup()
from kedun.intake import actions
class Killed:
    left = int(sys.argv[2])
    def step(self, name, *, total=None): pass
    def advance(self, done=1):
        Killed.left -= 1
        if Killed.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
actions.run_import(int(sys.argv[1]), progress=Killed())
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_kill_9_at_any_point_loses_and_doubles_nothing() -> None:
    number = actions.register(_many(4_000), file_name="a.csv", request=Request(), source="files", actor="alice")
    name = connection.settings_dict
    url = f"postgresql://{name['USER']}:{name['PASSWORD']}@/{name['NAME']}?host={name['HOST']}&port={name['PORT']}"
    environment = {
        **os.environ,
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "kedun.web.settings",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    for step in (1, 2, 4):
        ended = subprocess.run([sys.executable, "-c", KILLED, str(number), str(step)], env=environment, check=False)
        assert ended.returncode in (-signal.SIGKILL, 0)
    outcome = actions.run_import(number)
    assert _changes(outcome) == {"customer": (4_000, 0, 0), "invoice": (4_000, 0, 0), "payment": (2_000, 0, 0)}
    assert (CURRENT["invoice"]._default_manager.count(), Reject.objects.count()) == (4_000, 1)


@pytest.mark.django_db(transaction=True)
def test_two_processes_do_not_work_on_one_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "LOCK_WAIT", "50ms")
    number = actions.register(_ledger(FIRST), file_name="a.csv", request=Request(), source="files", actor="alice")
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s, %s)", [0x494D5054, number])
        with pytest.raises(ImportRunning):
            actions.run_import(number)
        with pytest.raises(ImportRunning):
            jobs.run_import(work(), import_id=number)
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock_all()")
    finally:
        other.close()
    assert actions.run_import(number).rejected == 0


def _until_somebody_waits_for_a_lock() -> None:
    with connection.cursor() as cursor:
        for _ in range(600):
            cursor.execute("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted), pg_sleep(0.05)")
            if cursor.fetchone()[0]:
                return
    pytest.fail("nobody waited for a lock")


@pytest.mark.django_db(transaction=True)
def test_two_people_who_correct_rows_of_one_import_at_once_both_go_with_it() -> None:
    raw = _ledger(FIRST, ["C2", "A-2", "x", "", "2", ""], ["C3", "A-3", "y", "", "3", ""])
    number = _import(raw).import_id
    assert number is not None

    def corrected_by_bob(row: int) -> None:
        try:
            actions.replay([CorrectedRow(number, row, {"InvoiceDate": "2024-01-31"})], actor="bob")
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        with transaction.atomic():
            actions.replay([CorrectedRow(number, 3, {"InvoiceDate": "2024-01-31"})], actor="alice")
            bob = other.submit(corrected_by_bob, 4)
            _until_somebody_waits_for_a_lock()
        bob.result()
    noted = Batch.objects.filter(id__in=Import.objects.get().cursor)
    assert sorted(noted.values_list("actor", flat=True)) == ["alice", "alice", "bob"]


def test_another_sources_customers_are_left_to_it() -> None:
    _import(csv_bytes([["客户编号", "客户名称"], ["C1", "华东机械"]]), "customers.csv", source="crm")
    outcome = _import(_ledger(FIRST, SECOND))
    assert _changes(outcome)["customer"] == (1, 0, 0)
    assert CURRENT["customer"]._default_manager.count() == 2
    assert replace(outcome, import_id=None).import_id is None
