"""Tables of approvals. The database itself refuses that whoever asks decides, and that what was shown changes."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

STATES = ("waiting", "approved", "refused", "withdrawn")


class Request(models.Model):
    """Something that happens only when others agree.

    `action`: the code that the table of authority names; `subject`: what it is about, as "kind:key"; `shown`: what
    voters are shown, fixed when the request is made; `needs`: who must agree, as the table said then.
    """

    action = models.TextField()
    subject = models.TextField()
    size = models.BigIntegerField(null=True)
    shown = models.JSONField()
    shown_hash = models.CharField(max_length=64)
    needs = models.JSONField()
    maker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField()
    made_at = models.DateTimeField()
    state = models.TextField(default="waiting")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        """How the table is kept."""

        db_table = "approvals_request"
        constraints = (
            models.CheckConstraint(condition=Q(state__in=STATES), name="approvals_request_state"),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_at=None) | (~Q(state="waiting") & Q(decided_at__isnull=False)),
                name="approvals_request_decided",
            ),
            models.UniqueConstraint(fields=("id", "maker"), name="approvals_request_maker"),
            models.UniqueConstraint(
                fields=("subject",), condition=Q(state="waiting"), name="approvals_request_one_waiting"
            ),
        )
        indexes = (models.Index(fields=("state", "-id"), name="approvals_request_state"),)

    def __str__(self) -> str:
        return f"{self.action} {self.subject} {self.state}"


class Vote(models.Model):
    """What one person said to a request, for the role they had then or stood in for. Never changed."""

    request = models.ForeignKey(Request, models.PROTECT, related_name="votes")
    maker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on_behalf_of = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    role = models.TextField()
    verdict = models.TextField()
    note = models.TextField(blank=True, default="")
    shown_hash = models.CharField(max_length=64)
    via = models.TextField()
    at = models.DateTimeField()

    class Meta:
        """How the table is kept; `maker` is tied to that of the request by a foreign key over both columns."""

        db_table = "approvals_vote"
        constraints = (
            models.UniqueConstraint(fields=("request", "person"), name="approvals_vote_once"),
            models.CheckConstraint(condition=Q(verdict__in=("approve", "refuse")), name="approvals_vote_verdict"),
            models.CheckConstraint(condition=~Q(person=F("maker")), name="approvals_vote_not_by_maker"),
            models.CheckConstraint(
                condition=Q(on_behalf_of=None) | ~Q(on_behalf_of=F("maker")), name="approvals_vote_not_for_maker"
            ),
        )

    def __str__(self) -> str:
        return f"{self.request_id}: {self.person_id} {self.verdict}"


class Deputy(models.Model):
    """Who stands in for somebody, days included at both ends."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    deputy = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    from_day = models.IntegerField()
    to_day = models.IntegerField()

    class Meta:
        """How the table is kept."""

        db_table = "approvals_deputy"
        constraints = (
            models.CheckConstraint(condition=~Q(person=F("deputy")), name="approvals_deputy_other"),
            models.CheckConstraint(condition=Q(to_day__gte=F("from_day")), name="approvals_deputy_days"),
        )

    def __str__(self) -> str:
        return f"{self.deputy_id} for {self.person_id}"
