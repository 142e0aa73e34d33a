"""Tables of alerts: one row per alert, and its history, which is only ever added to."""

from django.db import models

from kedun.alerts.states import CLOSED, NOT_CLOSED, SEVERITIES, STATES

SEVERITY_RANK = models.Case(
    *(models.When(severity=severity, then=models.Value(rank)) for rank, severity in enumerate(SEVERITIES)),
    output_field=models.SmallIntegerField(),
)
"""From mild to grave as a number, for sorting."""


class Alert(models.Model):
    """A rule that fired for a customer; at most one of each pair is not closed.

    `owner`: who looks after it, as "person:<id>". `told`: how many people were told of it, null before anybody could be.
    """

    customer = models.ForeignKey("facts.Customer", on_delete=models.PROTECT, related_name="+", db_index=False)
    rule_key = models.TextField()
    occurrence = models.IntegerField()
    rule_version_opened = models.IntegerField()
    rule_version = models.IntegerField()
    state = models.TextField()
    severity = models.TextField()
    risk_type = models.TextField()
    owner = models.TextField(blank=True, default="")
    evidence = models.JSONField(default=dict)
    opened_as_of = models.IntegerField()
    opened_at = models.DateTimeField()
    opened_batch = models.BigIntegerField()
    fact_at = models.DateTimeField(null=True)
    assessed_as_of = models.IntegerField()
    assessed_batch = models.BigIntegerField()
    updated_at = models.DateTimeField()
    acknowledged_by = models.TextField(blank=True, default="")
    acknowledged_at = models.DateTimeField(null=True)
    snoozed_until = models.IntegerField(null=True)
    closed_as_of = models.IntegerField(null=True)
    closed_at = models.DateTimeField(null=True)
    closing_reason = models.TextField(blank=True, default="")
    closing_note = models.TextField(blank=True, default="")
    was_clear = models.BooleanField(default=False)
    revision = models.IntegerField(default=1)
    told = models.IntegerField(null=True)

    class Meta:
        """How the table is kept."""

        db_table = "alerts_alert"
        constraints = (
            models.UniqueConstraint(
                fields=("customer", "rule_key"),
                condition=models.Q(state__in=NOT_CLOSED),
                name="alerts_alert_one_not_closed",
            ),
            models.UniqueConstraint(fields=("customer", "rule_key", "occurrence"), name="alerts_alert_occurrence"),
            models.CheckConstraint(condition=models.Q(state__in=STATES), name="alerts_alert_state"),
            models.CheckConstraint(condition=models.Q(severity__in=SEVERITIES), name="alerts_alert_severity"),
            models.CheckConstraint(
                condition=models.Q(state="snoozed", snoozed_until__isnull=False)
                | (~models.Q(state="snoozed") & models.Q(snoozed_until__isnull=True)),
                name="alerts_alert_snooze_ends",
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(state__in=CLOSED, closed_as_of__isnull=False, closed_at__isnull=False)
                    & ~models.Q(closing_reason="")
                )
                | models.Q(state__in=NOT_CLOSED, closed_as_of__isnull=True, closed_at__isnull=True, closing_reason=""),
                name="alerts_alert_closed_with_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="resolved") | ~models.Q(closing_note=""),
                name="alerts_alert_resolved_with_note",
            ),
        )
        indexes = (
            models.Index(fields=("state", "id"), name="alerts_alert_by_state"),
            models.Index("state", SEVERITY_RANK, "id", name="alerts_alert_by_severity"),
            models.Index(fields=("state", "severity", "owner", "told"), name="alerts_alert_counted"),
            models.Index(fields=("owner", "state"), name="alerts_alert_by_owner", condition=~models.Q(owner="")),
        )

    def __str__(self) -> str:
        return f"{self.rule_key} {self.customer_id} #{self.occurrence} {self.state}"


class AlertEvent(models.Model):
    """One thing that happened to an alert. The database refuses to change or delete a row."""

    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="events")
    at = models.DateTimeField()
    actor = models.TextField()
    what = models.TextField()
    as_of = models.IntegerField(null=True)
    batch = models.BigIntegerField(null=True)
    params = models.JSONField(default=dict)
    evidence = models.JSONField(null=True)

    class Meta:
        """How the table is kept."""

        db_table = "alerts_event"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.what}"
