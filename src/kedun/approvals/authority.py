"""The table of authority: who must agree to an action of a size; and what votes come to. Arithmetic."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass as checked_dataclass

from kedun.accounts.roles import Role
from kedun.kernel.hashing import Json
from kedun.kernel.refusals import Invalid

Verdict = Literal["approve", "refuse"]
Outcome = Literal["waiting", "approved", "refused"]
Mode = Literal["all", "any"]
Action = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$", max_length=80)]
_STRICT = ConfigDict(extra="forbid", frozen=True)


class AuthorityUnreadable(Invalid):
    """The table of authority cannot be read at {place}: {problem}."""

    zh = "审批权限表无法读取（{place}）：{problem}。"


class NoAuthority(Invalid):
    """Nobody has authority over {action} of this size. Add a line for it to the table of authority."""

    zh = "没有人有权审批该规模的 {action}，请在审批权限表中补充。"


@checked_dataclass(config=_STRICT)
class Line:
    """One line: `all` of these roles, or `any` one of them, agree to an action up to a size; null: of any size.

    A size is what the action says it is: an amount in minor units, a percentage × 100, or nothing.
    """

    action: Action
    all: Annotated[tuple[Role, ...], Field(max_length=10)] = ()
    any: Annotated[tuple[Role, ...], Field(max_length=10)] = ()
    at_most: Annotated[int | None, Field(ge=0)] = None


@checked_dataclass(config=_STRICT)
class Authority:
    """The whole table."""

    lines: Annotated[tuple[Line, ...], Field(max_length=1_000)]
    label: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Needs:
    """Who must agree: every one of the roles, each by somebody else, or any one of them."""

    mode: Mode
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """One vote: the role it counts for, and what it says."""

    role: str
    verdict: Verdict


_READER = TypeAdapter(Authority)


def read_authority(body: Mapping[str, Json]) -> Authority:
    """Read the table.

    Raises: AuthorityUnreadable, also for a line that names roles under both or neither of `all` and `any`.
    """
    try:
        read = _READER.validate_python(body)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"]) or "document"
        raise AuthorityUnreadable(place=place, problem=first["msg"]) from error
    for number, line in enumerate(read.lines):
        if bool(line.all) == bool(line.any):
            raise AuthorityUnreadable(place=f"lines.{number}", problem="exactly one of all, any")
    return read


def needed(authority: Authority, action: str, size: int | None) -> Needs:
    """Give who must agree: by the line with the least limit that still covers the size. Of no size: the strictest line.

    Raises: NoAuthority.
    """
    lines = [line for line in authority.lines if line.action == action and _covers(line, size)]
    if not lines:
        raise NoAuthority(action=action)
    line = min(lines, key=lambda each: (each.at_most is None, each.at_most or 0))
    return Needs("all", line.all) if line.all else Needs("any", line.any)


def _covers(line: Line, size: int | None) -> bool:
    return line.at_most is None or (size is not None and size <= line.at_most)


def holes(authority: Authority, actions: Collection[str]) -> tuple[str, ...]:
    """Give the actions for which no line covers every size, in order."""
    covered = {line.action for line in authority.lines if line.at_most is None}
    return tuple(sorted(set(actions) - covered))


def outcome(needs: Needs, votes: Sequence[Given]) -> Outcome:
    """Say what votes come to: one refusal by a role that is asked refuses; roles that are not asked do not count."""
    asked = [vote for vote in votes if vote.role in needs.roles]
    if any(vote.verdict == "refuse" for vote in asked):
        return "refused"
    agreed = {vote.role for vote in asked}
    is_enough = agreed >= set(needs.roles) if needs.mode == "all" else bool(agreed)
    return "approved" if is_enough else "waiting"


def missing(needs: Needs, votes: Sequence[Given]) -> tuple[Role, ...]:
    """Give the roles whose agreement would still move the request on, in the order of the line."""
    if outcome(needs, votes) != "waiting":
        return ()
    agreed = {vote.role for vote in votes}
    return tuple(role for role in needs.roles if role not in agreed)
