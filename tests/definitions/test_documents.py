"""Reading definitions: a plain subset of YAML, and a place for everything refused."""

import pytest

from kedun.definitions import documents, refusals
from kedun.kernel.refusals import Invalid

BOMB = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("a: 1\nb: -2.5\nc: 文本\n", {"a": 1, "b": -2.5, "c": "文本"}, id="integers, decimals and texts"),
        pytest.param("a: true\nb: false\nc: null\nd: ~\ne:\n", {"a": True, "b": False, "c": None, "d": None, "e": None}, id="the five words"),
        pytest.param('a: "yes"\nb: "1:30"\nc: "007"\n', {"a": "yes", "b": "1:30", "c": "007"}, id="quoted words stay text"),
        pytest.param("a: [1, {b: 2}]\n", {"a": [1, {"b": 2}]}, id="nested"),
        pytest.param("where: overdue_days > 0 AND x = 'a'\n", {"where": "overdue_days > 0 AND x = 'a'"}, id="an expression"),
        pytest.param("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}, id="a block of text"),
        pytest.param("a: 9223372036854775807\n", {"a": 2**63 - 1}, id="the largest integer"),
    ],
)  # fmt: skip
def test_plain_values_are_read(text: str, value: object) -> None:
    assert documents.read(text) == value


@pytest.mark.parametrize(
    ("text", "refusal", "line", "column"),
    [
        pytest.param("a: 1\nb: [1, 2\nc: 3\n", refusals.BadYaml, 3, 2, id="not YAML"),
        pytest.param("a: 1\na: 2\n", refusals.DuplicateKey, 2, 1, id="a key twice"),
        pytest.param('x:\n  a: 1\n  "a": 2\n', refusals.DuplicateKey, 3, 3, id="a key twice, quoted, further in"),
        pytest.param(BOMB, refusals.AliasInDefinition, 1, 4, id="a billion laughs"),
        pytest.param("a: &name 1\n", refusals.AliasInDefinition, 1, 4, id="an anchor without an alias"),
        pytest.param("a: !!python/object/apply:os.system [ls]\n", refusals.TagInDefinition, 1, 4, id="a program"),
        pytest.param("a: !!binary aGk=\n", refusals.TagInDefinition, 1, 4, id="binary data"),
        pytest.param("a: !!set {x}\n", refusals.TagInDefinition, 1, 4, id="a set"),
        pytest.param("a: yes\n", refusals.AmbiguousValue, 1, 4, id="yes"),
        pytest.param("on: 1\n", refusals.AmbiguousValue, 1, 1, id="on, as a key"),
        pytest.param("a: 2026-01-01\n", refusals.AmbiguousValue, 1, 4, id="a date"),
        pytest.param("a: 1:30\n", refusals.AmbiguousValue, 1, 4, id="a number to the base 60"),
        pytest.param("a: 0x1F\n", refusals.AmbiguousValue, 1, 4, id="hexadecimal"),
        pytest.param("a: 010\n", refusals.AmbiguousValue, 1, 4, id="octal"),
        pytest.param("a: .inf\n", refusals.AmbiguousValue, 1, 4, id="infinity"),
        pytest.param("a: 1.0e+999\n", refusals.AmbiguousValue, 1, 4, id="infinity, written out"),
        pytest.param("a: 9223372036854775808\n", refusals.AmbiguousValue, 1, 4, id="too large an integer"),
        pytest.param("a: " + "9" * 5_000 + "\n", refusals.AmbiguousValue, 1, 4, id="an endless integer"),
        pytest.param("1: a\n", refusals.KeyNotText, 1, 1, id="a number as a key"),
        pytest.param("? [a]\n: b\n", refusals.KeyNotText, 1, 3, id="a list as a key"),
        pytest.param("a: 1\n---\nb: 2\n", refusals.NotOneDocument, 2, 1, id="two documents"),
        pytest.param("# nothing\n", refusals.NotOneDocument, 1, 1, id="no document"),
        pytest.param("a: " + "[" * 31 + "]" * 31, refusals.DefinitionTooDeep, 1, 33, id="too deep"),
        pytest.param("a: " + "[" * 100_000, refusals.DefinitionTooDeep, 1, 33, id="far too deep"),
        pytest.param('a: "\\0"\n', refusals.BadYaml, 1, 4, id="a character no database keeps"),
        pytest.param("a: \x07\n", refusals.BadYaml, 1, 1, id="a control character"),
    ],
)  # fmt: skip
def test_refused_with_its_place(text: str, refusal: type[Invalid], line: int, column: int) -> None:
    with pytest.raises(refusal) as refused:
        documents.read(text, file="rules.yaml")
    assert (refused.value.params["file"], refused.value.params["line"]) == ("rules.yaml", line)
    assert refused.value.params["column"] == column
    assert "rules.yaml" in refused.value.say("zh")
    assert str(line) in refused.value.say("en")


def test_large_text_is_refused_before_it_is_parsed() -> None:
    with pytest.raises(refusals.DefinitionTooLarge):
        documents.read("a: " + "x" * documents.MOST_BYTES)
    with pytest.raises(refusals.DefinitionTooLarge):
        documents.decode(b"x" * (documents.MOST_BYTES + 1), file="a.yaml")


def test_other_encodings_are_refused_by_line() -> None:
    with pytest.raises(refusals.NotUtf8) as refused:
        documents.decode("a: 1\nb: 客户\n".encode("gb18030"), file="a.yaml")
    assert refused.value.params["line"] == 2


def test_byte_order_mark_is_no_part_of_the_text() -> None:
    assert documents.decode(b"\xef\xbb\xbfa: 1\n", file="a.yaml") == "a: 1\n"
