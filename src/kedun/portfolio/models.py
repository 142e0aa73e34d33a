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
