"""Tables of outbox: what must go out after the commit."""

from django.db import models


class Outgoing(models.Model):
    """One thing to send. Topic and key together are unique, so that doing a thing twice sends it once."""

    topic = models.TextField()
    key = models.TextField()
    payload = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    attempts = models.IntegerField(default=0)

    class Meta:
        """How the table is kept."""

        db_table = "outbox_outgoing"
        constraints = (
            models.UniqueConstraint(fields=("topic", "key"), name="outbox_outgoing_once"),
            models.CheckConstraint(condition=models.Q(attempts__gte=0), name="outbox_outgoing_attempts"),
        )
        indexes = (
            models.Index(fields=("topic", "id"), name="outbox_outgoing_waiting", condition=models.Q(sent_at=None)),
        )

    def __str__(self) -> str:
        return f"{self.topic} {self.key}"
