"""An account of a score change for the command line: the document of the API, and tables for people."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

from kedun.assessments.queries import reporting_currency
from kedun.kernel.days import to_date
from kedun.kernel.hashing import Json
from kedun.kernel.words import Language, Words
from kedun.portfolio.change.queries import Account, Span, accounts
from kedun.portfolio.change.shown import Statement, change_of, totals
from kedun.portfolio.change.words import SIGNALS
from kedun.portfolio.drill.tables import Reader
from kedun.portfolio.lists.shown import View, units
from kedun.portfolio.said import said
from kedun.portfolio.words import Section

_TITLE = Words("评分变化：自 {since} 起", "Change of score since {since}")
_HEADINGS = (Words("原因", "Because of"), Words("变化", "Change"), Words("评分", "Score"))
_OLD = Words("{since} 评分", "Score on {since}")
_NOT_KNOWN = Words("当时还不认识该客户，无从比较。", "The customer was not known then; there is nothing to compare.")
_STANDS_IN = Words("当时没有任何记录，以今天所知代替。", "Nothing was recorded by then; what is known today stands in.")
_NO_SCORE = Words(
    "两端之一已知数据不足，没有总变化。", "Of one end too little is known for a score; there is no total."
)
_MOVED: Mapping[str, Words] = {
    "added": Words("新增", "new"),
    "changed": Words("变更", "changed"),
    "gone": Words("撤回", "taken back"),
}
_FACTS = Words("相关数据", "Facts")
_MOST = 20


def score_change(code: str, customer: int, of: Span, language: Language) -> dict[str, Json]:
    """Account for a customer, everything shown. Unit: hundredths of a point."""
    account = accounts({customer: code}, of)[customer]
    statement = statement_of(account, language)
    old = account.span.old
    facts = [
        {**each, "event_on": _iso(each["event_on"]), "amount": _text(each["amount"])} for each in statement.facts()
    ]
    return {
        "since": to_date(old.as_of).isoformat(),
        "known_then": old.known_at,
        "stands_in": account.stands_in,
        "was_known": account.change.steps[0] is not None,
        "change": change_of(account.change.steps),
        "steps": statement.steps(),
        "legs": statement.legs(),
        "facts": cast("list[Json]", facts),
        "totals": totals(account),
    }


def statement_of(account: Account, language: Language) -> Statement:
    """Lay an account out for whoever may see everything."""
    old, new = account.span.old.policy, account.span.new.policy
    view = View(reporting_currency(), frozenset(), language, {**units(old), **units(new)})
    return Statement(
        account, said(old, language), said(new, language), view, Reader(language, view.currency, frozenset())
    )


def _iso(day: Any) -> str | None:
    return None if day is None else day.isoformat()


def _text(amount: Any) -> str | None:
    return None if amount is None else format(amount, "f")


def change_words(change: Mapping[str, Json], language: Language) -> list[Section]:
    """Lay an account out as tables."""
    since = str(change["since"])
    title = _TITLE.say(language, since=since)
    headings = [words.say(language) for words in _HEADINGS]
    return [(title, headings, list(_rows(change, since, language))), *_facts(change, language)]


def _rows(change: Mapping[str, Json], since: str, language: Language) -> Iterator[Sequence[str]]:
    steps, legs = cast("list[Any]", change["steps"]), cast("list[Any]", change["legs"])
    if not change["was_known"]:
        yield (_NOT_KNOWN.say(language), "", "")
        return
    yield (_OLD.say(language, since=since), "", _points(steps[0]["score"]))
    score = next((step["score"] for step in steps if step["score"] is not None), 0)
    for leg in legs:
        score += leg["change"]
        yield (leg["words"], _signed(leg["change"]), _points(score))
        for item in leg["items"]:
            yield (f"  {item['label']}", _signed(item["change"]), "")
        if leg["signals"]:
            yield (f"  {SIGNALS.say(language)}", _signed(leg["signals"]), "")
    if change["change"] is None:
        yield (_NO_SCORE.say(language), "", "")
    if change["stands_in"]:
        yield (_STANDS_IN.say(language), "", "")


def _facts(change: Mapping[str, Json], language: Language) -> Iterator[Section]:
    facts = cast("list[Any]", change["facts"])[:_MOST]
    if facts:
        rows = [
            (
                _MOVED[each["moved"]].say(language),
                each["kind_label"],
                each["event_on"] or "",
                each["title"],
                each["amount"] or "",
            )
            for each in facts
        ]
        yield "", (_FACTS.say(language), "", "", "", ""), rows


def _points(hundredths: int | None) -> str:
    return "—" if hundredths is None else f"{hundredths / 100:.2f}"


def _signed(hundredths: int) -> str:
    return f"{hundredths / 100:+.2f}"
