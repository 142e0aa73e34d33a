"""What there is to tell, before it is put into words."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["alert.opened", "alert.closed", "alert.assigned"]
Why = Literal["role", "owner", "assigned", "company"]
"""Why somebody is told: by their role, because the customer or the alert is theirs, or as the company's own address."""


REQUEST, CHANGE = "approval:", "change:"
"""How the subjects of deliveries about requests and about changes of the policy begin."""

REPORT = "movement:"
"""How the subject of a delivery about a report begins. It names no customer, so whoever was told may read it later."""


@dataclass(frozen=True, slots=True)
class Line:
    """One reading that an alert rests on, with the text of its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertNotice:
    """An alert to tell of, in the language of whoever is told and masked for them; "" where there is nothing to say."""

    kind: Kind
    alert_id: int
    customer: str
    customer_code: str
    rule: str
    severity: str
    gravity: int
    evidence: tuple[Line, ...] = ()
    opened: str = ""
    reason: str = ""
    by: str = ""

    @property
    def path(self) -> str:
        """The page of the alert."""
        return f"/alerts/{self.alert_id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportNotice:
    """A monthly report to tell of, as counts within what somebody sees; it names no customer. `month`: as 2026-10."""

    month: str
    customers: int
    rose: int
    fell: int
    opened: int
    closed: int
    overdue: str = ""
    overdue_before: str = ""


ApprovalKind = Literal["asked", "approved", "refused", "outdated", "cancelled"]
"""A request waits for somebody's vote; one's own was decided; a change was agreed to and could not come into force; one that
waited for its day was taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalNotice:
    """A request or a change to tell of. `by`: who asked or decided; `why`: their words, "" where there are none."""

    kind: ApprovalKind
    title: str
    by: str
    why: str
    path: str


@dataclass(frozen=True, slots=True)
class DigestItem:
    """One line of a digest."""

    subject: str
    path: str


@dataclass(frozen=True, slots=True)
class Written:
    """A mail: a subject on one line and a body in HTML."""

    subject: str
    body: str
