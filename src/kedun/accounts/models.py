"""Tables of accounts: who did what, written once and never changed."""

from django.db import models


class Audit(models.Model):
    """One thing that somebody, or a job, did. The database refuses to change or delete a row."""

    at = models.DateTimeField()
    actor = models.TextField()
    verb = models.TextField()
    subject = models.TextField(blank=True, default="")
    params = models.JSONField(default=dict)

    class Meta:
        """How the table is kept."""

        db_table = "accounts_audit"
        indexes = (models.Index(fields=("subject", "id"), name="accounts_audit_subject"),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.subject}"
