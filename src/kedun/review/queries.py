"""What can be asked of back-tests: which days can be looked at, what was found, and the customers behind a figure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import duckdb
from django.conf import settings

from kedun.accounts.scopes import Scope
from kedun.assessments.models import Assessment
from kedun.assessments.policy import DOCUMENTS
from kedun.definitions import documents
from kedun.facts import queries as facts
from kedun.facts.queries import customers_in
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json, sha256_of
from kedun.kernel.words import Param
from kedun.review.models import Backtest
from kedun.review.outcomes import ALREADY, LABELS, PAID, RECOVERED, WRITTEN_OFF
from kedun.review.refusals import BacktestMissing, CustomersNotKept, NotDone, UnknownCell
from kedun.review.terms import Terms, month_ends_before
from kedun.review.words import EDITED_SINCE, EVIDENCE, SHORT
from kedun.scorecards.score import HUNDRED

What = Literal["fired", "caught", "missed", "false_alarms", "late", "unknown", "gained", "lost"]
Side = Literal["live", "draft"]
LONGEST_LOOK_BACK = 240
"""Month-ends that are tried when the newest matured ones are looked for."""

MOST_READINGS = 20_000
"""Customers whose readings are looked through for values that a threshold could have."""

_BAD, _GOOD = f"label BETWEEN {RECOVERED} AND {WRITTEN_OFF}", f"label <= {PAID}"


def backtest(number: int) -> Backtest:
    """Give a back-test.

    Raises: BacktestMissing.
    """
    found = Backtest.objects.filter(pk=number).first()
    if found is None:
        raise BacktestMissing(number=number)
    return found


def matured(today: Day, horizon: int, most: int) -> tuple[Day, ...]:
    """Give the newest month-ends of which it is known what followed within the horizon, at most so many, rising."""
    known = has_matured(month_ends_before(today - horizon, LONGEST_LOOK_BACK), today, horizon)
    return tuple(sorted(known)[-most:])


def has_matured(days: Iterable[Day], today: Day, horizon: int) -> frozenset[Day]:
    """Give those days on which invoices and payments were supplied, and until the end of the horizon after them."""
    supply = facts.supply_at(today, facts.last_batch())
    kinds = [(kind, supply[kind]) for kind in ("invoice", "payment")]
    return frozenset(
        day
        for day in days
        if day + horizon <= today
        and all(facts.state_on(kind, of, on) == "supplied" for kind, of in kinds for on in (day, day + horizon))
    )


def evidence_for(change: int, texts: Mapping[str, str]) -> Json:
    """Give the newest finished back-test of a change with exactly these texts, with its terms and what was compared.

    Where the texts were edited since its newest one, that is said; None where there is none at all. Of a change that was drafted from a search for a threshold, it is the search, as long as the text stays as it was.
    """
    of_policy = {kind: text for kind, text in texts.items() if kind in DOCUMENTS}
    done = Backtest.objects.filter(state="done").order_by("-pk")
    for each in done.filter(change_set=change):
        if each.texts == of_policy:
            return _evidence(each)
    for each in done.filter(search__changes__has_key=str(change)):
        said = [sha256_of(documents.read(text, file=kind)) for kind, text in of_policy.items()]
        if each.search is not None and said == [each.search["changes"][str(change)]]:
            return _evidence(each)
    newest = done.filter(change_set=change).first()
    return None if newest is None else _evidence(newest, is_of_these_texts=False)


def _evidence(of: Backtest, *, is_of_these_texts: bool = True) -> dict[str, Json]:
    """Tell of a back-test by its number and hash, on which terms it was made, and the hashes of what it compared."""
    terms = Terms(**of.terms)
    named: dict[str, Param] = {
        "number": of.pk,
        "horizon": terms.horizon_days,
        "margin": terms.margin_permille,
        "avoided": terms.avoided_permille,
        "days": len(of.days),
        "live": of.live_hash[:SHORT],
        "draft": of.draft_hash[:SHORT],
        "result": of.result_sha256[:SHORT],
    }
    said = EVIDENCE if is_of_these_texts else EDITED_SINCE
    return {
        "backtest": of.pk,
        "sha256": of.result_sha256,
        "is_of_these_texts": is_of_these_texts,
        "terms": terms.stated(),
        "compared": {"live": of.live_hash, "draft": of.draft_hash},
        "said": {"zh": said.say("zh", **named), "en": said.say("en", **named)},
    }


def readings(key: str) -> list[float]:
    """Give the readings of a key, or the scores in points, by the newest assessments of at most so many customers."""
    rows = Assessment.objects.order_by("customer_id")
    if key == "score":
        return [score / HUNDRED for score in rows.values_list("score", flat=True)[:MOST_READINGS] if score is not None]
    found = rows.values_list(f"readings__{key}", flat=True)[:MOST_READINGS]
    return [float(value) for value in found if isinstance(value, int | float)]


def bodies(texts: Mapping[str, str]) -> dict[str, Mapping[str, Json]]:
    """Read the documents of a back-test by kind."""
    read: dict[str, Any] = {kind: documents.read(text, file=kind) for kind, text in texts.items()}
    return read


def hash_of(result: Mapping[str, Json]) -> str:
    """Hash a result, so that those who agree to a change agree to exactly this one."""
    return sha256_of(result)


def kept_file(number: int) -> Path:
    """Name the file with the customers behind a back-test."""
    return Path(settings.KEDUN_DATA) / "backtests" / f"{number}.parquet"


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure: of which side, which flag, what it counts; `day`: on one day only."""

    side: Side
    kind: str
    key: str
    what: What
    day: Day | None = None


@dataclass(frozen=True, slots=True)
class Behind:
    """A customer behind a figure, as of a day. Unit: score in hundredths, -1 for none; minor units."""

    customer_id: int
    code: str
    name: str
    day: Day
    label: str
    bad_on: Day | None
    loss_minor: int
    exposure_minor: int
    live_score: int
    draft_score: int | None


def customers_behind(
    number: int, cell: Cell, scope: Scope, *, today: Day, after: tuple[Any, ...] | None, limit: int
) -> Sequence[Behind]:
    """Give the customers behind a figure, greatest loss first, then by day and number.

    Raises: BacktestMissing, NotDone, CustomersNotKept, UnknownCell.
    """
    found = backtest(number)
    if found.result is None:
        raise NotDone
    file = kept_file(number)
    if not file.exists():
        raise CustomersNotKept
    condition = _condition(found, cell)
    seen = customers_in(scope, today)
    values: dict[str, Any] = {"file": str(file), "limit": limit}
    if scope.kind != "all":
        condition += " AND customer_id IN (SELECT UNNEST($listed))"
        values["listed"] = list(seen.values_list("id", flat=True))
    if cell.day is not None:
        condition += " AND day = $day"
        values["day"] = cell.day
    if after is not None:
        condition += " AND (-loss_minor, day, customer_id) > ($loss, $after_day, $after_customer)"
        values |= {"loss": after[0], "after_day": after[1], "after_customer": after[2]}
    draft = "draft_score" if found.draft_hash else "NULL"
    query = (
        f"SELECT customer_id, day, label, bad_on, loss_minor, exposure_minor, live_score, {draft}"
        f" FROM read_parquet($file) WHERE {condition}"
        " ORDER BY -loss_minor, day, customer_id LIMIT $limit"
    )
    with duckdb.connect() as book:
        rows = book.execute(query, values).fetchall()
    told = seen.filter(id__in={row[0] for row in rows}).values_list("id", "code", "name")
    named = {customer: (code, name) for customer, code, name in told}
    return [
        Behind(row[0], *named[row[0]], row[1], LABELS[row[2]], row[3] if row[3] >= 0 else None, *row[4:])
        for row in rows
        if row[0] in named
    ]


def _condition(found: Backtest, cell: Cell) -> str:
    mine = _column(found, cell.side, cell)
    fired = f"{mine} = 1"
    conditions = {
        "fired": fired,
        "unknown": f"{mine} = -1",
        "caught": f"{fired} AND {_BAD}",
        "missed": f"{mine} <> 1 AND {_BAD}",
        "false_alarms": f"{fired} AND {_GOOD}",
        "late": f"{fired} AND label = {ALREADY}",
    }
    if cell.what in conditions:
        return conditions[cell.what]
    live, draft = _column(found, "live", cell), _column(found, "draft", cell)
    has, has_not = (draft, live) if cell.what == "gained" else (live, draft)
    return f"{has} = 1 AND {has_not} <> 1"


def _column(found: Backtest, side: Side, cell: Cell) -> str:
    assert found.result is not None
    flags = found.result.get(side, {}).get("flags", [])
    places = [at for at, flag in enumerate(flags) if (flag["kind"], flag["key"]) == (cell.kind, cell.key)]
    if not places:
        raise UnknownCell(side=side, key=cell.key)
    return f"{side}_{places[0]}"
