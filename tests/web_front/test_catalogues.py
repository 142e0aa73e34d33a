"""The front end's words: both languages complete, none in the code, the rights of every role said in words."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import house

SOURCES = house.ROOT / "web" / "src"
CHINESE = re.compile(r"[\u3400-\u9fff\u3000-\u303f\uff00-\uffef]")
COMMENTS = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)
JSX_TEXT = re.compile(r">[ \t]*([A-Z][A-Za-z]+(?: [a-z]+)*)[ \t]*</")
SPOKEN = re.compile(r"\b(?:title|label|placeholder|alt|aria-label)=\"([^\"]*[A-Za-z]{2}[^\"]*)\"")
PLURAL = re.compile(r"_(?:zero|one|two|few|many|other)$")
PARAMETER = re.compile(r"\{\{\s*(\w+)")


def code() -> list[Path]:
    found = [*SOURCES.rglob("*.ts"), *SOURCES.rglob("*.tsx")]
    return sorted(path for path in found if not path.name.endswith((".test.ts", ".test.tsx", ".d.ts")))


def flat(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from flat(each, f"{path}.{key}" if path else key)
    else:
        yield path, str(value)


def catalogue(language: str, name: str) -> dict[str, str]:
    return dict(flat(json.loads((SOURCES / "i18n" / language / name).read_text(encoding="utf-8"))))


def names() -> list[str]:
    return sorted({path.name for path in (SOURCES / "i18n").glob("*/*.json")})


def test_there_are_catalogues_and_code_to_check() -> None:
    assert len(names()) >= 10
    assert len(code()) >= 50


@pytest.mark.parametrize("name", names())
def test_both_languages_say_the_same_things_with_the_same_parameters(name: str) -> None:
    zh, en = catalogue("zh-CN", name), catalogue("en", name)
    assert {PLURAL.sub("", key) for key in zh} == {PLURAL.sub("", key) for key in en}
    other = [
        key
        for key, text in zh.items()
        for match in [en.get(key) or en.get(f"{PLURAL.sub('', key)}_other") or en.get(PLURAL.sub("", key), "")]
        if set(PARAMETER.findall(text)) != set(PARAMETER.findall(match))
    ]
    assert other == []
    assert [key for key, text in en.items() if CHINESE.search(text) and not key.startswith("language.")] == []
    assert [key for words in (zh, en) for key, text in words.items() if not text.strip()] == []


def test_no_words_of_the_screen_stand_in_code() -> None:
    spoken = [
        f"{path.relative_to(house.ROOT)}: {found.strip()[:80]}"
        for path in code()
        for text in [COMMENTS.sub("", path.read_text(encoding="utf-8"))]
        for found in (*_lines_with_chinese(text), *JSX_TEXT.findall(text), *SPOKEN.findall(text))
    ]
    assert [words for words in spoken if not words.endswith((": Esc", ": Enter"))] == []  # keys of the keyboard


def _lines_with_chinese(text: str) -> list[str]:
    return [line for line in text.splitlines() if CHINESE.search(line)]


def test_every_right_has_words_in_both_languages() -> None:
    with (house.SOURCE / "accounts" / "rights.csv").open(encoding="utf-8", newline="") as file:
        operations = [row["operation"] for row in csv.DictReader(file)]
    words = {language: catalogue(language, "settings.json") for language in ("zh-CN", "en")}
    wanted = [
        f"operation.{operation}" if not operation.startswith("mask:") else operation.replace(":", ".")
        for operation in operations
    ]
    assert len(wanted) >= 80
    assert [key for key in wanted for language in words if key not in words[language]] == []
