"""Values bound as texts come back from PostgreSQL as they were; parameters are numbered by name."""

from datetime import UTC, datetime

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kedun.facts.binding import Bound, Column, as_text, numbered
from kedun.facts.prepared.store import fetch

PLAIN = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
AWKWARD = st.sampled_from(['"', "\\", '\\"', "{", "}", ",", "NULL", "null", "", " ", "\n", "%", "%s", "$1", "客户"])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, None),
        ("a", "a"),
        (7, "7"),
        (True, "True"),
        (datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "2026-01-02T03:04:05+00:00"),
        ([], "{}"),
        ([1, None, -3], "{1, NULL, -3}"),
        ([True, False], "{True, False}"),
        (["a", "b"], '{"a","b"}'),
        (["a", None, ""], '{"a",NULL,""}'),
        (['q"uote', "back\\slash"], '{"q\\"uote","back\\\\slash"}'),
        (range(3), "{0, 1, 2}"),
    ],
)
def test_values_are_written_as_postgresql_reads_them(value: Bound, text: str | None) -> None:
    assert as_text(value) == text


def test_parameters_are_numbered_by_their_names() -> None:
    found = numbered("SELECT %(a)s, %(b)s::text[], 5 %% 3 WHERE %(a)s > 1")
    assert (found.query, found.names) == (b"SELECT $1, $2::text[], 5 % 3 WHERE $1 > 1", ("a", "b"))
    assert found.texts({"b": ["x"], "a": 2, "c": "unused"}) == ["2", '{"x"}']


@pytest.mark.django_db
@given(st.lists(st.one_of(PLAIN, AWKWARD, st.none()), max_size=6))
def test_any_texts_come_back(texts: list[str | None]) -> None:
    asked = "SELECT n.value FROM unnest(%(texts)s::text[]) WITH ORDINALITY AS n (value, line) ORDER BY n.line"
    assert [value for (value,) in fetch(asked, {"texts": texts})] == texts


@pytest.mark.django_db
@given(st.lists(st.one_of(st.integers(-(2**63), 2**63 - 1), st.none()), max_size=6), st.booleans())
def test_any_numbers_and_truth_values_come_back(numbers: list[int | None], truth: bool) -> None:
    asked = "SELECT %(numbers)s::bigint[], %(truth)s::boolean, %(truths)s::boolean[]"
    assert fetch(asked, {"numbers": numbers, "truth": truth, "truths": [truth]}) == [(numbers, truth, [truth])]


@pytest.mark.django_db
@given(st.lists(st.lists(st.one_of(PLAIN, AWKWARD, st.none()), max_size=4), max_size=3))
def test_a_column_of_texts_comes_back_whatever_its_pieces(pieces: list[list[str | None]]) -> None:
    asked = "SELECT n.value FROM unnest(%(texts)s::text[]) WITH ORDINALITY AS n (value, line) ORDER BY n.line"
    column = pa.chunked_array([pa.array(piece, pa.string()) for piece in pieces], pa.string())
    assert [value for (value,) in fetch(asked, {"texts": Column(column)})] == column.to_pylist()


@pytest.mark.django_db
@given(
    st.lists(st.one_of(st.integers(-(2**63), 2**63 - 1), st.none()), max_size=6),
    st.lists(st.one_of(st.booleans(), st.none()), max_size=6),
)
def test_columns_of_numbers_and_truth_values_come_back(numbers: list[int | None], truths: list[bool | None]) -> None:
    columns: dict[str, Bound] = {
        "numbers": Column(pa.array(numbers, pa.int64())),
        "truths": Column(pa.array(truths, pa.bool_())),
    }
    assert fetch("SELECT %(numbers)s::bigint[], %(truths)s::boolean[]", columns) == [(numbers, truths)]


@pytest.mark.django_db
@given(st.lists(st.floats(allow_nan=False), max_size=6))
def test_any_doubles_come_back_to_the_last_bit(doubles: list[float]) -> None:
    ((back,),) = fetch("SELECT %(doubles)s::double precision[]", {"doubles": doubles})
    assert [value.hex() for value in back] == [value.hex() for value in doubles]
