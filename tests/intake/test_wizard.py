"""Importing files by the API: hand in, look, choose, start, watch, correct."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kedun.accounts.models import AccessLog, Audit
from kedun.facts.models import CURRENT, Batch
from kedun.intake import jobs
from kedun.intake.models import Import, ImportProgress, Upload
from kedun.intake.wizard import actions, pace, queries
from kedun.intake.wizard.store import Watched
from tests.intake.files import HEADINGS, csv_bytes, xlsx_bytes
from tests.intake.wizard import hand_in, handed_in, imported, ledger, previewed, row, work, workbook_of
from tests.web.clients import ApiClient, client_of, key_client

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    monkeypatch.setenv("KEDUN_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def alice() -> ApiClient:
    return client_of("finance", name="Alice", language="en")


def _kinds(shown: list[dict[str, Any]]) -> dict[str, tuple[int, int, int, int]]:
    return {each["kind"]: (each["added"], each["changed"], each["unchanged"], each["retracted"]) for each in shown}


# Hand in.


def test_a_workbook_is_handed_in_with_its_sheets(alice: ApiClient) -> None:
    told = hand_in(alice, xlsx_bytes([HEADINGS, row(1)], before=["cover"]), "C:\\files\\ledger.xlsx")
    assert told.status == 201
    assert (told.json["name"], told.json["sheets"]) == ("ledger.xlsx", ["cover", "data"])


def test_the_same_file_again_is_the_same_upload(alice: ApiClient, data: Path) -> None:
    first, second = handed_in(alice, ledger(row(1))), handed_in(alice, ledger(row(1)))
    assert first == second
    assert Upload.objects.count() == 1
    assert len(list((data / "originals").rglob("*"))) == 2, "one folder with one file, named by its hash"
    assert list(Audit.objects.values_list("verb", flat=True)).count("intake.upload") == 1


def test_an_upload_of_somebody_else_is_not_there(alice: ApiClient) -> None:
    file_id = handed_in(alice, ledger(row(1)))
    bob = client_of("finance", language="en")
    for path in ("/imports/preview", "/imports"):
        told = bob.post(path, {"file_id": file_id})
        assert (told.status, told.json["code"]) == (404, "upload_missing")


@pytest.mark.parametrize("role", ["sales", "sales_manager", "production", "auditor", "outside_expert"])
def test_some_roles_import_nothing(role: Any) -> None:
    assert hand_in(client_of(role), ledger(row(1))).status == 403


def test_a_key_for_some_teams_imports_nothing() -> None:
    from kedun.accounts.models import Team
    from tests.web.clients import person_of

    team = Team.objects.create(name="north", lead=person_of("sales_manager"))
    told = hand_in(key_client("writer", scope="teams", teams=(team,)), ledger(row(1)))
    assert (told.status, told.json["code"]) == (403, "scope_may_not_import")


def test_files_that_nobody_imported_are_dropped_after_a_month(
    alice: ApiClient, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    then = datetime(2024, 5, 1, tzinfo=UTC)
    monkeypatch.setenv("KEDUN_NOW", then.isoformat())
    handed_in(alice, ledger(row(1)))
    number = imported(alice, ledger(row(2)))
    monkeypatch.setenv("KEDUN_NOW", (then + timedelta(days=29)).isoformat())
    handed_in(alice, ledger(row(3)))
    monkeypatch.setenv("KEDUN_NOW", (then + timedelta(days=31)).isoformat())
    jobs.drop_old_uploads(timestamp=0)
    assert Upload.objects.count() == 1
    assert len([each for each in (data / "originals").rglob("*") if each.is_file()]) == 2
    assert alice.get(f"/imports/{number}/original").content == ledger(row(2))


def test_of_very_many_files_the_oldest_give_way(alice: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_UPLOADS", 3)
    for each in range(5):
        handed_in(alice, ledger(row(each)), f"{each}.csv")
    assert sorted(Upload.objects.values_list("file_name", flat=True)) == ["2.csv", "3.csv", "4.csv"]


# Look.


def test_a_preview_tells_what_each_column_is_and_what_would_be_stored_and_stores_nothing(alice: ApiClient) -> None:
    told = previewed(alice, ledger(row(1, settled="2024-02-01"), row(2, amount="much")))
    assert (told["state"], told["kind"], told["kind_label"], told["questions"]) == ("ready", "invoice", "Invoice", [])
    columns = {each["heading"]: each for each in told["columns"]}
    assert columns["InvoiceAmount"]["target"] == "amount_minor"
    assert columns["InvoiceAmount"]["samples"] == ["100.00", "much"]
    assert columns["DueDate"]["date_format"] == "%Y-%m-%d"
    assert columns["DueDate"]["label"] == "Due date"
    assert _kinds(told["kinds"]) == {"customer": (1, 0, 0, 0), "invoice": (1, 0, 0, 0), "payment": (1, 0, 0, 0)}
    assert [(each["row"], each["problems"][0]["message"]) for each in told["rejects"]] == [(3, "is not an amount")]
    assert told["rows"][0] == {"row": 2, "cells": row(1, settled="2024-02-01")}
    assert (CURRENT["invoice"]._default_manager.count(), Batch.objects.count(), Import.objects.count()) == (0, 0, 0)


def test_of_a_long_file_the_first_rows_are_looked_at_and_that_is_said(
    alice: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries, "SAMPLE_ROWS", 3)
    whole = ledger(row(1), row(2), row(3, amount="much"))
    assert (previewed(alice, whole)["is_sample"], previewed(alice, whole)["read"]) == (False, 3)
    imported(alice, ledger(row(8), row(9)))
    for long, name in ((ledger(row(1), row(2), row(3), row(4)), "a.csv"),
                       (xlsx_bytes([HEADINGS, row(1), row(2), row(3), row(4)]), "a.xlsx")):  # fmt: skip
        told = previewed(alice, long, name, is_complete=True)
        assert (told["is_sample"], told["read"], told["state"]) == (True, 3, "ready")
        assert _kinds(told["kinds"])["invoice"] == (3, 0, 0, 0), "nothing is said of what it lacks"
    number = imported(alice, long, name)
    assert alice.get(f"/imports/{number}").json["read"] == 4


def test_one_large_file_is_read_at_a_time_and_small_ones_do_not_wait(
    alice: ApiClient, wrong: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    file_id = handed_in(alice, ledger(row(1)))
    correction = {"rows": [{"row": 3, "cells": {"InvoiceAmount": "12"}}]}
    with pace.one_at_a_time(pace.LARGE_BYTES):
        assert alice.post("/imports/preview", {"file_id": file_id}).status == 200
        monkeypatch.setattr(pace, "LARGE_BYTES", 1)
        for told in (
            alice.post("/imports/preview", {"file_id": file_id}),
            alice.put(f"/imports/{wrong}/rejects", correction),
        ):
            assert (told.status, told.json["code"]) == (503, "another_file_is_read")
            assert int(told.headers["Retry-After"]) > 0
    assert alice.post("/imports/preview", {"file_id": file_id}).status == 200
    assert alice.put(f"/imports/{wrong}/rejects", correction).json["replayed"] == 1


def test_a_preview_speaks_the_language_of_whoever_looks(alice: ApiClient) -> None:
    zh = client_of("finance", language="zh")
    told = previewed(zh, ledger(row(1)))
    assert told["kind_label"] == "发票"
    assert told["notes"][0]["message"] == "文件没有写明币种，按记账本位币 CNY 计"


def test_a_preview_is_right_about_what_the_import_then_does(alice: ApiClient) -> None:
    imported(alice, ledger(row(1), row(2), row(3, settled="2024-02-01")))
    again = ledger(row(1), row(2, amount="7"), row(4, customer="C9"))
    expected = _kinds(previewed(alice, again, is_complete=True)["kinds"])
    number = imported(alice, again, is_complete=True)
    assert _kinds(alice.get(f"/imports/{number}").json["kinds"]) == expected
    assert expected["invoice"] == (1, 1, 1, 1)
    assert expected["payment"][3] == 1


@pytest.mark.parametrize("seed", range(3))
def test_a_preview_of_any_ledger_is_right(alice: ApiClient, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - made-up rows, no secrets
    for _ in range(3):
        rows = [
            row(chance.randint(1, 30), customer=f"C{chance.randint(1, 9)}", amount=f"{chance.randint(-9, 99)}",
                settled=chance.choice(["", "2024-02-01", "2024-03-01"]))
            for _ in range(25)
        ]  # fmt: skip
        form: dict[str, Any] = {"is_complete": chance.random() < 0.3}
        expected = _kinds(previewed(alice, ledger(*rows), **form)["kinds"])
        assert _kinds(alice.get(f"/imports/{imported(alice, ledger(*rows), **form)}").json["kinds"]) == expected


DAYS = [["customerID", "invoiceNumber", "InvoiceDate", "InvoiceAmount"], ["C1", "A-1", "03/04/2024", "1"]]


def test_days_that_can_be_read_in_two_ways_are_a_question_with_what_each_would_mean(alice: ApiClient) -> None:
    told = previewed(alice, csv_bytes(DAYS))
    assert told["state"] == "choose"
    (question,) = told["questions"]
    assert (question["code"], question["about"]) == ("dates_ambiguous", "InvoiceDate")
    assert {each["value"]: each["example"] for each in question["choices"]} == {
        "%m/%d/%Y": "03/04/2024 → 2024-03-04",
        "%d/%m/%Y": "03/04/2024 → 2024-04-03",
    }
    assert _kinds(told["kinds"])["invoice"] == (1, 0, 0, 0), "it goes on with the first choice meanwhile"
    answered = previewed(alice, csv_bytes(DAYS), date_formats={"InvoiceDate": "%d/%m/%Y"})
    assert (answered["state"], answered["questions"]) == ("ready", [])


def test_columns_that_compete_are_a_question(alice: ApiClient) -> None:
    rows = [["客户编号", "发票号", "开票日期", "开票金额", "价税合计"], ["C1", "A-1", "2024-01-01", "100", "113"]]
    told = previewed(alice, csv_bytes(rows))
    (question,) = told["questions"]
    assert (told["state"], question["code"], question["about"]) == ("choose", "headings_compete", "amount_minor")
    assert [(each["value"], each["example"]) for each in question["choices"]] == [
        ("开票金额", "100"),
        ("价税合计", "113"),
    ]
    answered = previewed(alice, csv_bytes(rows), columns={"价税合计": "amount_minor", "开票金额": ""})
    assert answered["state"] == "ready"
    assert {each["heading"]: each["target"] for each in answered["columns"]}["价税合计"] == "amount_minor"


def test_a_heading_that_stands_twice_is_a_question(alice: ApiClient) -> None:
    rows = [[*HEADINGS, "InvoiceAmount"], [*row(1), "7.00"]]
    told = previewed(alice, csv_bytes(rows))
    (question,) = told["questions"]
    assert (question["code"], question["about"]) == ("heading_repeated", "amount_minor")
    first, second = (each["value"] for each in question["choices"])
    answered = previewed(alice, csv_bytes(rows), columns={second: "amount_minor", first: ""})
    assert (answered["state"], answered["questions"]) == ("ready", [])


def test_a_file_that_nobody_understands_asks_for_its_kind(alice: ApiClient) -> None:
    rows = [["gadget", "colour"], ["a", "red"]]
    told = previewed(alice, csv_bytes(rows))
    assert (told["state"], told["kind"], told["kinds"]) == ("unknown", None, None)
    (question,) = told["questions"]
    assert question["code"] == "kind_not_recognised"
    assert {"invoice", "customer"} <= {each["value"] for each in question["choices"]}
    chosen = previewed(alice, csv_bytes(rows), kind="customer")
    assert (chosen["state"], [each["target"] for each in chosen["missing"]]) == ("choose", ["name"])
    assert [each["value"] for each in chosen["questions"][0]["choices"]] == ["gadget", "colour"]
    answered = previewed(alice, csv_bytes(rows), kind="customer", columns={"gadget": "name"})
    assert _kinds(answered["kinds"]) == {"customer": (1, 0, 0, 0)}


def test_what_was_paid_without_a_day_is_a_question(alice: ApiClient) -> None:
    rows = [["客户编号", "发票号", "开票日期", "含税金额", "已付金额"], ["C1", "A-1", "2024-01-01", "100", "40"]]
    told = previewed(alice, csv_bytes(rows))
    (question,) = told["questions"]
    assert (question["code"], [each["value"] for each in question["choices"]]) == (
        "paid_without_day",
        ["as_of_day", "ignore"],
    )
    answered = previewed(alice, csv_bytes(rows), as_of_day="2024-02-01")
    assert _kinds(answered["kinds"])["payment"] == (1, 0, 0, 0)


def test_what_somebody_states_wrongly_is_refused(alice: ApiClient) -> None:
    file_id = handed_in(alice, ledger(row(1)))
    for form, code in (
        ({"kind": "novels"}, "kind_unknown"),
        ({"columns": {"nothing": "name"}}, "heading_unknown"),
        ({"columns": {"DueDate": "moonphase"}}, "field_unknown"),
        ({"date_formats": {"DueDate": "%H"}}, "date_format_invalid"),
        ({"constants": {"currency": "gold"}}, "currency_unknown"),
        ({"colour": "red"}, "bad_fields"),
        ({"is_complete": "yes"}, "bad_fields"),
    ):
        told = alice.post("/imports/preview", {"file_id": file_id, **form})
        assert (told.status, told.json["code"]) == (422, code)


# What was said is remembered.


def test_what_was_said_of_headings_is_remembered_once_it_worked_and_applied_again(alice: ApiClient) -> None:
    columns = {"gadget": "name", "colour": "industry"}
    first = csv_bytes([["gadget", "colour"], ["a", "red"]])
    assert previewed(alice, first)["remembered"] is None
    imported(alice, first, kind="customer", columns=columns)
    (kept,) = alice.get("/import-mappings").json["items"]
    assert (kept["kind"], kept["columns"], kept["name"]) == ("customer", columns, "ledger.csv")
    other = csv_bytes([["Colour", "GADGET"], ["blue", "b"]])
    told = previewed(client_of("finance"), other)
    assert (told["state"], told["is_remembered_applied"], told["remembered"]["id"]) == ("ready", True, kept["id"])
    assert {each["heading"]: each["target"] for each in told["columns"]} == {"GADGET": "name", "Colour": "industry"}
    imported(alice, other)
    assert set(CURRENT["customer"]._default_manager.values_list("name", "industry")) == {("a", "red"), ("b", "blue")}


def test_what_is_stated_now_counts_more_than_what_is_remembered(alice: ApiClient) -> None:
    told = alice.put(
        "/import-mappings",
        {"name": "x", "headings": ["gadget", "colour"], "kind": "customer", "columns": {"gadget": "name"}},
    )
    assert told.status == 200
    raw = csv_bytes([["gadget", "colour"], ["a", "red"]])
    assert previewed(alice, raw, use_remembered=False)["state"] == "unknown"
    changed = previewed(alice, raw, columns={"colour": "name"})
    assert {each["heading"]: each["target"] for each in changed["columns"]} == {"gadget": None, "colour": "name"}


def test_of_very_many_mappings_the_oldest_give_way(alice: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_MAPPINGS", 2)
    for each in ("a", "b", "c"):
        alice.put("/import-mappings", {"name": each, "headings": [each], "kind": "customer", "columns": {each: "name"}})
    assert [each["name"] for each in alice.get("/import-mappings").json["items"]] == ["c", "b"]


def test_a_mapping_can_be_forgotten(alice: ApiClient) -> None:
    form = {"name": "x", "headings": ["gadget"], "kind": "customer", "columns": {"gadget": "name"}}
    number = alice.put("/import-mappings", form).json["id"]
    assert alice.put("/import-mappings", form).json["id"] == number
    assert alice.delete(f"/import-mappings/{number}").status == 204
    assert alice.delete(f"/import-mappings/{number}").json["code"] == "mapping_missing"


# Start and watch.


def test_an_import_is_done_by_a_worker_and_tells_what_came_of_it(alice: ApiClient) -> None:
    raw = ledger(row(1), row(2, amount="much"))
    started = alice.post("/imports", {"file_id": handed_in(alice, raw)})
    number = started.json["id"]
    assert (started.status, started.json["state"]) == (202, "waiting")
    jobs.run_import(work(), import_id=number)
    told = alice.get(f"/imports/{number}").json
    assert (told["state"], told["rejected"], told["open_rejects"], told["can_undo"]) == ("done", 1, 1, True)
    assert told["by"]["name"] == "Alice"
    assert [each["heading"] for each in told["result"]["columns"]] == HEADINGS
    assert _kinds(told["result"]["kinds"])["invoice"] == (1, 0, 0, 0)
    assert told["progress"] is None


def test_started_twice_it_is_one_import(alice: ApiClient) -> None:
    form = {"file_id": handed_in(alice, ledger(row(1)))}
    assert alice.post("/imports", form).json["id"] == alice.post("/imports", form).json["id"]


def test_a_file_that_is_refused_says_why_for_a_screen(alice: ApiClient) -> None:
    number = alice.post("/imports", {"file_id": handed_in(alice, csv_bytes(DAYS))}).json["id"]
    jobs.run_import(work(), import_id=number)
    told = alice.get(f"/imports/{number}").json
    assert (told["state"], told["refusal"]["code"]) == ("refused", "dates_ambiguous")
    assert "--" not in told["refusal"]["message"]
    assert "03/04/2024" in told["refusal"]["message"]


@pytest.mark.parametrize(
    ("rows", "zh"),
    [
        pytest.param([["gadget"], ["a"]], "从表头看不出文件内容的种类。最接近：", id="nothing known"),
        pytest.param([["gadget", "colour"], ["a", "b"]], "从表头看不出", id="no kind"),
        pytest.param(
            [["客户编号", "发票号", "开票日期", "开票金额", "价税合计"], ["C1", "A-1", "2024-01-01", "1", "2"]],
            "有多列都可能是“含税金额 (amount_minor)”：开票金额, 价税合计",
            id="columns that compete",
        ),
        pytest.param([["客户编号", "发票号"]], "文件只有表头，没有数据行。", id="no rows"),
    ],
)
def test_a_refusal_is_said_in_the_language_of_whoever_looks(alice: ApiClient, rows: list[list[str]], zh: str) -> None:
    number = alice.post("/imports", {"file_id": handed_in(alice, csv_bytes(rows))}).json["id"]
    jobs.run_import(work(), import_id=number)
    told = alice.get(f"/imports/{number}", lang="zh").json["refusal"]["message"]
    assert told.startswith(zh)
    assert alice.get(f"/imports/{number}").json["refusal"]["message"] != told


def test_a_currency_that_is_stated_holds_for_all_amounts(alice: ApiClient) -> None:
    told = previewed(alice, ledger(row(1)), constants={"currency": "usd"})
    assert (told["constants"], told["notes"]) == ({"currency": "USD"}, [])


def test_progress_is_seen_while_it_runs_with_the_time_that_is_left(
    alice: ApiClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = alice.post("/imports", {"file_id": handed_in(alice, ledger(row(1)))}).json["id"]
    Import.objects.filter(id=number).update(state="running")
    start = datetime(2024, 5, 1, tzinfo=UTC)
    watched = Watched(number)
    monkeypatch.setenv("KEDUN_NOW", start.isoformat())
    watched.step("facts", total=400)
    watched.advance(50)
    assert _progress(alice, number)["done"] == 0, "written only twice a second"
    monkeypatch.setenv("KEDUN_NOW", (start + timedelta(seconds=10)).isoformat())
    watched.advance(50)
    told = _progress(alice, number)
    assert told == {"step": "facts", "label": "Storing the rows", "done": 100, "total": 400, "seconds_left": 30}
    jobs.run_import(work(), import_id=number)
    assert ImportProgress.objects.count() == 0


def _progress(client: ApiClient, number: int) -> Any:
    return client.get(f"/imports/{number}").json["progress"]


def test_imports_are_listed_page_by_page(alice: ApiClient) -> None:
    numbers = [imported(alice, ledger(row(each))) for each in range(3)]
    first = alice.get("/imports", limit=2).json
    assert ([each["id"] for each in first["items"]], first["total"]) == ([numbers[2], numbers[1]], 3)
    rest = alice.get("/imports", limit=2, cursor=first["next_cursor"]).json
    assert ([each["id"] for each in rest["items"]], rest["next_cursor"]) == ([numbers[0]], None)
    assert alice.get("/imports", state="refused").json["items"] == []
    assert alice.get("/imports", cursor=first["next_cursor"], state="done").json["code"] == "bad_cursor"


def test_an_import_that_is_not_there_is_not_found(alice: ApiClient) -> None:
    for path in ("", "/rejects", "/rejects/export", "/original"):
        assert alice.get(f"/imports/999{path}").json["code"] == "import_missing"
    assert alice.post("/imports/999/undo", {}).json["code"] == "import_missing"
    assert alice.put("/imports/999/rejects", {"rows": [{"row": 2, "cells": {}}]}).json["code"] == "import_missing"
    assert alice.post("/imports/999/rejects/dismiss", {"rows": None}).json["code"] == "import_missing"


def test_the_original_comes_back_as_it_was_and_that_is_logged(alice: ApiClient) -> None:
    raw = ledger(row(1))
    number = imported(alice, raw, "账.csv")
    told = alice.get(f"/imports/{number}/original")
    assert told.content == raw
    assert told.headers["Content-Disposition"] == "attachment; filename*=UTF-8''%E8%B4%A6.csv"
    assert told.headers["X-Content-Type-Options"] == "nosniff"
    assert AccessLog.objects.filter(what="import_original", subject=f"import:{number}").count() == 1


# Rejected rows.


@pytest.fixture
def wrong(alice: ApiClient) -> int:
    rows = [row(1), row(2, amount="much"), row(3, amount="=1+1"), row(4, amount="more")]
    return imported(alice, ledger(*rows))


def test_rejected_rows_are_listed_in_the_order_of_the_file(alice: ApiClient, wrong: int) -> None:
    first = alice.get(f"/imports/{wrong}/rejects", limit=2).json
    assert ([each["row"] for each in first["items"]], first["total"], first["headings"]) == ([3, 4], 3, HEADINGS)
    rest = alice.get(f"/imports/{wrong}/rejects", limit=2, cursor=first["next_cursor"]).json
    assert [each["row"] for each in rest["items"]] == [5]
    assert first["items"][0]["cells"]["InvoiceAmount"] == "much"


def test_rows_are_corrected_in_place_and_those_still_wrong_stay(alice: ApiClient, wrong: int) -> None:
    told = alice.put(
        f"/imports/{wrong}/rejects",
        {"rows": [{"row": 3, "cells": {"InvoiceAmount": "12"}}, {"row": 4, "cells": {"InvoiceAmount": "worse"}}]},
    ).json
    assert (told["replayed"], told["still_rejected"], told["not_waiting"], told["open_rejects"]) == (1, 1, 0, 2)
    assert [(each["row"], each["problems"][0]["value"]) for each in told["rejects"]] == [(4, "worse")]
    stored = CURRENT["invoice"]._default_manager.filter(document_no="A-2").values_list("amount_minor", flat=True)
    assert list(stored) == [12_00]
    again = alice.put(f"/imports/{wrong}/rejects", {"rows": [{"row": 3, "cells": {"InvoiceAmount": "13"}}]}).json
    assert (again["replayed"], again["not_waiting"]) == (0, 1)


def test_a_column_that_the_row_does_not_have_is_refused(alice: ApiClient, wrong: int) -> None:
    told = alice.put(f"/imports/{wrong}/rejects", {"rows": [{"row": 3, "cells": {"Colour": "red"}}]})
    assert (told.status, told.json["code"]) == (422, "row_not_readable")


def test_rows_are_dismissed_some_or_all(alice: ApiClient, wrong: int) -> None:
    assert alice.post(f"/imports/{wrong}/rejects/dismiss", {"rows": [3, 99]}).json["dismissed"] == 1
    assert alice.post(f"/imports/{wrong}/rejects/dismiss", {"rows": None}).json["dismissed"] == 2
    assert alice.get(f"/imports/{wrong}/rejects").json["items"] == []
    assert len(alice.get(f"/imports/{wrong}/rejects", state="all").json["items"]) == 3


def test_rows_are_exported_safely_corrected_in_the_workbook_and_uploaded(alice: ApiClient, wrong: int) -> None:
    told = alice.get(f"/imports/{wrong}/rejects/export")
    lines = workbook_of(told.content)
    assert lines[0] == ["Import", "Row", "Reason", *HEADINGS]
    assert lines[2][HEADINGS.index("InvoiceAmount") + 3] == "'=1+1", "no spreadsheet program runs it"
    assert AccessLog.objects.get(what="export_rejects").rows == 3
    for line in lines[1:]:
        line[HEADINGS.index("InvoiceAmount") + 3] = "5.00"
    lines[3][HEADINGS.index("InvoiceAmount") + 3] = "still wrong"
    raw = xlsx_bytes([[cell or "" for cell in line] for line in lines])
    file = SimpleUploadedFile("corrected.xlsx", raw)
    answer = alice.upload(f"/imports/{wrong}/rejects/upload", file=file).json
    assert (answer["replayed"], answer["still_rejected"], answer["open_rejects"]) == (2, 1, 1)


def test_the_same_file_handed_in_again_shows_its_rows_under_the_newest_import(alice: ApiClient, wrong: int) -> None:
    rows = [row(1), row(2, amount="much"), row(3, amount="=1+1"), row(4, amount="more")]
    again = imported(alice, ledger(*rows))
    assert again != wrong
    assert [each["row"] for each in alice.get(f"/imports/{again}/rejects").json["items"]] == [3, 4, 5]
    assert [alice.get(f"/imports/{each}").json["open_rejects"] for each in (wrong, again)] == [0, 3]


# Lists for the screens.


def test_targets_of_a_kind_have_labels_and_choices(alice: ApiClient) -> None:
    told = alice.get("/imports/targets", kind="payments").json
    targets = {each["target"]: each for each in told["items"]}
    assert targets["method"]["choices"][0] == {"code": "transfer", "label": "Transfer"}
    assert targets["paid_on"]["is_required"]
    assert alice.get("/imports/targets", kind="novels").json["code"] == "kind_not_found"


def test_a_template_comes_in_the_language_asked_for(alice: ApiClient) -> None:
    told = alice.get("/templates/invoice", lang="zh")
    assert "客户编号*" in workbook_of(told.content)[1]
    assert told.headers["Content-Disposition"] == "attachment; filename*=UTF-8''%E5%8F%91%E7%A5%A8.xlsx"
    assert "Customer ID*" in workbook_of(alice.get("/templates/collection_follow_up", lang="en").content)[1]
    assert alice.get("/templates/novels").status == 404
