"""No cell of an export can act as a formula, and a file handed back says what it said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedun.intake.exports import ExportedRow, corrected_rows, exported, table_of
from kedun.intake.formulas import guarded, is_dangerous, unguarded
from kedun.intake.limits import DEFAULT_LIMITS
from kedun.intake.refusals import RejectsFileUnreadable
from tests.intake.files import csv_bytes

STARTS = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", "\r=", "\n=", "|", "%"]
UNSEEN = ["", "\ufeff", "\u200b", " ", "\u3000", "\u00a0", "\ufeff\u200b"]
BODIES = ["1+1", "cmd|' /C calc'!A0", 'HYPERLINK("http://x","y")']
CORPUS = [before + start + body for start in STARTS for before in UNSEEN for body in BODIES[:1]] + [
    start + body for start in STARTS[:8] for body in BODIES[1:]
]


def test_the_corpus_is_large_enough() -> None:
    assert len(set(CORPUS)) >= 60


@pytest.mark.parametrize("text", CORPUS)
def test_formulas_are_guarded_and_come_back(text: str) -> None:
    assert is_dangerous(text)
    assert guarded(text) == f"'{text}"
    assert not is_dangerous(guarded(text))
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["", "abc", "12.50", "2024-03-05", "华东=机械", "'quoted'", "O'Neil", "a@b.cn"])
def test_harmless_texts_are_left_alone(text: str) -> None:
    assert guarded(text) == text == unguarded(text)


@given(st.text(alphabet="'=+-@ab\u200b\ufeff ＝1", max_size=8))
def test_guarding_is_undone_exactly(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("file_format", ["xlsx", "csv"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_exported_rows_come_back_as_they_were(file_format: str, language: str) -> None:
    cells = {f"={number}": text.strip() for number, text in enumerate(["=1+1", "-12.50", "'=x", "00123", "二\n行", ""])}
    rows = [ExportedRow(7, 12, "=because", cells), ExportedRow(7, 30, "more", {**cells, "+1": "extra"})]
    lines = table_of(rows, headings=list(cells), language="zh" if language == "zh" else "en")
    assert not [cell for line in lines for cell in line if is_dangerous(cell)]
    raw = exported(lines, "xlsx" if file_format == "xlsx" else "csv")
    back = corrected_rows(raw, name=f"a.{file_format}", limits=DEFAULT_LIMITS)
    assert [(each.import_id, each.row) for each in back] == [(7, 12), (7, 30)]
    assert back[0].cells == {**cells, "+1": ""}
    assert back[1].cells["+1"] == "extra"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([["行号", "原因", "a"], ["1", "x", "y"]], id="a column is missing"),
        pytest.param([["导入号", "行号", "原因", "a"], ["one", "2", "x", "y"]], id="a number is none"),
        pytest.param([["导入号", "行号", "原因", "a"], ["1", "2", "x"]], id="a row is uneven"),
    ],
)
def test_other_files_are_not_taken_for_rejects(lines: list[list[str]]) -> None:
    with pytest.raises(RejectsFileUnreadable):
        corrected_rows(csv_bytes(lines), name="a.csv", limits=DEFAULT_LIMITS)
