"""What a change comes with when others are asked to agree to it. Later stages add what they know of it."""

from collections.abc import Callable, Mapping

from kedun.kernel.hashing import Json

Evidence = Callable[[int, Mapping[str, str]], Json]
"""Gives what is known of a change with these texts, by kind; None for nothing."""

_evidence: list[Evidence] = []


def register(evidence: Evidence) -> None:
    """Add a source of evidence; called once by a stage's `ready`."""
    if evidence not in _evidence:
        _evidence.append(evidence)


def of_change(number: int, texts: Mapping[str, str]) -> list[Json]:
    """Gather what is known of a change with these texts."""
    return [found for found in (each(number, texts) for each in _evidence) if found is not None]
