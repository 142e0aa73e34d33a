"""Changes that each work alone may not work together: what would break the policy does not come into force."""

from typing import Any

import pytest

from kedun.accounts.models import Audit
from kedun.assessments.queries import live_policy
from kedun.definitions.queries import live
from kedun.kernel.clock import clock, today
from kedun.kernel.days import to_date
from tests.definitions.test_changes import begun, body, decided, edited, submitted
from tests.web.clients import ApiClient

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("policy")]


UNUSED = """
  orders_twice:
    dimension: behaviour
    formula: order_count_12m + order_count_12m
    unit: count
    worse: lower
    label: {zh: 两倍订单数, en: Orders twice}
    source: 内部 · own
    level: customer
"""


def with_an_unused_indicator(maker: ApiClient, cfo: ApiClient) -> str:
    """Put an indicator into force that nothing uses, and give the text without it."""
    before = body("indicators")
    decided(cfo, submitted(maker, begun(maker, "indicators", before.rstrip("\n") + UNUSED)))
    assert "orders_twice" in live_policy(today(clock())).policy.indicators.indicators
    return before


def using_it() -> str:
    return edited("rules", 'when: "overdue_days_max > days', 'when: "orders_twice < 1 AND overdue_days_max > days')


def test_of_two_agreed_changes_the_one_that_would_break_the_policy_stays_out(
    maker: ApiClient, other: ApiClient, cfo: ApiClient
) -> None:
    without = with_an_unused_indicator(maker, cfo)
    uses = submitted(other, begun(other, "rules", using_it()))
    removes = submitted(maker, begun(maker, "indicators", without))
    decided(cfo, uses)
    decided(cfo, removes)
    shown: dict[str, Any] = maker.get(f"/policy-changes/{removes['id']}").json
    assert shown["state"]["code"] == "outdated"
    assert len(shown["findings"]) == 1
    assert "“Orders twice” (Indicators) cannot be retired" in shown["findings"][0]
    assert shown["published"] == {}
    assert "orders_twice" in live_policy(today(clock())).policy.indicators.indicators, "what was there still works"
    noted = Audit.objects.get(subject=f"change:{removes['id']}", verb="policy.outdated")
    assert "两倍订单数" in noted.params["findings"][0]["zh"]
    text = maker.put(f"/policy-changes/{removes['id']}/drafts/indicators", {"body": body("indicators")}).json
    assert text["findings"] == [], "what is edited is a draft again, of which nothing was found yet"


def test_a_version_to_come_is_not_broken_either(maker: ApiClient, other: ApiClient, cfo: ApiClient) -> None:
    without = with_an_unused_indicator(maker, cfo)
    day = to_date(today(clock()) + 10).isoformat()
    decided(cfo, submitted(other, begun(other, "rules", using_it()), live_from=day))
    change = begun(maker, "indicators", without)
    assert change["check"]["passes"] is False
    told = maker.post(f"/policy-changes/{change['id']}/submit", {"reason": "unused"})
    assert (told.status, told.json["code"]) == (409, "breaks_later")
    assert day in told.json["message"]


def test_a_policy_that_works_no_more_can_be_mended(maker: ApiClient, cfo: ApiClient) -> None:
    with_an_unused_indicator(maker, cfo)
    from kedun.definitions.actions import publish
    from kedun.definitions.starter import draft_of

    broken = draft_of(using_it().replace("orders_twice", "orders_thrice"), kind="rules", key="rules", file="rules")
    publish(broken, actor="test", on=today(clock()), reason="", at=clock().now())
    mended = begun(maker, "rules", live("rules")["rules"].body.replace("orders_thrice", "orders_twice"))
    decided(cfo, submitted(maker, mended))
    assert live("rules")["rules"].version == 3
