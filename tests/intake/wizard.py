"""A person who imports files by the API, with a worker at hand."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from procrastinate.contrib.django import app
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job

from kedun.intake import jobs
from tests.intake.files import HEADINGS, csv_bytes
from tests.web.clients import Answer, ApiClient

Row = Sequence[str]


def ledger(*rows: Row) -> bytes:
    return csv_bytes([HEADINGS, *rows])


def row(number: int, *, customer: str = "C1", amount: str = "100.00", settled: str = "") -> list[str]:
    return [customer, f"A-{number}", "2024-01-10", "2024-02-10", amount, settled]


def hand_in(client: ApiClient, raw: bytes, name: str = "ledger.csv") -> Answer:
    return client.upload("/imports/files", file=SimpleUploadedFile(name, raw))


def handed_in(client: ApiClient, raw: bytes, name: str = "ledger.csv") -> str:
    told = hand_in(client, raw, name)
    assert told.status == 201, told.json
    return str(told.json["file_id"])


def previewed(client: ApiClient, raw: bytes, name: str = "ledger.csv", **form: Any) -> Any:
    told = client.post("/imports/preview", {"file_id": handed_in(client, raw, name), **form})
    assert told.status == 200, told.json
    return told.json


def work(attempts: int = 0) -> JobContext:
    """Give what the worker tells a job of an import: how often it was tried before."""
    job = Job(id=7, queue=jobs.QUEUE, lock=None, queueing_lock=None, task_name=jobs.RUN, attempts=attempts)
    return JobContext(app=app, start_timestamp=0.0, abort_reason=lambda: None, job=job)


def imported(client: ApiClient, raw: bytes, name: str = "ledger.csv", **form: Any) -> int:
    """Hand a file in, have it imported, and let the worker do it."""
    told = client.post("/imports", {"file_id": handed_in(client, raw, name), **form})
    assert told.status == 202, told.json
    number = int(told.json["id"])
    jobs.run_import(work(), import_id=number)
    return number


def taken_back(client: ApiClient, number: int) -> Any:
    told = client.post(f"/imports/{number}/undo", {})
    assert told.status == 202, told.json
    jobs.undo_import(work(), import_id=number, actor=f"person:{client.person.pk}")
    return client.get(f"/imports/{number}").json


def workbook_of(raw: bytes) -> list[list[Any]]:
    """Give the rows of a workbook's first sheet."""
    from openpyxl import load_workbook

    return [[cell.value for cell in line] for line in load_workbook(BytesIO(raw)).worksheets[0].iter_rows()]
