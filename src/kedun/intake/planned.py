"""A plan of an import and what goes into its making."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from kedun.intake.columns import Columns
from kedun.intake.ledger import Paid
from kedun.intake.recognition import Recognition
from kedun.intake.rejects import Rejected
from kedun.intake.sheet import Sheet
from kedun.kernel.days import LAST_DAY, Day
from kedun.kernel.words import Param, Words

ROW = "row"
"""The column of a planned table that holds the row's number in the file; it is no part of the facts."""

NOTES: Mapping[str, Words] = {
    "currency_assumed": Words(
        "文件没有写明币种，按记账本位币 {currency} 计", "No currency is stated; amounts are taken as {currency}"
    ),
    "due_before_issue": Words(
        "{rows} 行的到期日早于开票日期，已按原样接受", "{rows} rows are due before their issue day; taken as they are"
    ),
    "encoding_guessed": Words(
        "字符编码按 {encoding} 猜测，请核对文字", "The characters were guessed to be {encoding}; check the texts"
    ),
    "not_complete": Words(
        "有被拒收的行，因此没有把文件中缺少的记录视为作废；请先更正",
        "Rows were rejected, so nothing missing from the file was retracted; correct them first",
    ),
    "columns_ignored": Words("未使用的列：{columns}", "Columns not used: {columns}"),
    "negative_is_credit_note": Words(
        "{rows} 行金额为负，作为红字发票导入", "{rows} rows with negative amounts were taken as credit notes"
    ),
}


@dataclass(frozen=True, slots=True)
class Options:
    """What the person or the installation says about the import.

    `as_of_day`: the day for which the file states paid amounts. `through`: the file is complete to this day.
    `today`: later event days do not lengthen what the file supplies. `late_rows`: rows that give way to all others
    of the same key, wherever they stand, because the others were taken before.
    """

    base_currency: str = "CNY"
    as_of_day: Day | None = None
    through: Day | None = None
    today: Day = LAST_DAY
    late_rows: frozenset[int] = frozenset()
    is_complete: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Something a person should know about an import that is no reject."""

    code: str
    params: Mapping[str, Param]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import will do. `tables` have a column `row`; `absent` are keys that the file says are no more."""

    kind: str
    read: int
    tables: Mapping[str, pa.Table]
    rejects: tuple[Rejected, ...]
    absent: Mapping[str, pa.Table]
    periods: Mapping[str, tuple[Day, Day]]
    date_formats: Mapping[str, str]
    notes: tuple[Note, ...] = ()
    is_complete: bool = False
    """Whether rows of the source that are not planned are to be retracted."""


@dataclass(slots=True)
class Work:
    """A plan in the making."""

    sheet: Sheet
    recognition: Recognition
    options: Options
    columns: Columns
    keys: pa.Array
    customers: pa.Array | None
    paid: dict[int, Paid] = field(default_factory=dict)

    def good(self) -> pa.Array:
        mask = np.ones(self.columns.size, dtype=bool)
        mask[list(self.columns.problems)] = False
        return pa.array(mask)
