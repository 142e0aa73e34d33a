"""What a person asks for when handing in a file; kept with the import so that it can be done again."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kedun.intake.conversion import read_currency
from kedun.intake.recognition import Stated
from kedun.intake.refusals import CurrencyUnknown
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json

DEFAULT_SOURCE = "files"


@dataclass(frozen=True, slots=True)
class Request:
    """How a file is to be imported. `is_complete`: rows of the source that it lacks are retracted.

    `uses_remembered`: what a person said of the same headings before counts where nothing is stated.
    """

    stated: Stated = field(default_factory=Stated)
    sheet: str = ""
    as_of_day: Day | None = None
    through: Day | None = None
    is_complete: bool = False
    uses_remembered: bool = False


def with_currency(request: Request, currency: str) -> Request:
    """State the currency of all amounts of a file.

    Raises: CurrencyUnknown.
    """
    code = read_currency(currency)
    if not isinstance(code, str):
        raise CurrencyUnknown(currency=currency)
    stated = replace(request.stated, constants={**request.stated.constants, "currency": code})
    return replace(request, stated=stated)


def to_json(request: Request) -> dict[str, Json]:
    """Write a request as JSON."""
    stated = request.stated
    return {
        "kind": stated.kind,
        "columns": dict(stated.columns),
        "date_formats": dict(stated.date_formats),
        "constants": dict(stated.constants),
        "sheet": request.sheet,
        "as_of_day": request.as_of_day,
        "through": request.through,
        "is_complete": request.is_complete,
        **({"uses_remembered": True} if request.uses_remembered else {}),
    }


def from_json(document: Mapping[str, Json]) -> Request:
    """Read a request from JSON."""
    stated = Stated(
        str(document["kind"]), texts(document["columns"]), texts(document["date_formats"]), texts(document["constants"])
    )
    return Request(
        stated,
        str(document["sheet"]),
        _day(document["as_of_day"]),
        _day(document["through"]),
        is_complete=bool(document["is_complete"]),
        uses_remembered=bool(document.get("uses_remembered")),
    )


def _day(value: Json) -> Day | None:
    return value if isinstance(value, int) else None


def texts(value: Json) -> dict[str, str]:
    """Give a JSON object of texts; anything else is empty."""
    return {name: str(text) for name, text in value.items()} if isinstance(value, Mapping) else {}
