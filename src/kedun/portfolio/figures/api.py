"""The figures of the book under /api/v1."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from ninja import Query

from kedun.accounts.api import Request, Router, language, masks, scope
from kedun.assessments.queries import reporting_currency
from kedun.kernel.days import to_date
from kedun.portfolio.figures.book import YEAR, Book, Key
from kedun.portfolio.figures.loss import expected_loss
from kedun.portfolio.figures.queries import Debtor, Found, Region, found
from kedun.portfolio.figures.schemas import PortfolioFigures
from kedun.portfolio.figures.turnover import divided
from kedun.portfolio.figures.words import BUCKET_LABELS, FORMULAS, LABELS, SOURCE, unit_of
from kedun.portfolio.lists.shown import View
from kedun.portfolio.page.api import moment_of
from kedun.portfolio.page.schemas import MomentQuery
from kedun.portfolio.words import REASONS

AMOUNTS = ("receivable", "sales_12m", "written_off_12m", "expected_loss", "amount")
"""The fields that hold money."""

router = Router("portfolio")


@router.get("/portfolio/figures", response=PortfolioFigures)
def portfolio_figures(request: Request, query: Query[MomentQuery]) -> PortfolioFigures:
    """Show turnover, ageing, concentration and likely loss of the book within one's scope, on a day, as known at a batch."""
    at = moment_of(query)
    result = found(scope(request), at)
    sheet = _Sheet(result, View(reporting_currency(), masks(request), language(request), {}))
    return PortfolioFigures.model_validate({"as_of": to_date(at.as_of), "known_at": at.known_at, **sheet.document()})


@dataclass(frozen=True, slots=True)
class _Sheet:
    found: Found
    view: View

    @property
    def _book(self) -> Book:
        return self.found.book

    @property
    def _state(self) -> str:
        return self.found.supply["invoice"].state

    def document(self) -> dict[str, Any]:
        book, view = self._book, self.view
        is_known = self._state == "supplied"
        loss = expected_loss(book.matrix) if is_known else None
        amounts = {
            "receivable": book.receivable,
            "sales_12m": book.sold(YEAR),
            "written_off_12m": book.written_off,
        }
        return {
            "data_from": None if book.data_from is None else to_date(book.data_from),
            "figures": list(self._figures()),
            **{name: view.money(amount) if is_known else None for name, amount in amounts.items()},
            "expected_loss": view.money(loss),
            "ageing": list(self._ages()) if is_known else [],
            "largest": [self._debtor(each) for each in self.found.largest] if is_known else [],
            "regions": [self._region(each) for each in self.found.regions] if is_known else [],
            "without_rate": self.found.without_rate,
            "currency": view.currency,
            "source": SOURCE,
            "masked": self._masked(),
        }

    def _masked(self) -> list[str]:
        hidden = list(AMOUNTS) if "amounts" in self.view.masks else []
        return [*hidden, "group"] if "names" in self.view.masks else hidden

    def _figures(self) -> Iterator[dict[str, Any]]:
        spoken = self.view.language
        for key, value in self._book.figures().items():
            missing = self._missing(key, value)
            yield {
                "key": key,
                "label": LABELS[key].say(spoken),
                "unit": unit_of(key),
                "value": None if missing else _number(value),
                "is_more": key == "dso_countback" and self._is_more() and not missing,
                "missing": missing,
                "missing_words": REASONS[missing].say(spoken) if missing else None,
                "formula_words": FORMULAS[key].say(spoken),
            }

    def _is_more(self) -> bool:
        back = self._book.counted_back
        return back is not None and back.is_more

    def _missing(self, key: Key, value: Fraction | None) -> str | None:
        if self._state != "supplied":
            return self._state
        if not self._book.reaches(key):
            return "not_supplied"
        return "no_base" if value is None else None

    def _ages(self) -> Iterator[dict[str, Any]]:
        book = self._book
        for each in book.matrix:
            yield {
                "bucket": each.bucket,
                "label": BUCKET_LABELS[each.bucket].say(self.view.language),
                "amount": self.view.money(each.balance),
                "share": _number(divided(each.balance, book.receivable)),
                "roll_rate": _number(book.rolls.get(each.bucket)),
                "loss_rate": _number(each.loss_rate),
                "expected_loss": self.view.money(each.loss),
            }

    def _debtor(self, each: Debtor) -> dict[str, Any]:
        return {
            "code": each.code,
            "group": None if "names" in self.view.masks else each.group,
            "amount": self.view.money(each.owed_minor),
            "share": each.owed_minor / self._book.debtors.total,
        }

    def _region(self, each: Region) -> dict[str, Any]:
        return {
            "region": each.name,
            "amount": self.view.money(each.owed_minor),
            "share": each.owed_minor / self._book.regions.total,
        }


def _number(value: Fraction | None) -> float | None:
    """Give an exact number as the nearest double."""
    return None if value is None else float(value)
