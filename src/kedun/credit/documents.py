"""Reading the documents of this stage: all that say something unreadable or untellable are refused."""

from collections.abc import Mapping

from kedun.credit.letters import read_letters, tell_only_what_they_may
from kedun.credit.plans import read_plans
from kedun.credit.strategies import read_strategies
from kedun.kernel.days import Day
from kedun.kernel.hashing import Json


def readable(changed: Mapping[str, Mapping[str, Json]], _on: Day) -> None:
    """Accept strategies, contingency plans and letters that can be read, among changed documents by kind.

    Raises: DefinitionUnreadable, StepTwice, PlaceholderUnknown.
    """
    if "strategies" in changed:
        read_strategies(changed["strategies"])
    if "contingency_plans" in changed:
        read_plans(changed["contingency_plans"])
    if "letters" in changed:
        tell_only_what_they_may(read_letters(changed["letters"]))
