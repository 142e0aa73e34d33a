"""The rows that hold assessments: the current one of each customer, and those of days that mattered."""

from django.db import models
from django.db.models.expressions import Combinable, Func
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce, Greatest, Least, NullIf

MOST_MINOR = 9_000_000_000_000_000_000
"""No stored figure exceeds this, whatever a formula says: the column holds 64 bits."""

FIRED = '$.keyvalue() ? (@.value.verdict == "fired").key'
"""The path to the keys of the rules that fired."""

FULL = 10_000
"""A whole score or value in hundredths of a point."""


class AssessmentFields(models.Model):
    """What an assessment says; scores in hundredths of a point.

    `earlier_grade`, `earlier_since`: the standing grade as earlier days had left it ("" for none), from which every
    assessment of this day starts.
    """

    as_of = models.IntegerField()
    known_batch = models.BigIntegerField()
    policy_hash = models.CharField(max_length=64)
    language_version = models.IntegerField()
    readings = models.JSONField()
    missing = models.JSONField()
    points = models.JSONField()
    score = models.IntegerField(null=True)
    low = models.IntegerField(null=True)
    high = models.IntegerField(null=True)
    coverage = models.FloatField(null=True)
    signal_points = models.IntegerField()
    raw_grade = models.TextField()
    standing_grade = models.TextField()
    standing_since = models.IntegerField()
    earlier_grade = models.TextField(default="")
    earlier_since = models.IntegerField(null=True)
    value_points = models.IntegerField(null=True)
    value_tier = models.TextField()
    quadrant = models.TextField()
    verdicts = models.JSONField()
    outcome = models.CharField(max_length=64)
    assessed_at = models.DateTimeField()

    class Meta:
        """Shared columns only."""

        abstract = True


def _exact(expression: Combinable) -> Combinable:
    return Cast(expression, models.DecimalField(max_digits=400, decimal_places=4))


def _reading(key: str) -> Combinable:
    return _exact(KeyTextTransform(key, "readings"))


def _minor(value: Combinable) -> Func:
    return Greatest(Least(value, models.Value(MOST_MINOR)), models.Value(-MOST_MINOR))


def _amount(key: str) -> "models.GeneratedField":
    return models.GeneratedField(
        # PostgreSQL's LEAST passes over a null, which comes out as the bound and becomes null again.
        expression=Cast(NullIf(_minor(_reading(key)), models.Value(MOST_MINOR)), models.BigIntegerField()),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )


def _risk() -> Combinable:
    """Write what is missing to a full score; of an unrated customer, to the middle of its range."""
    middle = (models.F("low") + models.F("high")) / 2
    return _exact(FULL - Coalesce(models.F("score"), middle, models.Value(FULL // 2)))


def priority_of(receivable: Combinable) -> Func:
    """Write value × risk × exposure over a row's score, range and value. Source: docs/why/priority.md."""
    exposure = Greatest(Coalesce(_exact(receivable), models.Value(0)), models.Value(0))
    value = FULL // 2 + Coalesce(models.F("value_points"), models.Value(FULL // 2))
    return Cast(_minor(exposure * _risk() * value / (FULL * FULL)), models.BigIntegerField())


class Assessment(AssessmentFields):
    """The newest assessment of a customer. `outcome` hashes score, grade, quadrant and verdicts.

    The generated columns are what lists sort by and figures add up; `priority`: money at risk, weighted by value; `fired`:
    the keys of the rules that fire.
    """

    customer = models.OneToOneField("facts.Customer", models.CASCADE, primary_key=True, related_name="+")
    receivable_minor = _amount("receivable_minor")
    overdue_minor = _amount("overdue_minor")
    due_unknown_minor = _amount("due_unknown_minor")
    overdue_1_30_minor = _amount("overdue_1_30_minor")
    overdue_31_60_minor = _amount("overdue_31_60_minor")
    overdue_61_90_minor = _amount("overdue_61_90_minor")
    overdue_over_90_minor = _amount("overdue_over_90_minor")
    overdue_days_max = _amount("overdue_days_max")
    limit_utilisation = models.GeneratedField(
        expression=Cast(KeyTextTransform("limit_utilisation", "readings"), models.FloatField()),
        output_field=models.FloatField(null=True),
        db_persist=True,
    )
    priority = models.GeneratedField(
        expression=priority_of(KeyTextTransform("receivable_minor", "readings")),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )
    fired = models.GeneratedField(
        expression=models.Func(
            "verdicts", models.Value(FIRED), function="jsonb_path_query_array", output_field=models.JSONField()
        ),
        output_field=models.JSONField(),
        db_persist=True,
    )

    class Meta:
        """Overview and lists sort by these."""

        db_table = "assessments_assessment"
        indexes = (
            models.Index(fields=["standing_grade"]),
            models.Index(fields=["quadrant"]),
            models.Index(fields=["score"]),
            models.Index(models.F("priority").desc(), "customer", name="assessments_by_priority"),
        )

    def __str__(self) -> str:
        return f"{self.customer_id}@{self.as_of}: {self.score}"


class AssessmentHistory(AssessmentFields):
    """An assessment kept because its outcome changed, or because it closed a month."""

    customer = models.ForeignKey("facts.Customer", models.CASCADE, related_name="+")

    class Meta:
        """One row per customer and day."""

        db_table = "assessments_history"
        constraints = (models.UniqueConstraint(fields=["customer", "as_of"], name="assessments_one_per_day"),)
        indexes = (models.Index(fields=["as_of", "standing_grade"], name="assessments_grades"),)

    def __str__(self) -> str:
        return f"{self.customer_id}@{self.as_of}: {self.score}"


class BookRun(models.Model):
    """One run over the whole book. `done` of `total` customers are stored; unfinished ones of the day are gone on with.

    `seen_at`: its last sign of life; `is_stop_asked`: somebody wants it to stop after the chunk it is at.
    """

    as_of = models.IntegerField()
    known_batch = models.BigIntegerField()
    policy_hash = models.CharField(max_length=64)
    state = models.TextField(default="running")
    total = models.IntegerField()
    done = models.IntegerField(default=0)
    begun_done = models.IntegerField(default=0)
    begun_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    is_stop_asked = models.BooleanField(default=False)

    class Meta:
        """Of a day, a batch and a policy there is one; it may be begun several times."""

        db_table = "assessments_book_run"
        constraints = (
            models.UniqueConstraint(fields=["as_of", "known_batch", "policy_hash"], name="assessments_one_run"),
            models.CheckConstraint(
                name="assessments_run_state", condition=models.Q(state__in=("running", "stopped", "finished"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.as_of}: {self.done}/{self.total}"
