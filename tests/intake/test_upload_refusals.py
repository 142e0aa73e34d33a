"""What is refused when files and rows are handed in by the API, each with a clear error."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kedun.facts.models import CURRENT
from kedun.intake.models import Upload
from kedun.intake.wizard.actions import keep_upload
from kedun.intake.wizard.refusals import FileNameNotUsable
from kedun.intake.wizard.views import Viewer
from tests.intake.files import csv_bytes, xlsx_bytes, zip_bytes
from tests.intake.wizard import hand_in, handed_in, imported, ledger, row, workbook_of
from tests.web.clients import ApiClient, client_of

pytestmark = pytest.mark.django_db
MIB = 1 << 20


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own."""
    monkeypatch.setenv("KEDUN_DATA", str(tmp_path))
    return tmp_path


@pytest.fixture
def alice() -> ApiClient:
    return client_of("finance", language="en")


def _bomb() -> bytes:
    """A workbook of a few kilobytes that would unpack to 300 MiB."""
    held = BytesIO()
    with (
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(300):
            part.write(b" " * MIB)
    return held.getvalue()


@pytest.mark.parametrize(
    ("raw", "name", "code"),
    [
        pytest.param(b"", "a.csv", "file_empty", id="nothing"),
        pytest.param(b"a,b\n1,2\n", "a.pdf", "ending_not_known", id="another ending"),
        pytest.param(b"%PDF-1.7", "a.csv", "not_what_its_ending_says", id="a PDF called CSV"),
        pytest.param(b"a,b\n1,2\n", "a.xlsx", "not_what_its_ending_says", id="a text called workbook"),
        pytest.param(b"PK\x03\x04broken", "a.xlsx", "workbook_damaged", id="a broken workbook"),
        pytest.param(zip_bytes([(f"p{n}", b"x") for n in range(1200)]), "a.xlsx", "workbook_has_too_many_parts", id="parts"),
        pytest.param(
            zip_bytes([("xl/workbook.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a/>')]), "a.xlsx",
            "workbook_declares_entities", id="entities",
        ),
    ],
)  # fmt: skip
def test_a_file_that_is_not_taken(alice: ApiClient, raw: bytes, name: str, code: str) -> None:
    told = hand_in(alice, raw, name)
    assert (told.status, told.json["code"]) == (422, code)
    assert told.json["message"]
    assert Upload.objects.count() == 0


@pytest.mark.parametrize("name", ["", "  ", "a/", "x" * 300, "a\0.csv"])
def test_a_name_that_cannot_be_kept_is_refused(name: str) -> None:
    with pytest.raises(FileNameNotUsable):
        keep_upload(b"a,b\n1,2\n", file_name=name, viewer=Viewer("person:1", sees_all=True))


def test_a_zip_bomb_is_not_unpacked(alice: ApiClient) -> None:
    told = hand_in(alice, _bomb(), "ledger.xlsx")
    assert (told.status, told.json["code"]) in [
        (422, "workbook_unpacks_too_large"),
        (422, "workbook_packed_too_tightly"),
    ]


def test_a_file_beyond_the_limit_is_refused(alice: ApiClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEDUN_IMPORT_MAX_MIB", "1")
    told = hand_in(alice, b"a,b\n" + b"1,2\n" * (MIB // 2))
    assert (told.status, told.json["code"]) == (422, "file_too_large")


def test_a_request_beyond_the_limit_is_refused_by_its_length(alice: ApiClient) -> None:
    told = alice.client.post(
        "/api/v1/imports/files", b"x", content_type="multipart/form-data; boundary=b", CONTENT_LENGTH=str(900 * MIB)
    )
    assert (told.status_code, told.json()["code"]) == (413, "body_too_large")


def test_nul_bytes_are_refused_in_files_and_rows(alice: ApiClient) -> None:
    file_id = handed_in(alice, b"customerID,invoiceNumber,InvoiceDate,InvoiceAmount\nC1,A\0,2024-01-01,1\n")
    told = alice.post("/imports/preview", {"file_id": file_id})
    assert (told.status, told.json["code"]) == (422, "nul_characters")
    rows = {"source": "erp", "rows": [{"external_id": "a\0", "name": "x"}]}
    assert alice.put("/facts/customer", rows).status == 400
    assert alice.put("/facts/customer/erp/a%00b", {"name": "x"}).status == 422
    assert alice.post("/signals", {"customer": "C\0", "type": "price_sensitive"}).status == 400


def test_a_body_of_the_wrong_type_is_refused(alice: ApiClient) -> None:
    told = alice.client.put("/api/v1/facts/invoice", b"a=1", content_type="application/x-www-form-urlencoded")
    assert (told.status_code, told.json()["code"]) == (415, "wrong_content_type")
    told = alice.client.post("/api/v1/imports/files", b"{}", content_type="application/json")
    assert (told.status_code, told.json()["code"]) == (415, "wrong_content_type")
    broken = alice.client.post("/api/v1/imports/files", b"junk", content_type="multipart/form-data; boundary=b")
    assert broken.status_code == 422


def test_an_upload_without_its_file_is_refused(alice: ApiClient) -> None:
    told = alice.upload("/imports/files", other=SimpleUploadedFile("a.csv", b"a,b\n1,2\n"))
    assert (told.status, told.json["code"]) == (422, "bad_fields")


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        pytest.param("post", "/imports/preview", {"file_id": "x", "colour": 1}, id="preview"),
        pytest.param("post", "/imports", {"file_id": "x", "state": "done"}, id="start"),
        pytest.param("put", "/imports/1/rejects", {"rows": [{"row": 2, "cells": {}, "state": "done"}]}, id="correct"),
        pytest.param("post", "/imports/1/rejects/dismiss", {"rows": None, "all": True}, id="dismiss"),
        pytest.param("put", "/facts/invoice", {"source": "a", "rows": [], "actor": "x"}, id="facts"),
        pytest.param("post", "/signals", {"customer": "a", "type": "b", "points": 99}, id="signal"),
        pytest.param(
            "put", "/import-mappings", {"name": "a", "headings": ["a"], "kind": "invoice", "by": "me"}, id="mapping"
        ),
    ],
)
def test_extra_fields_are_refused(alice: ApiClient, method: str, path: str, body: Any) -> None:
    told = getattr(alice, method)(path, body)
    assert (told.status, told.json["code"]) == (422, "bad_fields")
    assert "extra_forbidden" in {each["code"] for each in told.json["fields"]}


def test_too_many_rows_are_refused(alice: ApiClient) -> None:
    rows = [{"external_id": str(number)} for number in range(2001)]
    assert alice.put("/facts/customer", {"source": "erp", "rows": rows}).json["fields"][0]["field"] == "rows"
    many = [{"row": number + 2, "cells": {}} for number in range(1001)]
    assert alice.put("/imports/1/rejects", {"rows": many}).json["fields"][0]["field"] == "rows"


def test_what_looks_like_a_formula_is_stored_as_text_and_handed_out_safely(alice: ApiClient) -> None:
    evil = '=HYPERLINK("http://example.com","x")'
    heading = "@SUM(1+1)"
    raw = csv_bytes(
        [["客户编号", "客户名称", "注册资本", heading], ["C1", evil, "10", "+1"], ["C2", evil, "ten", "-1"]]
    )
    number = imported(alice, raw)
    assert CURRENT["customer"]._default_manager.get(external_id="C1").__dict__["name"] == evil
    lines = workbook_of(alice.get(f"/imports/{number}/rejects/export").content)
    assert lines[0][-1] == f"'{heading}"
    assert lines[1][4] == f"'{evil}"
    told = alice.upload(
        f"/imports/{number}/rejects/upload",
        file=SimpleUploadedFile("back.xlsx", xlsx_bytes([lines[0], [*lines[1][:5], "12", *lines[1][6:]]])),
    ).json
    assert told["replayed"] == 1
    assert CURRENT["customer"]._default_manager.get(external_id="C2").__dict__["name"] == evil


def test_a_file_of_rejects_of_another_import_takes_nothing(alice: ApiClient) -> None:
    number = imported(alice, ledger(row(1), row(2, amount="x")))
    other = imported(alice, ledger(row(5), row(6, amount="x")))
    lines = workbook_of(alice.get(f"/imports/{other}/rejects/export").content)
    raw = xlsx_bytes([[cell or "" for cell in line] for line in lines])
    told = alice.upload(f"/imports/{number}/rejects/upload", file=SimpleUploadedFile("x.xlsx", raw)).json
    assert (told["replayed"], told["not_waiting"]) == (0, 1)
    wrong = alice.upload(f"/imports/{number}/rejects/upload", file=SimpleUploadedFile("x.csv", ledger(row(1))))
    assert (wrong.status, wrong.json["code"]) == (422, "rejects_file_unreadable")
