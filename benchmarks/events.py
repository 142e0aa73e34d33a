"""How soon a fact becomes an alert: `python -m benchmarks.events`, on the database of DATABASE_URL.

The database holds an assessed company, such as `kedun sample --customers 5000 --into-database` and `kedun assess` make.
Clients deliver single facts at random instants, a stated number per second: invoices that are overdue and payments of
them, lawsuits that open and close, signals, invoices not yet due. The event process runs beside them. Measured is from
the instant at which a fact was due to be sent until its alert was opened, or cleared.
"""

import argparse
import json
import math
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from multiprocessing import get_context

import psutil

from benchmarks.sending import WARMED_UP, Sender, api, straight

AGAIN_AFTER_SECONDS = 5.0
"""A story's second fact comes no sooner after the first."""
WARM_UP_SECONDS = 8.0
PATIENCE_SECONDS = 60
STORIES = (("overdue", 0.45), ("lawsuit", 0.2), ("signal", 0.2), ("due_later", 0.15))
RULES = {"overdue": "overdue_30_days", "lawsuit": "lawsuit"}
FREE = (
    "SELECT c.code FROM facts_customer c JOIN assessments_assessment a ON a.customer_id = c.id"
    " WHERE c.source = 'sample' AND NOT c.is_retracted AND a.verdicts #>> '{overdue_30_days,verdict}' = 'clear'"
    " AND a.verdicts #>> '{lawsuit,verdict}' = 'clear' AND (a.readings ->> 'unapplied_minor')::numeric = 0 AND NOT EXISTS (SELECT 1 FROM alerts_alert o"
    " WHERE o.customer_id = c.id AND o.rule_key IN ('overdue_30_days', 'lawsuit')) ORDER BY c.id"
)
EVERYBODY = "SELECT code FROM facts_customer WHERE source = 'sample' AND NOT is_retracted"
BACKENDS = (
    "SELECT pid, application_name FROM pg_stat_activity"
    " WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
)
ALERTS = (
    "SELECT c.code, a.rule_key, a.opened_at, a.closed_at FROM alerts_alert a JOIN facts_customer c ON c.id = a.customer_id"
    " WHERE a.opened_at >= %s AND a.rule_key IN ('overdue_30_days', 'lawsuit')"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact to be sent. `due`: seconds after the start; `step`: 1 opens the story's alert, 2 clears it."""

    due: float
    story: str
    customer: str
    step: int


@dataclass(frozen=True, slots=True)
class Sent:
    """What a client says of a fact: when it was due and when it was stored, as instants; how long storing took."""

    fact: Fact
    due_at: float
    stored_at: float
    took: float


def plan(
    free: Sequence[str], others: Sequence[str], *, rate: float, seconds: float, chance: random.Random
) -> list[Fact]:
    """Draw the facts of one client: Poisson arrivals, each a new story or the second half of an old one.

    A story with an alert has a customer of its own, of those who are free of alerts.
    """
    facts: list[Fact] = []
    waiting: list[Fact] = []
    unused = list(free)
    due = chance.expovariate(rate)
    while due < seconds:
        ripe = [each for each in waiting if each.due + AGAIN_AFTER_SECONDS <= due]
        if ripe and chance.random() < 0.6:
            first = chance.choice(ripe)
            waiting.remove(first)
            facts.append(Fact(due, first.story, first.customer, 2))
        else:
            [story] = chance.choices([name for name, _ in STORIES], [share for _, share in STORIES])
            if story in RULES and not unused:
                sys.exit("too few customers without alerts; take a larger company, or fewer seconds")
            facts.append(Fact(due, story, unused.pop() if story in RULES else chance.choice(others), 1))
            waiting += facts[-1:] if story in RULES else []
        due += chance.expovariate(rate)
    return facts


def send_all(facts: Sequence[Fact], starts_at: float, run: str, url: str | None, key: str) -> list[Sent]:
    """Send facts at their instants, one after the other; what is late counts as late."""
    sender: Sender = api(url, key, run=run) if url else straight(run=run)
    sender.warm_up()
    sent = []
    for fact in facts:
        due_at = starts_at + fact.due
        time.sleep(max(0.0, due_at - time.time()))
        began = time.perf_counter()
        sender.send(fact.story, fact.customer, fact.step)
        sent.append(Sent(fact, due_at, time.time(), time.perf_counter() - began))
    return sent


@contextmanager
def event_process(running: int | None) -> Iterator[psutil.Process]:
    """Keep the event process running, or take the one with this id, and wait until it listens."""
    from kedun.pipeline.queries import events

    if running is not None:
        _wait_until(lambda: events().waiting is None, "too many customers wait from before")
        yield psutil.Process(running)
        return
    with subprocess.Popen([sys.executable, "-m", "kedun.web.events"]) as process:
        try:
            _wait_until(lambda: events().heard_ago is not None, "the event process does not listen")
            _wait_until(lambda: events().waiting is None, "too many customers wait from before")
            yield psutil.Process(process.pid)
        finally:
            process.terminate()


def _wait_until(is_so: Callable[[], bool], complaint: str) -> None:
    for _ in range(PATIENCE_SECONDS * 20):
        if is_so():
            return
        time.sleep(0.05)
    sys.exit(complaint)


def processes(listener: psutil.Process, server: int | None) -> dict[str, list[psutil.Process]]:
    """Give the processes at work, by what they do; PostgreSQL has one for each connection."""
    from kedun.facts.store import rows
    from kedun.pipeline.store import NAME

    backends: dict[str, list[psutil.Process]] = {"events' postgresql": [], "facts' postgresql": []}
    for pid, name in rows(BACKENDS):
        backends["events' postgresql" if name == NAME else "facts' postgresql"].append(psutil.Process(pid))
    clients = [each for each in psutil.Process().children(recursive=True) if each != listener]
    master = psutil.Process(server) if server else None
    serving = [master, *master.children(recursive=True)] if master else []
    return {"clients": clients, "server": serving, "events": [listener], **backends}


def cpu(at_work: dict[str, list[psutil.Process]]) -> dict[str, float]:
    """Give the CPU seconds that processes have used."""
    return {
        name: sum(each.cpu_times().user + each.cpu_times().system for each in group) for name, group in at_work.items()
    }


def measure(options: argparse.Namespace) -> dict[str, object]:
    """Send the facts while the event process runs, and compare what was sent with the alerts."""
    from kedun.facts.store import rows
    from kedun.pipeline.queries import events

    free = [code for (code,) in rows(FREE) if code not in WARMED_UP]
    plans = plans_of(options, free, sorted({code for (code,) in rows(EVERYBODY)} - set(free)))
    with (
        event_process(options.events) as listener,
        ProcessPoolExecutor(options.clients, get_context("spawn"), _set_up) as clients,
    ):
        starts_at = time.time() + WARM_UP_SECONDS
        run = f"bench-{int(starts_at)}"
        work = [clients.submit(send_all, each, starts_at, run, options.url, options.key) for each in plans]
        time.sleep(max(0.0, starts_at - time.time()))
        at_work = processes(listener, options.server)
        used, _ = cpu(at_work), psutil.cpu_percent()
        sent = [each for client in work for each in client.result()]
        _wait_until(lambda: events().waiting is None, "customers still wait")
        busy = psutil.cpu_percent()
        used = {name: seconds - used[name] for name, seconds in cpu(at_work).items()}
    return {
        "facts": len(sent),
        "facts_per_second": round(len(sent) / (max(each.stored_at for each in sent) - starts_at), 1),
        "alerts": latencies(sent, rows(ALERTS, [datetime.fromtimestamp(starts_at, UTC)])),
        "storing": _quantiles([each.took for each in sent]),
        "cpu_ms_per_fact": {name: round(seconds * 1000 / len(sent), 2) for name, seconds in used.items()},
        "machine_busy_percent": busy,
    }


def plans_of(options: argparse.Namespace, free: list[str], others: list[str]) -> list[list[Fact]]:
    """Plan each client's facts, about customers of its own."""
    chance = random.Random(options.seed)  # noqa: S311 - a plan, not a secret
    chance.shuffle(free)
    rate, clients = options.rate / options.clients, options.clients
    parts = [(free[n::clients], others[n::clients]) for n in range(clients)]
    return [plan(*part, rate=rate, seconds=options.seconds, chance=chance) for part in parts]


def latencies(sent: Sequence[Sent], alerts: Sequence[tuple[str, str, datetime, datetime | None]]) -> dict[str, object]:
    """Say how long after each fact was due its alert was opened or cleared; `missing` had none."""
    instants = {(code, rule): (opened, closed) for code, rule, opened, closed in alerts}
    found: dict[str, list[float]] = {"opened": [], "cleared": []}
    missing = 0
    for each in sent:
        if each.fact.story in RULES:
            at = instants.get((each.fact.customer, RULES[each.fact.story]), (None, None))[each.fact.step - 1]
            missing += at is None
            if at is not None:
                found[("opened", "cleared")[each.fact.step - 1]].append(at.timestamp() - each.due_at)
    return {**{name: _quantiles(values) for name, values in found.items()}, "missing": missing}


def _quantiles(seconds: Sequence[float]) -> dict[str, float]:
    """Give the number, and the median, 95th, 99th percentile and largest in milliseconds."""
    ordered = sorted(seconds)
    at = (
        {name: ordered[min(len(ordered) - 1, math.ceil(q * len(ordered)) - 1)] for name, q in QUANTILES}
        if ordered
        else {}
    )
    return {"count": len(ordered), **{name: round(value * 1000, 1) for name, value in at.items()}}


QUANTILES = (("p50_ms", 0.5), ("p95_ms", 0.95), ("p99_ms", 0.99), ("max_ms", 1.0))


def _set_up() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kedun.web.settings")
    django.setup()


def main() -> None:
    """Read the options, measure, print the figures as JSON."""
    options = argparse.ArgumentParser(description="How soon a fact becomes an alert.")
    options.add_argument("--rate", type=float, default=50.0, help="facts per second, of all clients together")
    options.add_argument("--seconds", type=float, default=60.0)
    options.add_argument("--clients", type=int, default=2)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--url", help="send by HTTP to the server at this address, such as http://127.0.0.1:9060")
    options.add_argument("--key", default="", help="the API key for it")
    options.add_argument("--server", type=int, help="the server's process id, to tell what CPU it uses")
    options.add_argument("--events", type=int, help="the id of an event process that runs already; else one is started")
    chosen = options.parse_args()
    if chosen.seconds > 600 or chosen.rate > 1000:
        options.error("at most 600 seconds and 1000 facts per second")
    _set_up()
    sys.stdout.write(json.dumps(measure(chosen), indent=1) + "\n")


if __name__ == "__main__":
    main()
