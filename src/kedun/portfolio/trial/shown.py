"""A trial as a document: rows of the query put into the words and the currency of whoever looks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from kedun.facts.masking import shown_name
from kedun.kernel.days import to_date
from kedun.kernel.words import Words
from kedun.portfolio.lists.shown import View, points
from kedun.portfolio.said import Said, said
from kedun.portfolio.trial.program import raises_the_cap
from kedun.portfolio.trial.queries import STEP, Named, Tried
from kedun.portfolio.trial.schemas import (
    ConditionGroup,
    ConditionLine,
    ConditionSaid,
    CustomerHit,
    CustomerMoved,
    GradeMove,
    PlaceCount,
    PlaceTrial,
    PolicyTrial,
    RuleTrial,
    ScoreStep,
)
from kedun.portfolio.trial.words import Said as SaidCondition
from kedun.rules.builder import Group, Line

HUNDRED = 100
FULL = 100
CAP = Words(
    "信号扣分上限提高：原上限以上的扣分未存储，试算结果可能偏高。",
    "The cap on points off for signals is raised: what lay above the old cap is not stored, so scores shown may be too high.",
)
UNREAD = Words(
    "规则“{rule}”依赖尚未存储的指标（{names}），变更生效后才有结果。",
    "The rule “{rule}” rests on indicators that are not stored yet ({names}): it gives results once they are in force.",
)
SAMPLED = Words(
    "客户数量较大，试算只看其中均匀抽取的一部分。",
    "The book is large: an even sample of its customers was looked at.",
)


def document(found: Tried, view: View) -> PolicyTrial:
    """Write a trial."""
    notes = [CAP] if raises_the_cap(found.trial) else []
    notes += [SAMPLED] if found.customers < found.of else []
    return PolicyTrial(
        as_of=None if found.as_of is None else to_date(found.as_of),
        customers=found.customers,
        of=found.of,
        currency=view.currency,
        place=_place(found, view) if found.trial.places else None,
        rules=[_rule(key, row, found, view) for key, row in found.rules.items()],
        notes=[each.say(view.language) for each in notes] + _unread(found, view),
    )


def _unread(found: Tried, view: View) -> list[str]:
    words = Said(found.trial.policy, view.language)
    return [
        UNREAD.say(view.language, rule=words.rule(rule), names=", ".join(map(words.name, names)))
        for rule, names in found.trial.unread.items()
    ]


def _place(found: Tried, view: View) -> PlaceTrial:
    words, before = said(found.trial.policy, view.language), said(found.trial.live, view.language)
    order = list(words.grades)
    moves = [
        GradeMove(
            before=was,
            after=becomes,
            direction=_direction(order, was, becomes),
            customers=customers,
            receivable=view.money(owed),
        )
        for was, becomes, customers, owed in sorted(found.grades, key=lambda row: -row[2])
        if was != becomes
    ]
    return PlaceTrial(
        scores=_scores(found.scores),
        grades=_counts({**before.grades, **words.grades}, found.grades, view),
        quadrants=_counts({**before.quadrants, **words.quadrants}, [(*row, 0) for row in found.quadrants], view),
        moves=moves,
        changed=sum(each.customers for each in moves),
        changed_receivable=view.money(sum(row[3] for row in found.grades if row[0] != row[1])),
        customers=[moved(row, found.names, view) for row in found.moved],
    )


def _direction(order: Sequence[str], was: str, becomes: str) -> Literal["worse", "better", "neither"]:
    """Tell which of two grades lies nearer to the worst one, which stands first; no grade lies nowhere."""
    if "unrated" in (was, becomes) or was not in order or becomes not in order:
        return "neither"
    return "worse" if order.index(becomes) < order.index(was) else "better"


def _scores(rows: Iterable[tuple[int | None, int | None, int]]) -> list[ScoreStep]:
    """Count by steps of the score; a full score stands in the last step."""
    last = FULL * HUNDRED // STEP - 1
    now: dict[int | None, int] = {}
    then: dict[int | None, int] = {}
    for was, becomes, customers in rows:
        for counts, step in ((now, was), (then, becomes)):
            place = None if step is None else min(step, last)
            counts[place] = counts.get(place, 0) + customers
    steps: list[int | None] = [*range(last + 1), None]
    return [
        ScoreStep(points=None if step is None else step * STEP // HUNDRED, now=now.get(step, 0), then=then.get(step, 0))
        for step in steps
        if step is not None or now.get(None) or then.get(None)
    ]


def _counts(words: Mapping[str, str], rows: Sequence[tuple[str, str, int, int]], view: View) -> list[PlaceCount]:
    counts = {code: [0, 0, 0, 0] for code in words}
    for was, becomes, customers, owed in rows:
        for code, at in ((was, 0), (becomes, 1)):
            counts.setdefault(code, [0, 0, 0, 0])
            counts[code][at] += customers
            counts[code][at + 2] += owed
    return [
        PlaceCount(
            code=code,
            label=words.get(code, code),
            now=now,
            then=then,
            receivable_now=view.money(owed_now),
            receivable_then=view.money(owed_then),
        )
        for code, (now, then, owed_now, owed_then) in counts.items()
        if now or then
    ]


def moved(row: Mapping[str, Any], names: Mapping[int, Named], view: View) -> CustomerMoved:
    """Write a customer whose grade would change."""
    customer = names[row["customer_id"]]
    return CustomerMoved(
        code=customer.code,
        name=_name(customer, view),
        score_now=points(row["was_score"]),
        score_then=points(row["score_hundredths"]),
        grade_now=row["was_grade"],
        grade_then=row["standing_grade"],
        quadrant_now=row["was_quadrant"],
        quadrant_then=row["quadrant"],
        receivable=view.money(row["receivable_minor"]),
    )


def _rule(key: str, row: Mapping[str, Any], found: Tried, view: View) -> RuleTrial:
    words: Said = said(found.trial.policy if found.trial.rules[key] else found.trial.live, view.language)
    return RuleTrial(
        key=key,
        label=words.rule(key),
        now=row["now"],
        then=row["becomes"],
        more=row["more"],
        fewer=row["fewer"],
        unknown=row["unknown"],
        appears=[_hit(found.names[each], view) for each in row["appears"] or ()],
        leaves=[_hit(found.names[each], view) for each in row["leaves"] or ()],
    )


def _hit(customer: Named, view: View) -> CustomerHit:
    return CustomerHit(code=customer.code, name=_name(customer, view))


def _name(customer: Named, view: View) -> str:
    return shown_name(customer.name, code=customer.code, masks=view.masks, language=view.language)


def condition(each: SaidCondition) -> ConditionSaid:
    """Write a condition in words, and as lines where lines can show it."""
    return ConditionSaid(words=each.words, tree=_group(each.tree) if each.tree else None, problem=each.problem)


def _group(group: Group) -> ConditionGroup:
    return ConditionGroup(
        joint=group.joint,
        negated=group.negated,
        parts=[_line(each) if isinstance(each, Line) else _group(each) for each in group.parts],
    )


def _line(line: Line) -> ConditionLine:
    return ConditionLine(name=line.name, operator=line.operator, values=list(line.values), against=line.against)
