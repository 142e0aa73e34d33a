"""Corrected rows are planned with those rows only that have a say in them, and come out as with the whole sheet."""

import random
from collections.abc import Mapping, Sequence

import pyarrow as pa
import pytest

from kedun.intake.concerned import concerned
from kedun.intake.plan import make_plan, only_rows
from kedun.intake.planned import Options, Plan
from kedun.intake.recognition import Stated, recognise
from kedun.intake.sheet import Sheet
from tests.intake.files import HEADINGS, csv_bytes, sheet_of

INVOICES = ["客户编号", "客户名称", "行业", "发票号", "开票日期", "含税金额", "结清日期"]
PAYMENTS = ["客户编号", "发票号", "付款日期", "付款金额"]
NAMES = ["客户名称", "发票号", "开票日期", "含税金额"]
CUSTOMERS = ["客户名称", "行业"]
KEYED = ["编号", *INVOICES]


def _cell(chance: random.Random, heading: str) -> str:
    number = chance.randint(1, 9)
    match heading:
        case "客户编号":
            return chance.choice([f"C{number}", f"C{number}", f"Ｃ{number}", ""])
        case "客户名称":
            return chance.choice([f"客户{number}", f"C{number}", ""])
        case "行业":
            return chance.choice(["钢铁", "化工", ""])
        case "发票号" | "编号":
            return chance.choice([f"A-{number}", f"Ａ-{number}", f"B{number}", ""])
        case "含税金额" | "付款金额":
            return chance.choice(["1.234,56", "12,5", "7", "much", "-3", "1,5万"])
        case _:
            return chance.choice(["2024-01-10", "2024-02-03", "2024/03/04", "never"])


def _codes_by_name(names: object) -> dict[str, tuple[str, ...]]:
    return {"客户1": ("C1",), "客户2": ("C8",), "客户3": ("C3", "C4")}


def _planned(sheet: Sheet, whole: Sheet, rows: Sequence[int]) -> Plan:
    recognition = recognise(whole.headings, stated=Stated())
    options = Options(late_rows=frozenset(rows))
    return only_rows(make_plan(sheet, recognition, options, codes_by_name=_codes_by_name, whole=whole), rows)


@pytest.mark.parametrize("headings", [INVOICES, PAYMENTS, NAMES, CUSTOMERS, KEYED], ids=lambda each: "/".join(each[:3]))
@pytest.mark.parametrize("seed", range(12))
def test_a_part_of_a_sheet_says_the_same_of_some_rows_as_the_whole(headings: list[str], seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - made-up rows, no secrets
    rows = [[_cell(chance, heading) for heading in headings] for _ in range(60)]
    whole = sheet_of(csv_bytes([headings, *rows, [headings[0]]]))
    chosen = sorted(chance.sample(whole.rows.to_pylist(), 3))
    part = concerned(whole, recognise(whole.headings, stated=Stated()), chosen)
    of_part, of_whole = _planned(part, whole, chosen), _planned(whole, whole, chosen)
    assert of_part.rejects == of_whole.rejects
    assert _filled(of_part.tables) == _filled(of_whole.tables)
    assert _filled(of_part.absent) == _filled(of_whole.absent)


def _filled(tables: Mapping[str, pa.Table]) -> dict[str, list[dict[str, object]]]:
    return {kind: table.to_pylist() for kind, table in tables.items() if table.num_rows}


def _part(headings: list[str], rows: list[list[str]], chosen: Sequence[int]) -> list[int]:
    sheet = sheet_of(csv_bytes([headings, *rows]))
    part: list[int] = concerned(sheet, recognise(sheet.headings, stated=Stated()), chosen).rows.to_pylist()
    return part


def test_few_rows_of_a_long_file_have_a_say() -> None:
    rows = [[f"C{n % 100}", f"A-{n}", "2024-01-10", "2024-02-10", "1", ""] for n in range(1_000)]
    assert _part(HEADINGS, rows, [3]) == [3 + 100 * n for n in range(10)], "those of the same customer"


def test_where_names_stand_for_codes_the_whole_file_has_a_say() -> None:
    rows = [[f"客户{n}", f"A-{n}", "2024-01-10", "1"] for n in range(20)]
    assert len(_part(NAMES, rows, [3])) == 20
    coded = [["" if n == 1 else f"C{n}", f"客户{n}", "", f"A-{n}", "2024-01-10", "1", ""] for n in range(20)]
    assert len(_part(INVOICES, coded, [3])) == 20
    assert _part(INVOICES, coded, [9]) == [3, 9]


def test_without_a_text_in_its_key_the_whole_file_has_a_say() -> None:
    rows = [["USD", f"2024-01-{n:02}", "7.1"] for n in range(1, 20)]
    assert len(_part(["外币", "汇率日期", "汇率"], rows, [3])) == 19
