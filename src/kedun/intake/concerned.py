"""Which rows of a sheet have a say in what becomes of some of its rows: those of the same key, and those of the same customer."""

from collections.abc import Collection
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.kinds import KINDS
from kedun.intake.columns import field_of
from kedun.intake.keys import NATURAL_KEYS
from kedun.intake.recognition import ATTRIBUTE, Recognition
from kedun.intake.sheet import Sheet


def concerned(sheet: Sheet, recognition: Recognition, rows: Collection[int]) -> Sheet:
    """Give the part of a sheet by which some rows are planned as they would be with the whole; the whole where none is less.

    Rows of one key have one text in the column that tells keys apart, but for the width of letters. Of a file that
    describes customers by name, all rows without a code belong to it, and those that say which code a name means.
    """
    changed = pc.is_in(sheet.rows, value_set=pa.array(sorted(rows), pa.int64()))
    key, customer, name = _key_heading(sheet, recognition), *_customer_headings(recognition)
    if key is None or (customer is None and KINDS[recognition.kind].of_customer and recognition.kind != "customer"):
        return sheet
    part = _alike(sheet, key, changed)
    if customer is not None:
        part = pc.or_(part, _alike(sheet, customer, changed))
        if name is not None:
            without = pc.equal(sheet.column(customer), "")
            if pc.any(pc.and_(without, changed)).as_py():
                return sheet
            part = pc.or_(part, pc.or_(without, _alike(sheet, name, without)))
    columns = tuple(column.filter(part) for column in sheet.columns)
    return replace(sheet, columns=columns, rows=sheet.rows.filter(part), ragged=())


def _customer_headings(recognition: Recognition) -> tuple[str | None, str | None]:
    customer, name = recognition.column("customer"), recognition.column(f"{ATTRIBUTE}name")
    return customer.heading if customer else None, name.heading if name else None


def _key_heading(sheet: Sheet, recognition: Recognition) -> str | None:
    """Give a column whose text differs wherever the keys differ in it: that of keys, else the first text among their parts."""
    stated = recognition.column("external_id")
    if stated is not None and pc.any(pc.not_equal(sheet.column(stated.heading), "")).as_py():
        return stated.heading
    kind = KINDS[recognition.kind]
    for target in NATURAL_KEYS[kind.name]:
        column = recognition.column(target)
        described = field_of(kind, target)
        if column is not None and described.type == "text" and not described.choices and target != "currency":
            return column.heading
    return None


def _alike(sheet: Sheet, heading: str, chosen: pa.Array) -> pa.Array:
    """Tell which rows have the same text in a column as one of the chosen rows, in whatever width it is written."""
    texts = pc.utf8_trim_whitespace(pc.utf8_normalize(sheet.column(heading), form="NFKC"))
    return pc.is_in(texts, value_set=pc.unique(texts.filter(chosen)))
