"""What the placeholders of letters say for a customer, in both languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kedun.credit.letters import PLACEHOLDERS, LetterText, places
from kedun.credit.strategies import TERM_WORDS, Term, TermName, value_words
from kedun.facts.masking import Masks
from kedun.kernel.money import Minor, to_decimal
from kedun.kernel.words import Words

MOST_NAMED: Final = 50
"""Invoices that a letter names one by one."""

ASKED: Final[tuple[TermName, ...]] = (
    "terms_days",
    "limit_percent",
    "deposit_percent",
    "delivery",
    "stop_after_days",
    "pledge",
)
"""What a strategy asks of the customer; the rest is our own business."""

_INVOICE: Final = Words(
    "{number}. 发票 {document}，到期日 {due}，金额 {amount}", "{number}. Invoice {document}, due on {due}: {amount}"
)
_MORE: Final = Words(
    "……另有 {count} 张发票，请向我们索取清单", "… and {count} more invoices; please ask us for the list"
)


@dataclass(frozen=True, slots=True)
class OpenInvoice:
    """An invoice that is overdue, everything written out."""

    document: str
    due: str
    amount: str


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a customer on the day of a letter. `invoices`: the oldest of those overdue, of `count` there are.

    Unit: amounts in minor units of `currency`.
    """

    name: str
    code: str
    company: str
    owner: str | None
    today: date
    reply_by: date
    currency: str
    receivable_minor: Minor | None
    overdue_minor: Minor | None
    overdue_days: int | None
    credit_limit_minor: Minor | None
    invoices: Sequence[OpenInvoice]
    count: int
    terms: tuple[Term, ...]


def values(known: Known) -> Mapping[str, Words | None]:
    """Say every placeholder of general letters; None where nothing is known."""
    terms = {each.name: value_words(each.name, each.value) for each in known.terms}
    return {
        "customer": _same(known.name or None),
        "customer_code": _same(known.code),
        "company": _same(known.company or None),
        "today": _same(known.today.isoformat()),
        "reply_by": _same(known.reply_by.isoformat()),
        "owner": _same(known.owner),
        "receivable": _amount(known.receivable_minor, known.currency),
        "overdue": _amount(known.overdue_minor, known.currency),
        "overdue_days": None if known.overdue_days is None else _same(str(known.overdue_days)),
        "overdue_invoices": None if not known.invoices else _invoices(known.invoices, known.count),
        "credit_limit": _amount(known.credit_limit_minor, known.currency),
        "terms": terms.get("terms_days"),
        "deposit": terms.get("deposit_percent"),
        "delivery": terms.get("delivery"),
        "measures": _measures(known.terms),
    }


def hidden(letter: LetterText, masks: Masks) -> bool:
    """Tell whether a letter names what is hidden: names always, amounts where it has any."""
    used = places(letter, "zh") | places(letter, "en")
    has_amounts = any(PLACEHOLDERS[name].is_amount for name in used if name in PLACEHOLDERS)
    return "names" in masks or ("amounts" in masks and has_amounts)


def _same(text: str | None) -> Words | None:
    return None if text is None else Words(text, text)


def _amount(minor: Minor | None, currency: str) -> Words | None:
    return None if minor is None else _same(f"{currency} {to_decimal(minor, currency):,}")


def _invoices(invoices: Sequence[OpenInvoice], count: int) -> Words:
    named = invoices[:MOST_NAMED]
    lines = [
        Words(
            *(
                _INVOICE.say(language, number=number, document=each.document, due=each.due, amount=each.amount)
                for language in ("zh", "en")
            )
        )
        for number, each in enumerate(named, start=1)
    ]
    if count > len(named):
        lines.append(Words(*(_MORE.say(language, count=count - len(named)) for language in ("zh", "en"))))
    return joined(lines)


def _measures(terms: tuple[Term, ...]) -> Words | None:
    asked = [
        Words(f"· {TERM_WORDS[each.name].zh}：{words.zh}", f"· {TERM_WORDS[each.name].en}: {words.en}")
        for each in terms
        if each.name in ASKED
        for words in [value_words(each.name, each.value)]
    ]
    return joined(asked) if asked else None


def joined(lines: Sequence[Words]) -> Words:
    """Put lines one under the other."""
    return Words("\n".join(each.zh for each in lines), "\n".join(each.en for each in lines))
