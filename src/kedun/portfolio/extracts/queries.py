"""The newest assessments in the order of customers."""

from collections.abc import Sequence

from kedun.accounts.scopes import Scope
from kedun.assessments.models import Assessment
from kedun.facts.queries import customers_in
from kedun.kernel.days import Day


def newest(*, scope: Scope, on: Day, since: int | None, after: int, limit: int) -> Sequence[Assessment]:
    """Give the assessments of customers in a scope, each with its customer, whose customer's id lies behind `after`.

    `since`: only those that know more than this batch.
    """
    found = Assessment.objects.select_related("customer").filter(customer_id__gt=after, customer__is_retracted=False)
    if since is not None:
        found = found.filter(known_batch__gt=since)
    if scope.kind != "all":
        found = found.filter(customer_id__in=customers_in(scope, on).values("id"))
    return list(found.order_by("customer_id")[:limit])
