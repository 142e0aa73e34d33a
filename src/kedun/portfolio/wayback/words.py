"""The sentences of a way back: for us, and for the customer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kedun.kernel.words import Language, Words

SENTENCES: Final[Mapping[str, Words]] = {
    "above": Words("今天评分 {now}，已达到 {target} 分。", "The score is {now} today and has reached {target}."),
    "plan": Words(
        "付清下列款项，评分将于 {day} 达到 {then}（今天 {now}，目标 {target}）。",
        "With these payments the score will be {then} on {day} (today {now}, wanted {target}).",
    ),
    "wait": Words(
        "无需付款：仅随时间推移，评分将于 {day} 达到 {then}（今天 {now}，目标 {target}）。",
        "Nothing has to be paid: by time alone the score will be {then} on {day} (today {now}, wanted {target}).",
    ),
    "unreachable": Words(
        "仅靠付款，到 {last} 为止达不到 {target}：最多于 {day} 达到 {then}（今天 {now}）。其余取决于下列各项。",
        "Payments alone do not reach {target} by {last}: the best is {then} on {day} (today {now}). The rest hangs on the lines below.",
    ),
    "no_day": Words(
        "无法承诺评分：到 {last} 为止，每一天都会有今天已知的指标缺失。",
        "No score can be promised: on every day until {last} a reading that is known today will be missing.",
    ),
    "unrated": Words("已知数据不足，没有评分，无从制定计划。", "Too little is known for a score, so there is no plan."),
    "not_supplied": Words(
        "缺少最新的发票或付款数据，无法承诺评分。请先导入最新数据。",
        "Invoices or payments are missing or out of date, so no score can be promised. Import newer ones first.",
    ),
}

LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")

OTHERS: Final = Words(
    "评分项“{lines}”还取决于集团内其他客户或全部客户的总额：此处按今天所知计算，他们变了，届时评分也会变。",
    "{lines} also rest on other customers of the group or on totals of the whole book: they are taken as known today; when they change, the score will be another.",
)
"""What is said besides where others may move the promised score."""

MOST_NAMED: Final = 50
"""Items that a letter names one by one."""

_LINE: Final = Words(
    "{number}. 发票 {document}，到期日 {due}，金额 {amount}，请于 {pay} 前付清",
    "{number}. Invoice {document}, due on {due}: {amount}, please pay by {pay}",
)
_MORE: Final = Words(
    "……另有 {count} 张发票，请向我们索取清单", "… and {count} more invoices; please ask us for the list"
)


@dataclass(frozen=True, slots=True)
class Line:
    """An invoice in a letter, everything written out."""

    document: str
    due: str
    amount: str
    pay: str


def payments_said(lines: Sequence[Line]) -> Words:
    """Name what is to be paid, line by line; the rest is counted."""
    return Words(*("\n".join(_named(lines, language)) for language in LANGUAGES))


def _named(lines: Sequence[Line], language: Language) -> Iterator[str]:
    for number, each in enumerate(lines[:MOST_NAMED], start=1):
        yield _LINE.say(language, number=number, document=each.document, due=each.due, amount=each.amount, pay=each.pay)
    if len(lines) > MOST_NAMED:
        yield _MORE.say(language, count=len(lines) - MOST_NAMED)
