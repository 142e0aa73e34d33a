"""Tables of pages: lists that people keep, and what the whole book looked like day by day."""

from django.db import models


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
