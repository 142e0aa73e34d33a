"""Tables of definitions: every version of what users design, written once and never changed."""

from django.db import models

from kedun.definitions.kinds import KINDS


class Version(models.Model):
    """One version of a definition. The database refuses to change or delete it: a change is the next version."""

    kind = models.TextField()
    key = models.TextField()
    version = models.IntegerField()
    body = models.TextField()
    sha256 = models.CharField(max_length=64)
    state = models.TextField()
    live_from = models.IntegerField(null=True)
    author = models.TextField()
    reason = models.TextField(blank=True, default="")
    created_at = models.DateTimeField()

    class Meta:
        """How the table is kept."""

        db_table = "definitions_version"
        constraints = (
            models.UniqueConstraint(fields=("kind", "key", "version"), name="definitions_version_once"),
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="definitions_version_kind"),
            models.CheckConstraint(condition=models.Q(version__gte=1), name="definitions_version_counted"),
            models.CheckConstraint(
                condition=models.Q(state="live", live_from__isnull=False), name="definitions_version_live"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind}/{self.key} v{self.version}"
