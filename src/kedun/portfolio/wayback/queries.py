"""From where a plan looks ahead: which day, and by when the customer may be asked to pay."""

from kedun.accounts.company.queries import calendar
from kedun.assessments.queries import live_policy, policies_to_come
from kedun.assessments.wayback.store import HORIZON_DAYS, Wish
from kedun.kernel.days import Day, to_date, worked_day_after
from kedun.kernel.refusals import Invalid
from kedun.portfolio.queries import Moment

WORKED_DAYS = 10
"""How many worked days a customer has to pay, unless another day is asked for."""

LATEST_DAYS = 90
"""How far ahead the day of payment may lie."""


class PaymentDayOutOfReach(Invalid):
    """{pay_by} cannot be the day to pay by: choose a day after {as_of}, at most {days} days later."""

    zh = "{pay_by} 不能作为付款期限：请选择 {as_of} 之后 {days} 天以内的日期。"


def wish(at: Moment, *, pay_by: Day | None = None) -> Wish:
    """Say from where one looks ahead, with ten working days to pay unless another day is named, and the policies to come.

    Raises: PaymentDayOutOfReach, NoPolicy.
    """
    policy = live_policy(at.judged_on).policy
    last = at.as_of + LATEST_DAYS
    by = pay_by
    if by is None:
        by = worked_day_after(at.as_of, WORKED_DAYS, is_worked=calendar().is_worked, within=LATEST_DAYS)
    if not at.as_of < by <= last:
        raise PaymentDayOutOfReach(
            pay_by=to_date(by).isoformat(), as_of=to_date(at.as_of).isoformat(), days=LATEST_DAYS
        )
    coming = () if at.is_past or at.policy_on is not None else policies_to_come(at.as_of, at.as_of + HORIZON_DAYS)
    return Wish(at.as_of, at.known_at, is_past=at.is_past, policy=policy, pay_by=by, coming=coming)
