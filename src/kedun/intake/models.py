"""Tables of the intake: each import of a file, and each row that was not taken."""

from django.db import models
from django.db.models import CheckConstraint, Q

IMPORT_STATES = ("waiting", "running", "done", "refused")
REJECT_STATES = ("open", "corrected", "replayed", "dismissed")


class Import(models.Model):
    """One file that was handed in; the file itself is kept under its hash.

    `options` is what the person stated. `cursor` holds the batches of facts written so far, each noted in its own
    transaction. `result` is what came of it, or why it was refused.
    """

    id = models.BigAutoField(primary_key=True)
    file_name = models.TextField()
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    kind = models.TextField(blank=True, default="")
    source = models.TextField()
    actor = models.TextField()
    options = models.JSONField(default=dict)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    state = models.TextField(default="waiting")
    cursor = models.JSONField(default=list)
    result = models.JSONField(null=True)

    class Meta:
        db_table = "intake_import"
        indexes = (models.Index(fields=("sha256", "source"), name="intake_import_content"),)
        constraints = (
            CheckConstraint(name="intake_import_state", condition=Q(state__in=IMPORT_STATES)),
            CheckConstraint(
                name="intake_import_finished",
                condition=Q(state__in=("waiting", "running"), finished_at__isnull=True)
                | Q(state__in=("done", "refused"), finished_at__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.id} {self.file_name} ({self.state})"


class Reject(models.Model):
    """One row of a file that was not taken: what is wrong first, all that is wrong, the row as it stood, as corrected."""

    id = models.BigAutoField(primary_key=True)
    of_import = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="rejects")
    row = models.BigIntegerField()
    column = models.TextField(blank=True, default="")
    value = models.TextField(blank=True, default="")
    code = models.TextField()
    params = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    original = models.JSONField()
    corrected = models.JSONField(null=True)
    state = models.TextField(default="open")
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "intake_reject"
        indexes = (models.Index(fields=("state", "of_import"), name="intake_reject_state"),)
        constraints = (
            models.UniqueConstraint(fields=("of_import", "row"), name="intake_reject_row"),
            CheckConstraint(name="intake_reject_state_known", condition=Q(state__in=REJECT_STATES)),
        )

    def __str__(self) -> str:
        return f"import {self.of_import_id} row {self.row}: {self.code}"
