"""The sentences of a way back: for us, and for the customer."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kedun.kernel.words import Language, Words

SENTENCES: Final[Mapping[str, Words]] = {
    "above": Words("今天评分 {now}，已达到 {target} 分。", "The score is {now} today and has reached {target}."),
    "plan": Words(
        "办理下列事项，评分将于 {day} 达到 {then}（今天 {now}，目标 {target}）。",
        "If this is done, the score will be {then} on {day} (today {now}, wanted {target}).",
    ),
    "wait": Words(
        "无需办理任何事项：仅随时间推移，评分将于 {day} 达到 {then}（今天 {now}，目标 {target}）。",
        "Nothing has to be done: by time alone the score will be {then} on {day} (today {now}, wanted {target}).",
    ),
    "unreachable": Words(
        "到 {last} 为止，客户能办的事都办了也达不到 {target}：最多于 {day} 达到 {then}（今天 {now}）。其余取决于下列各项。",
        "Nothing that the customer can do reaches {target} by {last}: the best is {then} on {day} (today {now}). The rest hangs on the lines below.",
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

COMING: Final = Words(
    "评分按 {first} 起生效的新政策计算。", "The score is that of the policy that comes into force on {first}."
)
"""What is said besides where another policy judges the promised day."""

BUNDLED: Final = Words(
    "可付的发票有 {items} 张，按到期日合并为 {bundles} 组，每组一并付清；展开可见各张发票。",
    "{items} invoices can be paid; by their due days they are put into {bundles} bundles, each paid as a whole. Open one to see its invoices.",
)
"""What is said where there are too many invoices to be told apart."""

MOST_NAMED: Final = 50
"""Items that a letter names one by one."""

PAID_IN_FULL: Final = Words("付清", "pay")
PAID_IN_PART: Final = Words("先支付这部分", "pay this part")

_MORE: Final = Words("……另有 {count} 项，请向我们索取清单", "… and {count} more; please ask us for the list")


def numbered(lines: Sequence[Words]) -> Words:
    """Name what is asked for, line by line; the rest is counted."""
    return Words(*("\n".join(_named(lines, language)) for language in LANGUAGES))


def _named(lines: Sequence[Words], language: Language) -> Iterator[str]:
    for number, each in enumerate(lines[:MOST_NAMED], start=1):
        yield f"{number}. {each.zh if language == 'zh' else each.en}"
    if len(lines) > MOST_NAMED:
        yield _MORE.say(language, count=len(lines) - MOST_NAMED)
