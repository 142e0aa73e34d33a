"""Fact views: every declared column checks, names what it rests on, and speaks both languages."""

import pytest

from kedun.expressions import names_in, parse
from kedun.facts.kinds import KINDS
from kedun.facts.steps import in_layers, types_of
from kedun.facts.views import AS_OF, VIEWS, View, source_columns, stored_columns


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
def test_a_views_columns_rest_on_what_it_starts_from(view: View) -> None:
    layers = in_layers({each.name: each.text for each in view.columns}, source_columns(view), mode="row", shipped=True)
    assert set(types_of(layers)) == {each.name for each in view.columns}
    assert names_in(parse(view.visible)) <= source_columns(view).keys()


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
def test_a_fact_of_tomorrow_is_not_seen(view: View) -> None:
    day = KINDS[view.kind].event_on
    assert (AS_OF in names_in(parse(view.visible))) == (day is not None)
    assert view.newest_by in (None, day)


def test_columns_are_labelled_in_both_languages_and_need_kinds_that_exist() -> None:
    columns = [column for view in VIEWS.values() for column in view.columns]
    assert [column.name for column in columns if not (column.label.zh and column.label.en)] == []
    assert {kind for column in columns for kind in column.needs} <= KINDS.keys()
    assert all(column.is_strict for column in columns if column.name in ("open_minor", "reporting_minor"))


def test_money_has_a_column_in_the_reporting_currency() -> None:
    columns = stored_columns("statement")
    assert columns["total_assets_reporting_minor"] == columns["total_assets_minor"] == "integer"
    assert (stored_columns("invoice")["is_disputed"], stored_columns("invoice")["document_no"]) == ("boolean", "text")
    assert source_columns(VIEWS["payment"])["effective_on"] == source_columns(VIEWS["payment"])[AS_OF] == "integer"
