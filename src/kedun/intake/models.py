"""Tables of the intake: files handed in, their imports, rows that were not taken, what people said of headings."""

from django.db import models
from django.db.models import CheckConstraint, Q

IMPORT_STATES = ("waiting", "running", "done", "refused", "failed", "undoing", "undone")
REJECT_STATES = ("open", "corrected", "replayed", "dismissed", "superseded")
"""`superseded`: a newer import of the same sheet tells what is wrong with it, or took it in."""


class Upload(models.Model):
    """A file that a person handed in to look at; its content is kept under its hash.

    `id` is what the person names it by: nobody else can guess it.
    """

    id = models.CharField(max_length=32, primary_key=True)
    file_name = models.TextField()
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    actor = models.TextField()
    uploaded_at = models.DateTimeField()

    class Meta:
        db_table = "intake_upload"
        indexes = (models.Index(fields=("sha256",), name="intake_upload_content"),)
        constraints = (models.UniqueConstraint(fields=("actor", "sha256", "file_name"), name="intake_upload_once"),)

    def __str__(self) -> str:
        return f"{self.id} {self.file_name}"


class RememberedMapping(models.Model):
    """What a person said of a file's headings, offered again for every file with the same headings."""

    id = models.BigAutoField(primary_key=True)
    signature = models.CharField(max_length=64, unique=True)
    file_name = models.TextField()
    headings = models.JSONField()
    kind = models.TextField()
    columns = models.JSONField(default=dict)
    date_formats = models.JSONField(default=dict)
    constants = models.JSONField(default=dict)
    source = models.TextField()
    actor = models.TextField()
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "intake_mapping"

    def __str__(self) -> str:
        return f"{self.kind}: {self.file_name}"


class Import(models.Model):
    """One file that was handed in; the file itself is kept under its hash.

    `sheet` and `kind` are what was read of it and as what: with the content and the source they say which rows of
    two imports are the same. `options` is what the person stated. `cursor` holds the batches of facts written so far, each noted in its own
    transaction; `undo_cursor` those that took them back. `result` is what came of it, or why it was refused;
    `undo_result` what came of taking it back. `failure`: which work broke down for good, and the number of the error.
    """

    id = models.BigAutoField(primary_key=True)
    file_name = models.TextField()
    sha256 = models.CharField(max_length=64)
    size = models.BigIntegerField()
    sheet = models.TextField(blank=True, default="")
    kind = models.TextField(blank=True, default="")
    source = models.TextField()
    actor = models.TextField()
    options = models.JSONField(default=dict)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    state = models.TextField(default="waiting")
    cursor = models.JSONField(default=list)
    result = models.JSONField(null=True)
    undo_cursor = models.JSONField(default=list)
    undo_result = models.JSONField(null=True)
    undone_at = models.DateTimeField(null=True)
    failure = models.JSONField(null=True)

    class Meta:
        db_table = "intake_import"
        indexes = (models.Index(fields=("sha256", "source"), name="intake_import_content"),)
        constraints = (
            CheckConstraint(name="intake_import_state", condition=Q(state__in=IMPORT_STATES)),
            CheckConstraint(
                name="intake_import_finished",
                condition=Q(state__in=("waiting", "running"), finished_at__isnull=True)
                | Q(state__in=("done", "refused", "failed", "undoing", "undone"), finished_at__isnull=False),
            ),
            CheckConstraint(
                name="intake_import_failed",
                condition=Q(state="failed", failure__isnull=False) | ~Q(state="failed") & Q(failure__isnull=True),
            ),
            CheckConstraint(
                name="intake_import_undone",
                condition=Q(state="undone", undone_at__isnull=False) | ~Q(state="undone") & Q(undone_at__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"{self.id} {self.file_name} ({self.state})"


class ImportProgress(models.Model):
    """How far the work on an import has come; written beside its transactions, gone when it has ended."""

    of_import = models.OneToOneField(Import, on_delete=models.CASCADE, primary_key=True, related_name="progress")
    step = models.TextField()
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(null=True)
    since = models.DateTimeField()
    at = models.DateTimeField()

    class Meta:
        db_table = "intake_import_progress"

    def __str__(self) -> str:
        return f"import {self.of_import_id}: {self.step} {self.done}/{self.total}"


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
