"""Writes a company into a folder: one CSV per kind as people would receive it, the truth, and a manifest."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv, parquet

from kedun.facts.kinds import KINDS, Kind
from kedun.kernel.hashing import Json
from kedun.kernel.money import exponent
from kedun.kernel.progress import Progress, Silent
from kedun.kernel.words import Words
from kedun.sample.company import Company
from kedun.sample.refusals import FolderNotEmpty

HEADINGS: Mapping[str, Words] = {
    "external_id": Words("编号", "Id"),
    "customer": Words("客户编号", "Customer id"),
    "legal_entity": Words("法人主体", "Legal entity"),
    "reported_on": Words("登记日期", "Reported on"),
}
"""The columns that are no fields of a kind."""

TRUTH_FILE = "truth.parquet"
MANIFEST_FILE = "manifest.json"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Lets Excel see that a CSV is UTF-8."""

_DIGITS = 2


def write_folder(
    company: Company, folder: Path, *, arguments: Mapping[str, Json] | None = None, progress: Progress | None = None
) -> Mapping[str, Json]:
    """Write a company into an empty or new folder and give the manifest.

    Raises: FolderNotEmpty.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FolderNotEmpty(folder=str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    shown = progress or Silent()
    shown.step("sample.files", total=len(company.tables))
    for kind, table in company.tables.items():
        _write_csv(as_text(KINDS[kind], table), folder / f"{kind}.csv")
        shown.advance()
    parquet.write_table(company.truth, folder / TRUTH_FILE)
    manifest = _manifest(company, folder, arguments or {})
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (folder / MANIFEST_FILE).write_text(text, encoding="utf-8")
    return manifest


def as_text(kind: Kind, table: pa.Table) -> pa.Table:
    """Give a kind's table with Chinese headings, amounts as decimals, days as dates, yes and no in words."""
    types = {field.name: field.type for field in kind.fields} | {"reported_on": "day"}
    columns = {}
    for name in table.column_names:
        label = HEADINGS[name] if name in HEADINGS else kind.field(name).label
        columns[label.zh] = _column(table, name, types.get(name, "text"))
    return pa.table(columns)


def _column(table: pa.Table, name: str, of_type: str) -> pa.ChunkedArray:
    column = table[name]
    if of_type == "money":
        assert {exponent(each) for each in pc.unique(table["currency"]).to_pylist()} <= {_DIGITS}
        return _decimals(column)
    if of_type == "day":
        return column.cast(pa.int32()).cast(pa.date32())
    if of_type == "boolean":
        return pc.if_else(column, "是", "否")
    return column


def _decimals(minor: pa.ChunkedArray) -> pa.ChunkedArray:
    """Write amounts with two decimals; exact, since no floating point is involved."""
    size = pc.abs(minor)
    units = pc.divide(size, 10**_DIGITS)
    rest = pc.subtract(size, pc.multiply(units, 10**_DIGITS))
    sign = pc.if_else(pc.less(minor, 0), "-", "")
    cents = pc.utf8_lpad(rest.cast(pa.string()), _DIGITS, padding="0")
    whole = pc.binary_join_element_wise(sign, units.cast(pa.string()), "")
    return pc.binary_join_element_wise(whole, cents, ".")


def _write_csv(table: pa.Table, path: Path) -> None:
    with path.open("wb") as file:
        file.write(_BYTE_ORDER_MARK)
        csv.write_csv(table, file, csv.WriteOptions(quoting_style="needed", quoting_header="needed"))


def _manifest(company: Company, folder: Path, arguments: Mapping[str, Json]) -> Mapping[str, Json]:
    files = [*(f"{kind}.csv" for kind in company.tables), TRUTH_FILE]
    rows = {f"{kind}.csv": table.num_rows for kind, table in company.tables.items()} | {
        TRUTH_FILE: company.truth.num_rows
    }
    return {
        "format": 1,
        "arguments": dict(arguments),
        "files": [{"file": name, "rows": rows[name], "sha256": _sha256(folder / name)} for name in files],
    }


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
