"""Fact rows as programs get them: cells by column, masked, with where each row comes from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from kedun.expressions import Type, names_in
from kedun.facts.kinds import KINDS
from kedun.indicators.measures import Measure
from kedun.kernel.days import Day, to_date
from kedun.kernel.money import to_decimal
from kedun.portfolio.drill.tables import Cell, Column, Form, Reader, cell, columns_of, day_text, form_of, plain

TAKEN: Final = "taken_by_measure"
"""The column that says what a measure takes from a row."""

_NUMBERS: Final[Mapping[Form, Form]] = {"reporting": "reporting", "amount": "reporting", "day": "day"}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a row comes from: its source, its own name there, and the batch that brought this version."""

    source: str
    external_id: str
    reported_on: Day | None
    batch: int
    at: datetime | None
    actor: str

    def shown(self) -> dict[str, object]:
        """Write it."""
        return {
            "source": self.source,
            "external_id": self.external_id,
            "reported_on": None if self.reported_on is None else to_date(self.reported_on),
            "batch": self.batch,
            "known_since": self.at,
            "actor": self.actor,
        }


@dataclass(frozen=True, slots=True)
class Table:
    """How the facts of a kind are laid out for a reader."""

    kind: str
    columns: Sequence[Column]
    reader: Reader

    def heading(self) -> list[dict[str, object]]:
        """Write the columns."""
        return [
            {"key": each.key, "label": each.label, "form": each.form, "is_hidden": each.is_hidden}
            for each in self.columns
        ]

    def masked(self) -> list[str]:
        """Name the columns that are hidden."""
        return [each.key for each in self.columns if each.is_hidden]

    def cells(self, row: Mapping[str, Any]) -> dict[str, Cell]:
        """Write a row's cells."""
        return {column.key: cell(column, row, self.reader) for column in self.columns}

    def row(self, row: Mapping[str, Any], origin: Origin) -> dict[str, object]:
        """Write a row."""
        day = KINDS[self.kind].event_on
        on = row.get(day) if day else None
        return {
            "id": row["id"],
            "event_on": None if on is None else to_date(on),
            "origin": origin.shown(),
            "cells": self.cells(row),
        }


def table(kind: str, types: Mapping[str, Type], named: Iterable[str], reader: Reader) -> Table:
    """Lay out the facts of a kind; `types`: of everything its view has, `named`: columns to show in any case."""
    return Table(kind, columns_of(kind, types, named, reader), reader)


@dataclass(frozen=True, slots=True)
class Taking:
    """What a measure takes of rows, for a reader."""

    measure: Measure
    types: Mapping[str, Type]
    reader: Reader

    @property
    def column(self) -> str | None:
        """The view's column that is taken; None where rows are counted or more than one column is taken together."""
        names = names_in(self.measure.argument.node) if self.measure.argument else frozenset[str]()
        return next(iter(names)) if len(names) == 1 else None

    @property
    def form(self) -> Form:
        """How what is taken is written."""
        if self.column is None:
            return "number"
        return _NUMBERS.get(form_of(self.measure.fact, self.column, self.types), "number")

    @property
    def is_hidden(self) -> bool:
        """Whether it is hidden."""
        return self.form == "reporting" and "amounts" in self.reader.masks

    def number(self, value: int | None) -> str | int | None:
        """Write what is taken of a row, or of all."""
        if value is None or self.is_hidden:
            return None
        match self.form:
            case "reporting":
                return plain(to_decimal(value, self.reader.currency))
            case "day":
                return day_text(value)
            case _:
                return value
