"""What is said of findings."""

from typing import Literal

from kedun.accounts.schemas import Document, Id, Input, Output


class FindingsQuery(Input):
    """Which policy to look at: with the drafts of a change in it, or as it is in force."""

    change: Id | None = None


class FindingLine(Output):
    """One finding. `kind`: the document; `place`: where in it; `remedy`: how to mend it.

    `is_brought`: it comes with the change: a fault keeps it from being submitted, a doubt has to be confirmed.
    """

    gravity: Literal["fault", "doubt"]
    code: str
    kind: str
    kind_label: str
    place: str
    problem: str
    remedy: str
    is_brought: bool


class Findings(Document):
    """What may be wrong with a policy although it compiles, faults first."""

    items: list[FindingLine]
