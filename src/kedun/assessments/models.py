"""The rows that hold assessments: the current one of each customer, and those of days that mattered."""

from django.db import models


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


class Assessment(AssessmentFields):
    """The newest assessment of a customer. `outcome` hashes score, grade, quadrant and verdicts."""

    customer = models.OneToOneField("facts.Customer", models.CASCADE, primary_key=True, related_name="+")

    class Meta:
        """Overview and lists sort by these."""

        db_table = "assessments_assessment"
        indexes = (
            models.Index(fields=["standing_grade"]),
            models.Index(fields=["quadrant"]),
            models.Index(fields=["score"]),
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

    def __str__(self) -> str:
        return f"{self.customer_id}@{self.as_of}: {self.score}"
