"""The plan for a customer as one document, for the API and the command line, and as tables for people."""

from collections.abc import Iterator, Sequence

from kedun.assessments.queries import reporting_currency
from kedun.assessments.wayback.store import Imagined, Wish, plan
from kedun.credit.queries import letters
from kedun.facts.masking import Masks, shown_name
from kedun.facts.ownership.queries import owners
from kedun.kernel.days import to_date
from kedun.kernel.words import Language, Words
from kedun.portfolio.change.schemas import SideShown
from kedun.portfolio.lists.shown import View, units
from kedun.portfolio.page.queries import master
from kedun.portfolio.queries import Moment
from kedun.portfolio.refusals import NotKnownThen
from kedun.portfolio.said import said
from kedun.portfolio.wayback.schemas import AmountOf, WayBackDocument
from kedun.portfolio.wayback.shown import Sheet
from kedun.portfolio.words import Section

_TITLE = Words("回线计划：{code}", "Way back: {code}")
_STEPS = (
    Words("事项", "What to do"),
    Words("期限", "By"),
    Words("涉及", "Which"),
    Words("金额", "Amount"),
    Words("若不办", "Without it"),
)
_ITEMS = (
    Words("评分项", "Line of the card"),
    Words("今天得分", "Points today"),
    Words("届时得分", "Points then"),
    Words("仍扣分", "Still lost"),
)
_MOST_LINES = 10


def way_back_document(
    customer: int,
    code: str,
    at: Moment,
    wish: Wish,
    *,
    target: int | None,
    masks: Masks,
    language: Language,
    names_score: bool = False,
) -> WayBackDocument:
    """Make the plan for a customer and write it. `target`: hundredths; None: where the worst grade ends.

    Raises: NotKnownThen, TooManyInvoices, TooManyTogether.
    """
    imagined = Imagined(customer, code, wish)
    if not imagined.is_known:
        raise NotKnownThen(code=code, batch=at.known_at)
    view = View(reporting_currency(), masks, language, units(wish.policies[-1]))
    row = master(customer, at.known_at)
    owner, texts = owners({customer: row["owner"]}, at.as_of)[customer], letters(at.judged_on)
    made = plan(imagined, target)
    sheet = Sheet(
        made,
        shown_name(str(row["name"]), code=code, masks=masks, language=language),
        said(made.policy, language),
        view,
        owner.name if owner else "",
        texts.said if texts else None,
    )
    return WayBackDocument.model_validate(
        {
            "code": code,
            "name": sheet.name,
            "as_of": to_date(at.as_of),
            "known_at": at.known_at,
            "known_at_time": at.known_at_time,
            **sheet.document(names_score=names_score),
        }
    )


def way_back_words(document: WayBackDocument, language: Language) -> Iterator[Section]:
    """Lay a plan out as tables."""
    rows = [
        (
            step.sort.words,
            step.do_by.isoformat(),
            ", ".join(each.name for each in step.items) + ("…" if step.count > len(step.items) else ""),
            _amounts(step.totals),
            _points(step.without),
        )
        for step in document.steps
    ]
    yield _TITLE.say(language, code=document.code), [words.say(language) for words in _STEPS], rows
    lines = [
        (each.label, _shown(each.before), _shown(each.after), _points(each.lost))
        for each in document.items[:_MOST_LINES]
        if each.lost
    ]
    yield "", [words.say(language) for words in _ITEMS], lines


def _amounts(totals: Sequence[AmountOf]) -> str:
    return ", ".join(f"{each.currency} {each.amount:,}" for each in totals)


def _points(hundredths: int | None) -> str:
    return "—" if hundredths is None else f"{hundredths / 100:.2f}"


def _shown(side: SideShown | None) -> str:
    return "—" if side is None or side.points is None else str(side.points)
