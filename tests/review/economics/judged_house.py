"""A house whose alerts were opened 300 days ago, and of each of which it is known by hand what followed."""

from kedun.alerts.actions import acknowledge, apply_verdicts, resolve
from kedun.alerts.decide import CustomerVerdict, VerdictWord
from kedun.alerts.models import Alert
from kedun.facts.queries import last_batch
from kedun.kernel.days import Day
from tests.pipeline.small_house import START, bill, clock_on, customer, number_of, open_house, paid, receive

RULE, OTHER = "overdue_30_days", "overdue_60_days"
DAY: Day = START - 300
"""When alerts opened: nobody doubts any more what followed within 180 days."""


def opened(code: str, rule: str = RULE, day: Day = DAY, verdict: VerdictWord = "fired") -> int:
    """Let a rule fire, or be clear; gives the alert."""
    said = CustomerVerdict(
        customer_id=number_of(code),
        rule_key=rule,
        rule_version=1,
        verdict=verdict,
        severity="medium",
        risk_type="credit",
    )
    apply_verdicts([said], as_of=day, known_at=last_batch(), clock=clock_on(day))
    return Alert.objects.filter(customer_id=number_of(code), rule_key=rule).latest("occurrence").pk


def open_judged_house() -> dict[str, int]:
    """BAD stays unpaid; GOOD pays late and orders meanwhile; LATE was bad before; DOUBTED was called a false alarm; NEW is new.

    LOST is written off nine days after its only alert, of another rule, and pays a part of it in the end.

    Gives the alerts of the rule by customer.
    """
    open_house()
    due = DAY - 30
    receive(
        customer=[customer(code) for code in ("BAD", "GOOD", "LATE", "DOUBTED", "NEW", "LOST")],
        invoice=[
            bill("BAD", due_on=due),
            bill("GOOD", due_on=due),
            bill("LATE", due_on=DAY - 100),
            bill("DOUBTED", due_on=due, amount="600.00"),
            bill("NEW", due_on=START - 40),
            bill("LOST", due_on=DAY, amount="500.00"),
        ],
        payment=[paid("GOOD", on=DAY + 10)],
        bad_debt=[_entry("write_off", DAY + 40, "500.00"), _entry("recovery", DAY + 70, "120.00")],
        order=[_order("GOOD", DAY + 5, "400.00"), _order("GOOD", DAY + 40, "900.00"), _order("BAD", DAY + 5, "70.00")],
    )
    found = {code: opened(code) for code in ("BAD", "GOOD", "LATE", "DOUBTED")}
    opened("BAD", OTHER, DAY + 31)
    opened("LOST", OTHER, DAY + 31)
    opened("GOOD", day=DAY + 11, verdict="clear")
    acknowledge(found["BAD"], actor="person:1", by_clock=clock_on(DAY + 1))
    resolve(
        found["DOUBTED"], reason="false_alarm", note="pays soon", actor="person:1", as_of=DAY + 2,
        by_clock=clock_on(DAY + 2),
    )  # fmt: skip
    return {**found, "NEW": opened("NEW", day=START - 10)}


def _order(code: str, day: Day, amount: str) -> dict[str, object]:
    name = f"{code}-{day}"
    return {"external_id": name, "customer": code, "order_no": name, "placed_on": day, "amount": amount}


def _entry(entry: str, day: Day, amount: str) -> dict[str, object]:
    name = f"LOST-{entry}"
    return {
        "external_id": name, "customer": "LOST", "entry": entry, "document_no": "LOST-1", "booked_on": day, "amount": amount,
    }  # fmt: skip
