"""Tables of definitions: every version of what users design, written once and never changed."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from kedun.definitions.changes.states import STATES
from kedun.definitions.kinds import KINDS


class Version(models.Model):
    """One version of a definition. The database refuses to change or delete it: a change is the next version.

    `live_from`: its first day; null for what never counted, when there was more than one document of a kind.
    """

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
            models.CheckConstraint(condition=Q(key=F("kind")), name="definitions_version_one_of_kind"),
            models.CheckConstraint(condition=models.Q(version__gte=1), name="definitions_version_counted"),
            models.CheckConstraint(condition=models.Q(state="live"), name="definitions_version_live"),
        )

    def __str__(self) -> str:
        return f"{self.kind}/{self.key} v{self.version}"


class ChangeSet(models.Model):
    """Drafts that are checked, agreed to and put into force together.

    `live_from`: the first day it is to be in force; null: as soon as it is agreed to. `published`: the versions it made,
    by "kind:key". `revision` counts edits, so that nobody overwrites another's unseen. `findings`: why what was agreed to
    did not come into force, sentences in both languages.
    """

    title = models.TextField()
    maker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField(blank=True, default="")
    live_from = models.IntegerField(null=True)
    state = models.TextField(default="draft")
    request = models.ForeignKey("approvals.Request", models.PROTECT, null=True, related_name="+")
    published = models.JSONField(default=dict)
    findings = models.JSONField(default=list)
    revision = models.IntegerField(default=1)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        """How the table is kept."""

        db_table = "definitions_change_set"
        constraints = (models.CheckConstraint(condition=Q(state__in=STATES), name="definitions_change_set_state"),)

    def __str__(self) -> str:
        return f"{self.pk} {self.title} ({self.state})"


class Draft(models.Model):
    """The text of a definition as a change set would have it. `base_version`: the version it started from, 0 for none."""

    change_set = models.ForeignKey(ChangeSet, models.CASCADE, related_name="drafts")
    kind = models.TextField()
    key = models.TextField()
    body = models.TextField()
    sha256 = models.CharField(max_length=64)
    base_version = models.IntegerField()

    class Meta:
        """How the table is kept."""

        db_table = "definitions_draft"
        constraints = (
            models.UniqueConstraint(fields=("change_set", "kind", "key"), name="definitions_draft_once"),
            models.CheckConstraint(condition=Q(kind__in=KINDS), name="definitions_draft_kind"),
            models.CheckConstraint(condition=Q(key=F("kind")), name="definitions_draft_one_of_kind"),
        )

    def __str__(self) -> str:
        return f"{self.kind}/{self.key} in {self.change_set_id}"


class Cancellation(models.Model):
    """A version that was agreed to and taken back before its day: it is never in force."""

    version = models.OneToOneField(Version, models.PROTECT, related_name="cancellation")
    change_set = models.ForeignKey(ChangeSet, models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField()
    at = models.DateTimeField()

    class Meta:
        """How the table is kept."""

        db_table = "definitions_cancellation"

    def __str__(self) -> str:
        return f"{self.version_id}: {self.reason[:40]}"


class Offer(models.Model):
    """A shipped text that came with an upgrade: somebody proposes it as a change, or declines it.

    `is_shipped`: kedun comes with it now; what it came with earlier is kept, as what a firm's own text may rest on.
    """

    kind = models.TextField()
    body = models.TextField()
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()
    is_shipped = models.BooleanField(default=True)
    change_set = models.ForeignKey(ChangeSet, models.PROTECT, null=True, related_name="+")
    declined_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        """How the table is kept."""

        db_table = "definitions_offer"
        constraints = (
            models.UniqueConstraint(fields=("kind", "sha256"), name="definitions_offer_once"),
            models.UniqueConstraint(
                fields=("kind",), condition=Q(is_shipped=True), name="definitions_offer_shipped_once"
            ),
            models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="definitions_offer_kind"),
            models.CheckConstraint(
                condition=Q(change_set=None) | Q(declined_by=None), name="definitions_offer_one_answer"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.sha256[:8]}"


class Comment(models.Model):
    """What somebody said about a change set."""

    change_set = models.ForeignKey(ChangeSet, models.CASCADE, related_name="comments")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        """How the table is kept."""

        db_table = "definitions_comment"

    def __str__(self) -> str:
        return f"{self.person_id}: {self.text[:40]}"
