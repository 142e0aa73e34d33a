"""Tables of pages: lists that people keep, and what the whole book looked like day by day."""

from django.db import models

from kedun.assessments.models import priority_of


class SavedView(models.Model):
    """A list of customers that a person keeps under a name; `query` is the query string of the list."""

    person = models.ForeignKey("accounts.Person", on_delete=models.CASCADE, related_name="+")
    name = models.TextField()
    query = models.TextField()
    is_shared = models.BooleanField(default=False)
    changed_at = models.DateTimeField()

    class Meta:
        """How the table is kept."""

        db_table = "portfolio_saved_view"
        constraints = (models.UniqueConstraint(fields=("person", "name"), name="portfolio_saved_view_once"),)

    def __str__(self) -> str:
        return self.name


class BookDay(models.Model):
    """What the whole book owed at the end of a day, as the nightly run of that day saw it."""

    as_of = models.IntegerField(primary_key=True)
    known_batch = models.BigIntegerField()
    customers = models.IntegerField()
    receivable_minor = models.BigIntegerField()
    overdue_minor = models.BigIntegerField()

    class Meta:
        """How the table is kept."""

        db_table = "portfolio_book_day"

    def __str__(self) -> str:
        return f"{self.as_of}: {self.overdue_minor} of {self.receivable_minor}"


class MonthGrades(models.Model):
    """How many customers stood in each grade at a month-end, by history rows; retracted ones are counted too.

    `counts`: customers by standing grade, empty where nobody was assessed.
    """

    as_of = models.IntegerField(primary_key=True)
    counts = models.JSONField()

    class Meta:
        """How the table is kept."""

        db_table = "portfolio_month_grades"

    def __str__(self) -> str:
        return f"{self.as_of}: {self.counts}"


class MovementReport(models.Model):
    """How the book stood at a month-end against the month-end before, by one policy and one batch of facts."""

    as_of = models.IntegerField(primary_key=True)
    before = models.IntegerField()
    known_batch = models.BigIntegerField()
    policy_hash = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        """How the table is kept."""

        db_table = "portfolio_movement_report"

    def __str__(self) -> str:
        return f"{self.before} to {self.as_of}"


class MovementLine(models.Model):
    """One customer of a report; scores in hundredths of a point, null when too little was known; "" for no grade then."""

    report = models.ForeignKey(MovementReport, on_delete=models.CASCADE, related_name="lines", db_index=False)
    customer = models.ForeignKey("facts.Customer", on_delete=models.CASCADE, related_name="+")
    grade_before = models.TextField()
    grade = models.TextField()
    score_before = models.IntegerField(null=True)
    score = models.IntegerField(null=True)
    receivable_before_minor = models.BigIntegerField(null=True)
    receivable_minor = models.BigIntegerField(null=True)
    overdue_before_minor = models.BigIntegerField(null=True)
    overdue_minor = models.BigIntegerField(null=True)

    class Meta:
        """How the table is kept."""

        db_table = "portfolio_movement_line"
        constraints = (models.UniqueConstraint(fields=("report", "customer"), name="portfolio_movement_once"),)

    def __str__(self) -> str:
        return f"{self.customer_id}: {self.grade_before} to {self.grade}"


class PastBook(models.Model):
    """The book of a past day, as known at a batch, judged by a policy: worked out when somebody asked, kept for a while."""

    as_of = models.IntegerField()
    known_batch = models.BigIntegerField()
    policy_hash = models.CharField(max_length=64)
    origin = models.TextField()
    made_at = models.DateTimeField()

    class Meta:
        """How the table is kept."""

        db_table = "portfolio_past_book"
        constraints = (
            models.UniqueConstraint(
                fields=("as_of", "known_batch", "policy_hash", "origin"), name="portfolio_past_book_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.as_of} at {self.known_batch}"


class PastLine(models.Model):
    """What lists sort and filter by, of one customer in a past book; named as in the newest assessments."""

    book = models.ForeignKey(PastBook, on_delete=models.CASCADE, related_name="+", db_index=False)
    customer = models.ForeignKey("facts.Customer", on_delete=models.CASCADE, related_name="+")
    as_of = models.IntegerField()
    score = models.IntegerField(null=True)
    low = models.IntegerField(null=True)
    high = models.IntegerField(null=True)
    coverage = models.FloatField(null=True)
    standing_grade = models.TextField()
    standing_since = models.IntegerField()
    value_points = models.IntegerField(null=True)
    value_tier = models.TextField()
    quadrant = models.TextField()
    receivable_minor = models.BigIntegerField(null=True)
    overdue_minor = models.BigIntegerField(null=True)
    due_unknown_minor = models.BigIntegerField(null=True)
    overdue_1_30_minor = models.BigIntegerField(null=True)
    overdue_31_60_minor = models.BigIntegerField(null=True)
    overdue_61_90_minor = models.BigIntegerField(null=True)
    overdue_over_90_minor = models.BigIntegerField(null=True)
    overdue_days_max = models.BigIntegerField(null=True)
    limit_utilisation = models.FloatField(null=True)
    fired = models.JSONField()
    priority = models.GeneratedField(
        expression=priority_of(models.F("receivable_minor")),
        output_field=models.BigIntegerField(null=True),
        db_persist=True,
    )

    class Meta:
        """How the table is kept."""

        db_table = "portfolio_past_line"
        constraints = (models.UniqueConstraint(fields=("book", "customer"), name="portfolio_past_line_once"),)

    def __str__(self) -> str:
        return f"{self.customer_id} in {self.book_id}"


class KeptPairs(models.Model):
    """The pairs of customers that may be one firm, as compared in one state of customers, contacts and people.

    `pairs`: both numbers, what they have in common, and whether their registry numbers differ.
    """

    state = models.CharField(max_length=64, primary_key=True)
    pairs = models.JSONField()
    made_at = models.DateTimeField()

    class Meta:
        """How the table is kept."""

        db_table = "portfolio_kept_pairs"

    def __str__(self) -> str:
        return self.state
