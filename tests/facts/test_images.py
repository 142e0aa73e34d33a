"""What facts told of a day: kinds without a view of their own, and rows that differ in bookkeeping alone."""

import pytest

from kedun.expressions import Value
from kedun.facts.knowledge.images import changes, is_seen, without_corrections

DAY = 20_000
PERSON: dict[str, Value] = {"id": 1, "external_id": "P1", "name": "王伟", "known_from_batch": 3}


@pytest.mark.parametrize(("kind", "row"), [("allocation", "allocated_on"), ("fx_rate", "rate_on")])
def test_a_kind_without_a_view_is_seen_from_the_day_it_happened(kind: str, row: str) -> None:
    assert is_seen(kind, {row: DAY}, DAY)
    assert not is_seen(kind, {row: DAY + 1}, DAY)


def test_what_happened_on_no_day_is_always_seen() -> None:
    assert is_seen("person", PERSON, DAY)


def test_a_row_that_was_only_written_again_tells_nothing_new() -> None:
    again: dict[str, Value] = {**PERSON, "known_from_batch": 9}
    renamed: dict[str, Value] = {**again, "name": "王卫"}
    assert list(changes("person", {1: PERSON}, {1: again}, DAY)) == []
    [told] = changes("person", {1: PERSON}, {1: renamed}, DAY)
    assert (told.moved, told.before, told.after) == ("changed", PERSON, renamed)


def test_an_event_of_a_market_that_ends_later_was_not_told_wrongly_before() -> None:
    event: dict[str, Value] = {"id": 1, "observed_on": DAY - 3, "expires_on": None, "impact": 3, "known_from_batch": 3}
    ended: dict[str, Value] = {**event, "expires_on": DAY + 5, "known_from_batch": 9}
    milder: dict[str, Value] = {**event, "impact": 1, "known_from_batch": 9}
    assert without_corrections("market_event", {1: event}, {1: ended}, DAY) == {1: ended}
    assert without_corrections("market_event", {1: event}, {1: ended}, DAY + 5) == {1: event}
    assert without_corrections("market_event", {1: event}, {1: milder}, DAY) == {1: event}
