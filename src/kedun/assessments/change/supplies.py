"""Which kinds count as supplied on the steps of an account, where days are old and knowledge is new or the other way round.

A delivery of a kind is data like its facts: that it came, or came no more, is told by the day on which it would count.
Source: docs/why/score-change.md.
"""

from collections.abc import Mapping

States = Mapping[str, str]
"""supplied, stale or not_supplied, by the name of the supply."""


def seen_states(then: States, known_now: States, new: States) -> dict[str, str]:
    """Give the states on the new day of what was supplied on the old one: time alone makes them stale, not supplied.

    `then`, `known_now`: on the old day, by both knowledges; `new`: on the new day, as known now.
    """
    aged = data_states(then, known_now, new)
    return {name: aged[name] if state == "supplied" else state for name, state in then.items()}


def data_states(then: States, known_now: States, new: States) -> dict[str, str]:
    """Give the states on the new day, but for kinds of whose supply on the old day something else is known now."""
    return {name: new[name] if state == known_now[name] else state for name, state in then.items()}
