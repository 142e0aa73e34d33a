"""The references in docs/reference are what the program says of itself; KEDUN_WRITE_GOLDEN=1 writes them anew."""

import os
from pathlib import Path
from typing import get_args

import pytest

from kedun.cli.reference import Subject
from kedun.kernel.words import Language
from tests.cli.conftest import Kedun

FOLDER = Path(__file__).parents[2] / "docs" / "reference"
ENDINGS: dict[Language, str] = {"zh": ".zh-CN.md", "en": ".md"}


@pytest.mark.parametrize("language", ENDINGS)
@pytest.mark.parametrize("subject", get_args(Subject))
def test_the_reference_is_what_the_program_says(kedun: Kedun, subject: Subject, language: Language) -> None:
    said = kedun("--lang", language, "reference", subject)
    file = FOLDER / f"{subject}{ENDINGS[language]}"
    if os.environ.get("KEDUN_WRITE_GOLDEN"):
        file.write_text(said.out, encoding="utf-8")
    assert said.code == 0
    assert file.read_text(encoding="utf-8") == said.out


def test_a_reference_names_what_people_ask_for(kedun: Kedun) -> None:
    indicators = kedun("--lang", "zh", "reference", "indicators").out
    assert "### 逾期金额 · `overdue_minor`" in indicators
    assert "算法：「逾期天数大于 0」的发票的未清金额之和" in indicators
    rules = kedun("--lang", "en", "reference", "rules").out
    assert (
        "| Overdue more than 60 days · `overdue_60_days` | high | Longest overdue in days is greater than 60 and "
        in rules
    )
    assert kedun("--lang", "en", "reference", "rules", "--json").document()["markdown"] == rules
    assert kedun("reference", "nothing").code == 2
