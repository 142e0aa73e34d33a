"""What may be wrong with the table of authority. Arithmetic."""

from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise

from kedun.accounts.roles import ROLE_WORDS, Role
from kedun.approvals.authority import Authority, Line, holes
from kedun.kernel.words import Words
from kedun.review.linter.findings import Finding

KIND = "authority"


def authority_findings(
    authority: Authority, actions: Collection[str], people: Mapping[Role, frozenset[int]]
) -> Iterator[Finding]:
    """Look at the table. `actions`: those that ask for agreement; `people`: the persons by role."""
    for action in holes(authority, actions):
        yield Finding("authority_hole", KIND, f"lines.{action}", _named(action))
    for line in authority.lines:
        if not _can_be_met(line, people):
            roles = _roles(line.all or line.any)
            yield Finding("nobody_can_approve", KIND, f"lines.{line.action}", {**_named(line.action), "roles": roles})
    for action in sorted({line.action for line in authority.lines}):
        yield from _upside_down(action, [line for line in authority.lines if line.action == action])


def _can_be_met(line: Line, people: Mapping[Role, frozenset[int]]) -> bool:
    """Whether agreement is there whoever asks: everyone of the roles must have somebody besides the one who asks."""
    able = [people.get(role, frozenset()) for role in line.all or line.any]
    if line.any:
        return len(frozenset[int]().union(*able)) > 1
    return all(len(each) > 1 for each in able)


def _upside_down(action: str, lines: list[Line]) -> Iterator[Finding]:
    ordered = sorted(lines, key=lambda line: (line.at_most is None, line.at_most or 0))
    for smaller, larger in pairwise(ordered):
        if _is_less(larger, smaller):
            size = "∞" if larger.at_most is None else str(larger.at_most)
            yield Finding("larger_needs_less", KIND, f"lines.{action}", {**_named(action), "larger": Words(size, size)})


def _is_less(one: Line, other: Line) -> bool:
    """Whether a line is met by fewer people than another: by some of its roles, or by more to choose from."""
    if other.all:
        return set(one.all) < set(other.all) if one.all else len(other.all) > 1 and bool(set(one.any) & set(other.all))
    return bool(one.any) and set(one.any) > set(other.any)


def _named(action: str) -> dict[str, Words]:
    return {"action": Words(action, action)}


def _roles(roles: Collection[Role]) -> Words:
    words = [ROLE_WORDS[role] for role in roles]
    return Words("、".join(each.zh for each in words), ", ".join(each.en for each in words))
