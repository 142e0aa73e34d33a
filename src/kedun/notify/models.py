"""Tables of notify: one row for each thing that somebody is told."""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q

from kedun.notify.states import STATES


class Delivery(models.Model):
    """One thing that one person is told, in their language; the key keeps it from being told twice.

    `person` is null for the company's own address, which then stands in `address`. `subject_of`: what it is about, as
    "alert:12". `masks`: what is hidden in it, between spaces. `gravity`: the graver, the higher in a digest. `digest`: the
    delivery in which this one stands.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    address = models.TextField(blank=True, default="")
    channel = models.TextField(default="mail")
    topic = models.TextField()
    key = models.TextField(unique=True)
    subject_of = models.TextField(blank=True, default="")
    masks = models.TextField(blank=True, default="")
    gravity = models.SmallIntegerField(default=0)
    language = models.TextField()
    subject = models.TextField()
    body = models.TextField()
    state = models.TextField()
    attempts = models.IntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True, default="")
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    digest = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="gathered")

    class Meta:
        """How the table is kept."""

        db_table = "notify_delivery"
        constraints = (
            CheckConstraint(name="notify_delivery_state", condition=Q(state__in=STATES)),
            CheckConstraint(name="notify_delivery_channel", condition=Q(channel="mail")),
            CheckConstraint(name="notify_delivery_to", condition=Q(person__isnull=False) | ~Q(address="")),
            CheckConstraint(name="notify_delivery_tries", condition=~Q(state="waiting") | Q(next_try_at__isnull=False)),
            CheckConstraint(name="notify_delivery_sent", condition=~Q(state="sent") | Q(sent_at__isnull=False)),
            CheckConstraint(name="notify_delivery_digest", condition=~Q(state="gathered") | Q(digest__isnull=False)),
        )
        indexes = (
            models.Index(fields=("next_try_at", "id"), name="notify_delivery_waiting", condition=Q(state="waiting")),
            models.Index(fields=("person", "id"), name="notify_delivery_held", condition=Q(state="held")),
            models.Index(fields=("person", "-id"), name="notify_delivery_of_person"),
            models.Index(fields=("state", "-id"), name="notify_delivery_by_state"),
            models.Index(fields=("subject_of",), name="notify_delivery_subject"),
        )

    def __str__(self) -> str:
        return f"{self.key} {self.state}"
