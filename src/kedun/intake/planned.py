"""A plan of an import and what goes into its making."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from kedun.facts.kinds import KINDS
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
    "sheets_unread": Words(
        "还有工作表没有读取：{sheets}（可用 --sheet 指明）", "Sheets not read: {sheets} (name one by --sheet)"
    ),
    "currency_assumed": Words(
        "文件没有写明币种，按记账本位币 {currency} 计", "No currency is stated; amounts are taken as {currency}"
    ),
    "due_before_issue": Words(
        "{rows} 行的到期日早于开票日期，已按原样接受",
        "{rows} {rows:row is due before its|rows are due before their} issue day; taken as they stand",
    ),
    "days_to_come": Words(
        "{rows} 行的日期在 {days} 天以后，从当天起才计入；请核对年份",
        "{rows} rows lie more than {days} days in the future and count from their day on; check their years",
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
        "{rows} 行金额为负，作为红字发票导入",
        "{rows} {rows:row|rows} with a negative amount taken as {rows:a credit note|credit notes}",
    ),
    "payments_not_supplied": Words(
        "注意：文件没有写明回款情况，此前也没有导入过回款；在导入回款之前，每张发票都按未付计算。"
        "下一步：导入回款文件（模板：kedun template payments）",
        "Attention: the file tells nothing of payments, and none were ever imported; until payments are imported every"
        " invoice counts as open. Next: import a file of payments (to fill one in: kedun template payments)",
    ),
    "customers_noted": Words(
        "{customers} 个客户此前未知，只按编号记下；下一步：导入客户文件",
        "{customers} {customers:customer was|customers were} not known and noted by code only; next: import a file of customers",
    ),
    "customers_kept": Words(
        "{customers} 个客户不在文件中，但有发票等记录，因此保留",
        "{customers} {customers:customer is missing from the file but has|customers are missing from the file but have} invoices or other records: kept",
    ),
    "invoices_not_known": Words(
        "{payments} 笔回款写明的发票尚未导入",
        "{payments} {payments:payment names an invoice|payments name invoices} not known yet",
    ),
    "customers_by_name": Words(
        "{customers} 个客户没有编号，按名称认作已有的客户",
        "{customers} {customers:customer|customers} without a code taken for known ones of the same name",
    ),
    "names_ambiguous": Words(
        "{customers} 个客户名称对应多个已有客户，因此以名称作为编号；请在文件中加上客户编号",
        "{customers} {customers:name belongs|names belong} to several known customers, so the name stands as the code; give the file customer codes",
    ),
    "due_by_terms": Words(
        "{rows} 行没有到期日，按该行的账期推算",
        "{rows} {rows:row has|rows have} no due day; it was computed from their payment terms",
    ),
    "words_kept": Words(
        "“{column}”列有不认识的写法，已按原文保留：{words}",
        "{column} has values that are not known; they were kept as they are: {words}",
    ),
    "nothing_found": Words(
        "{rows} 行写明没有记录，记为已查询",
        "{rows} {rows:row says|rows say} that there is no record: counted as checks",
    ),
    "totals_skipped": Words("跳过合计行 {rows} 行", "{rows} {rows:row|rows} of totals skipped"),
    "rejects_settled": Words(
        "{rows} 行原先被拒收，已更正导入，不再列出",
        "{rows} {rows:row|rows} rejected earlier and imported since: not listed again",
    ),
    **{
        f"withdrawn_{kind.name}": Words(
            f"{kind.label.zh}：{{rows}} 条记录已撤回，因为来源“{{source}}”的文件中不再有；不同的文件请用不同的 --source 分开",
            f"{kind.label.en}: {{rows}} records withdrawn, because the file of the source {{source}} no longer has them;"
            " keep different files apart by different names of --source",
        )
        for kind in KINDS.values()
    },
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
    totals: frozenset[int] = frozenset()
    """Positions of rows that only sum up others."""
    clean: frozenset[int] = frozenset()
    """Positions of rows which only say that somebody looked and found nothing."""
    notes: list[Note] = field(default_factory=list)

    def good(self) -> pa.Array:
        """Tell of each row whether it is taken."""
        mask = np.ones(self.columns.size, dtype=bool)
        mask[list(self.columns.problems)] = False
        mask[list(self.totals | self.clean)] = False
        return pa.array(mask)
