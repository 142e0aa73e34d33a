"""Tables of accounts: people, teams, API keys, settings, and who did, saw and exported what."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.db.models.functions import Lower

from kedun.accounts.roles import KEY_RIGHTS, KEY_SCOPES, NOTIFY, ROLES
from kedun.kernel.days import FIRST_DAY, LAST_DAY


class People(BaseUserManager["Person"]):
    """Finds people by their log-in name; `people.actions` is what makes them."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email=(username or "").lower())


class Person(AbstractBaseUser):
    """Somebody who logs in."""

    email = models.EmailField(max_length=254, unique=True)
    name = models.TextField()
    role = models.TextField()
    language = models.TextField(default="zh")
    is_active = models.BooleanField(default=True)
    notify = models.TextField(default="at_once")
    notify_address = models.TextField(blank=True, default="")
    created_at = models.DateTimeField()
    revision = models.IntegerField(default=1)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name", "role"]

    objects: ClassVar[People] = People()

    class Meta:
        """How the table is kept."""

        db_table = "accounts_person"
        constraints = (
            CheckConstraint(name="accounts_person_role", condition=Q(role__in=ROLES)),
            CheckConstraint(name="accounts_person_language", condition=Q(language__in=("zh", "en"))),
            CheckConstraint(name="accounts_person_notify", condition=Q(notify__in=NOTIFY)),
            CheckConstraint(name="accounts_person_email_lower", condition=Q(email=Lower("email"))),
        )

    def __str__(self) -> str:
        return self.name


class NameInFiles(models.Model):
    """What imported files call a person, so that a customer's owner as a text finds the person. One name, one person."""

    name = models.TextField(primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="file_names")

    class Meta:
        """How the table is kept."""

        db_table = "accounts_name_in_files"

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """People who look after customers together."""

    name = models.TextField(unique=True)
    lead = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="leads")
    revision = models.IntegerField(default=1)

    class Meta:
        """How the table is kept."""

        db_table = "accounts_team"

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A stretch of days, both ends included, in which a person belongs to a team."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="memberships")
    from_day = models.IntegerField()
    to_day = models.IntegerField(null=True)
    is_lead = models.BooleanField(default=False)

    class Meta:
        """How the table is kept."""

        db_table = "accounts_membership"
        constraints = (
            CheckConstraint(
                name="accounts_membership_days",
                condition=Q(from_day__gte=FIRST_DAY, from_day__lte=LAST_DAY)
                & (Q(to_day__isnull=True) | Q(to_day__gte=F("from_day"), to_day__lte=LAST_DAY)),
            ),
            UniqueConstraint(
                fields=("person", "team"), condition=Q(to_day__isnull=True), name="accounts_membership_open"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} in {self.team_id} from {self.from_day}"


class ApiKey(models.Model):
    """A program's way in. Only the hash of its secret is kept; it can never approve anything."""

    prefix = models.TextField(unique=True)
    secret_hash = models.TextField()
    name = models.TextField()
    right = models.TextField()
    scope = models.TextField(default="all")
    teams = models.ManyToManyField(Team, db_table="accounts_api_key_team")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(Person, on_delete=models.PROTECT)
    expires_on = models.IntegerField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        """How the table is kept."""

        db_table = "accounts_api_key"
        constraints = (
            CheckConstraint(name="accounts_api_key_right", condition=Q(right__in=KEY_RIGHTS)),
            CheckConstraint(name="accounts_api_key_scope", condition=Q(scope__in=KEY_SCOPES)),
        )

    def __str__(self) -> str:
        return f"{self.prefix} {self.name}"


class AccessLog(models.Model):
    """Somebody looked at something, or took it away."""

    at = models.DateTimeField()
    actor = models.TextField()
    what = models.TextField()
    subject = models.TextField(blank=True, default="")
    rows = models.IntegerField()

    class Meta:
        """How the table is kept."""

        db_table = "accounts_access_log"
        indexes = (
            models.Index(fields=("subject", "id"), name="accounts_access_subject"),
            models.Index(fields=("actor", "id"), name="accounts_access_actor"),
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.what} {self.subject}"


class Setting(models.Model):
    """One group of settings of the company."""

    key = models.TextField(primary_key=True)
    value = models.JSONField(default=dict)
    revision = models.IntegerField(default=1)

    class Meta:
        """How the table is kept."""

        db_table = "accounts_setting"

    def __str__(self) -> str:
        return f"{self.key} revision {self.revision}"


class Answer(models.Model):
    """What a write with an Idempotency-Key was answered, so that its repetition gets the same."""

    actor = models.TextField()
    key = models.TextField()
    operation = models.TextField()
    request_hash = models.TextField()
    status = models.IntegerField(null=True)
    content = models.TextField(null=True)  # noqa: DJ001 - null is "not kept", an empty text is an answer
    at = models.DateTimeField()

    class Meta:
        """How the table is kept."""

        db_table = "accounts_answer"
        constraints = (UniqueConstraint(fields=("actor", "key"), name="accounts_answer_key"),)
        indexes = (models.Index(fields=("at",), name="accounts_answer_at"),)

    def __str__(self) -> str:
        return f"{self.actor} {self.key}"


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
        indexes = (
            models.Index(fields=("subject", "id"), name="accounts_audit_subject"),
            models.Index(fields=("verb", "id"), name="accounts_audit_verb"),  # of a long trail, the few of one sort
        )

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.verb} {self.subject}"


class AuditLink(models.Model):
    """The place of an audit row in the chain of hashes. `position` counts from 1 without a gap; see accounts/chain."""

    position = models.BigIntegerField(primary_key=True)
    audit_id = models.BigIntegerField(unique=True)
    hash = models.BinaryField(max_length=32)

    class Meta:
        """How the table is kept."""

        db_table = "accounts_audit_link"

    def __str__(self) -> str:
        return f"{self.position}: audit {self.audit_id}"
