"""Back-tests as they are kept."""

from django.db import models
from django.db.models import Q

from kedun.review.states import STATES


class Backtest(models.Model):
    """One back-test: what was tried, over which days and on which terms, and what came out.

    `texts`: the documents that were tried, by kind. `days`: day numbers. `batch`: the newest batch of facts it read.
    `done`: how many days are folded. `refusal`: why it failed, in both languages. `search`: of which rule and threshold which
    values were tried, the present one among them, and the changes that were drafted from it; null where none was sought.
    """

    by = models.TextField()
    change_set = models.ForeignKey("definitions.ChangeSet", models.SET_NULL, null=True, related_name="+")
    texts = models.JSONField(default=dict)
    search = models.JSONField(null=True)
    days = models.JSONField(default=list)
    terms = models.JSONField(default=dict)
    state = models.TextField(default="waiting")
    done = models.IntegerField(default=0)
    batch = models.BigIntegerField(null=True)
    live_hash = models.TextField(blank=True, default="")
    draft_hash = models.TextField(blank=True, default="")
    result = models.JSONField(null=True)
    result_sha256 = models.TextField(blank=True, default="")
    refusal = models.JSONField(null=True)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        """How the table is kept."""

        db_table = "review_backtest"
        constraints = (models.CheckConstraint(condition=Q(state__in=STATES), name="review_backtest_state"),)

    def __str__(self) -> str:
        return f"{self.pk} ({self.state})"
