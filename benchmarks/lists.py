"""How long lists and customer pages take: p50 and p95 of the API with 100,000 customers.

    DATABASE_URL=… python -m benchmarks.lists --copies 83     once: makes 84 customers of each of an assessed sample company
    DATABASE_URL=… python -m benchmarks.lists                 measures

The requests go through the whole of Django (session, rights, scope, JSON) in one process, without a network; each
endpoint is asked with changing filters and customers, so that no answer is that of the request before.
"""

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from kedun.accounts.models import Person

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kedun.web.settings")

STEP = 20_000_000
"""What is added to every id for each copy."""


@dataclass(frozen=True)
class Measured:
    """Milliseconds of one endpoint: by the clock, and of both processors of ours, Python's and the database's."""

    name: str
    times: list[float]
    cpu: list[float]

    def line(self) -> str:
        ordered, busy = sorted(self.times), sorted(self.cpu)
        p95, p95_cpu = (each[min(len(each) - 1, round(len(each) * 0.95))] for each in (ordered, busy))
        return (
            f"{self.name:<42} {len(ordered):>4} {statistics.median(ordered):>8.1f} {p95:>8.1f} {ordered[-1]:>8.1f}"
            f" {statistics.median(busy):>8.1f} {p95_cpu:>8.1f}"
        )


def main() -> None:
    """Read what is asked for, and do it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, default=0, help="copies to make of every customer before measuring")
    parser.add_argument("--requests", type=int, default=100, help="requests per endpoint")
    given = parser.parse_args()
    import django

    django.setup()
    if given.copies:
        from benchmarks.copies import multiply

        multiply(given.copies, step=STEP)
    measure(given.requests)


def measure(requests: int) -> None:
    """Ask every endpoint so many times and print how long it took."""
    from django.conf import settings
    from django.test import Client

    from kedun.accounts.models import Person
    from kedun.facts.models import CURRENT
    from kedun.kernel.clock import clock

    settings.KEDUN_PACE = (1e9, 10**9)
    settings.ALLOWED_HOSTS = ["testserver"]
    people = {
        role: Person.objects.get_or_create(
            email=f"benchmark-{role}@example.com", defaults={"name": role, "role": role, "created_at": clock().now()}
        )[0]
        for role in ("ceo", "sales")
    }
    clients = {role: Client() for role in people}
    for role, person in people.items():
        clients[role].force_login(person)
    give_customers(people["sales"])
    everybody = CURRENT["customer"]._default_manager.filter(is_retracted=False)
    codes = list(everybody.values_list("code", flat=True))
    print(f"{len(codes)} customers, {requests} requests each")  # noqa: T201 - what a benchmark is for
    print(f"{'endpoint':<42} {'n':>4} {'p50 ms':>8} {'p95 ms':>8} {'max ms':>8} {'CPU p50':>8} {'CPU p95':>8}")  # noqa: T201
    work = processor()
    chance = random.Random(7)  # noqa: S311 - the same requests every time
    for name, paths in endpoints(codes, chance).items():
        times, cpu = [], []
        client = clients["sales" if name.endswith(SELLER) else "ceo"]
        for number in range(requests + 3):
            path = paths()
            began, busy = time.perf_counter(), work()
            answer = client.get(f"/api/v1{path}")
            assert answer.status_code == 200, (path, answer.content[:300])
            if number >= 3:  # the first ones load code and caches
                times.append((time.perf_counter() - began) * 1000)
                cpu.append((work() - busy) * 1000)
        print(Measured(name, times, cpu).line(), flush=True)  # noqa: T201


def give_customers(person: "Person") -> None:
    """Make a seller own a hundred customers by name of the person, and those of one name in files besides."""
    from kedun.accounts.models import NameInFiles
    from kedun.facts.models import CURRENT, Ownership
    from kedun.kernel.clock import clock

    if Ownership.objects.filter(person=person).exists():
        return
    customers = CURRENT["customer"]._default_manager.filter(is_retracted=False).order_by("uscc")
    Ownership.objects.bulk_create(
        Ownership(customer_id=each, person=person, kind="owner", from_day=0, set_by="test", set_at=clock().now())
        for each in customers.values_list("id", flat=True)[:100]
    )
    owner = customers.exclude(owner="").values_list("owner", flat=True).first()
    NameInFiles.objects.get_or_create(name=owner, defaults={"person": person})


def processor() -> Callable[[], float]:
    """Give what reads the seconds that this process and its database backend have worked; parallel workers are off."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")
        cursor.execute("SELECT pg_backend_pid()")
        ((backend,),) = cursor.fetchall()
    process = psutil.Process(backend)

    def read() -> float:
        used = process.cpu_times()
        return float(time.process_time() + used.user + used.system)

    return read


def endpoints(codes: list[str], chance: random.Random) -> dict[str, Callable[[], str]]:
    """Give, by name, what makes the path of the next request."""

    def one(of: list[str]) -> Callable[[], str]:
        return lambda: chance.choice(of)

    def customer(rest: str) -> Callable[[], str]:
        return lambda: f"/customers/{chance.choice(codes)}{rest}"

    sorts = [f"/customers?sort={sign}{key}" for key in SORTED for sign in ("", "-")]
    filters = [f"/customers?{query}&sort={sort}" for query in FILTERED for sort in ("-priority", "-overdue", "score")]
    words = ["明源", "材料", "公司", "KH0012", "9132", "博捷家纺", "没有这家"]
    return {
        "customers, default order": one(["/customers"]),
        "customers, every order": one(sorts),
        "customers, filtered": one(filters),
        "customers, searched": lambda: f"/customers?q={chance.choice(words)}",
        "customers, 200 rows and two more columns": one(
            ["/customers?limit=200&columns=overdue_share&columns=disputed_minor"]
        ),
        "customers, choices": one(["/customers/choices"]),
        "customer": customer(""),
        "customer, a past day": lambda: f"/customers/{chance.choice(codes)}?as_of={PAST}",
        "customer, history": customer("/history"),
        "customer, timeline": customer("/timeline"),
        "customer, invoices": customer("/facts/invoice"),
        "customer, evidence": lambda: f"/customers/{chance.choice(codes)}/readings/{chance.choice(READINGS)}",
        "overview": one(["/overview"]),
        "workbench": one(["/workbench"]),
        "alerts": one(["/alerts"]),
        "alerts, filtered and sorted": one([f"/alerts?{each}" for each in ALERTS]),
        "alerts, counts": one(["/alerts/counts"]),
        "rules": one(["/rules"]),
        **{
            f"{name}{SELLER}": one([f"/{name}"])
            for name in ("customers", "alerts", "alerts/counts", "overview", "workbench")
        },
    }


SORTED = (
    "priority", "code", "name", "score", "grade", "receivable", "overdue", "overdue_days", "limit_utilisation", "value",
    "alerts", "assessed",
)  # fmt: skip
FILTERED = (
    "grade=high", "grade=low&grade=medium", "quadrant=key_watch", "tier=high", "industry=化工", "region=广东省",
    "industry=机械设备&grade=high", "has_alert=true", "has_alert=false", "rule=over_limit", "severity=critical",
    "overdue_min=100000", "overdue_days_min=30", "score_max=60", "aging=over_90", "changed_since=2026-11-01", "owner=田磊",
)  # fmt: skip
ALERTS = (
    "severity=critical", "state=open&state=acknowledged&state=snoozed", "rule=over_limit", "owner=none&sort=-opened",
    "state=cleared", "q=材料", "sort=-updated", "sort=customer",
)  # fmt: skip
SELLER = ", a seller's"
READINGS = ("overdue_minor", "overdue_share", "average_days_late_12m", "limit_utilisation", "lawsuits_open")
PAST = "2026-08-31"


if __name__ == "__main__":
    main()
