"""How the benchmarks deliver single facts: straight through `facts.actions`, or by the API."""

import http.client
import json
from collections.abc import Mapping
from typing import Protocol
from urllib.parse import urlsplit

Cell = str | int
SOURCE = "sample"
WARMED_UP = tuple(f"KH00000{number}" for number in range(1, 9))
"""Customers whose facts warm the workers up: what is told of them is not measured."""


class Sender(Protocol):
    """Delivers the facts of stories."""

    def warm_up(self) -> None: ...

    def send(self, story: str, customer: str, step: int) -> None: ...


def fact_of(story: str, customer: str, step: int, *, run: str, today: int) -> tuple[str, Mapping[str, Cell]]:
    """Give kind and row of a story's first or second fact; days as numbers, money in minor units."""
    name = f"{run}-{customer}"
    match story, step:
        case "overdue", 1:
            return "invoice", {
                "external_id": name,
                "document_no": name,
                "issue_on": today,
                "stated_due_on": today - 45,
                "amount_minor": 9_000_000,
                "currency": "CNY",
            }
        case "overdue", _:
            return "payment", {
                "external_id": name,
                "document_no": name,
                "paid_on": today,
                "amount_minor": 9_000_000,
                "currency": "CNY",
            }
        case "lawsuit", _:
            closed = {"closed_on": today} if step == 2 else {}
            return "legal_event", {
                "external_id": name,
                "event_type": "lawsuit",
                "role": "defendant",
                "filed_on": today - 3,
                **closed,
            }
        case "signal", _:
            return "signal", {
                "external_id": name,
                "signal_type": "late_promises",
                "severity": "medium",
                "points": 3,
                "observed_on": today,
                "expires_on": today + 90,
            }
        case _:
            return "invoice", {
                "external_id": name,
                "document_no": name,
                "issue_on": today,
                "stated_due_on": today + 30,
                "amount_minor": 100_000,
                "currency": "CNY",
            }


class _Straight:
    """Calls the action in this process."""

    def __init__(self, run: str) -> None:
        from kedun.kernel.clock import clock, today

        self._run, self._today = run, today(clock())

    def warm_up(self) -> None:
        """Plan each statement once, with facts that are told twice."""
        for story in ("overdue", "lawsuit", "signal"):
            self.send(story, WARMED_UP[0], 1)

    def send(self, story: str, customer: str, step: int) -> None:
        import pyarrow as pa

        from kedun.facts.actions import Delivery, upsert

        kind, row = fact_of(story, customer, step, run=self._run, today=self._today)
        table = pa.table({name: [value] for name, value in {**row, "customer": customer}.items()})
        upsert({kind: table}, delivery=Delivery(SOURCE, "benchmark"))


class _Api:
    """Puts each fact to the server, over one connection that is kept."""

    def __init__(self, url: str, key: str, run: str) -> None:
        from kedun.kernel.clock import clock, today

        place = urlsplit(url)
        self._connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=30)
        self._headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
        self._run, self._today = run, today(clock())

    def warm_up(self) -> None:
        """Let each worker plan each statement once."""
        for customer in WARMED_UP:
            for story in ("overdue", "lawsuit", "signal"):
                self.send(story, customer, 1)

    def send(self, story: str, customer: str, step: int) -> None:
        kind, row = fact_of(story, customer, step, run=self._run, today=self._today)
        self._put(kind, str(row["external_id"]), {**self._as_json(row), "customer": customer})

    def _put(self, kind: str, name: str, row: Mapping[str, Cell]) -> None:
        body = json.dumps(row).encode()
        self._connection.request("PUT", f"/api/v1/facts/{kind}/{SOURCE}/{name}", body, self._headers)
        answer = self._connection.getresponse()
        told = answer.read()
        if answer.status >= 300:
            message = f"{answer.status}: {told[:500]!r}"
            raise RuntimeError(message)

    def _as_json(self, row: Mapping[str, Cell]) -> Mapping[str, Cell]:
        from kedun.kernel.days import to_date

        shown: dict[str, Cell] = {}
        for name, value in row.items():
            if name.endswith("_minor"):
                shown[name.removesuffix("_minor")] = f"{int(value) / 100:.2f}"
            elif name.endswith("_on"):
                shown[name] = to_date(int(value)).isoformat()
            elif name != "external_id":
                shown[name] = value
        return shown


def straight(*, run: str) -> Sender:
    """Deliver by calling the action."""
    return _Straight(run)


def api(url: str, key: str, *, run: str) -> Sender:
    """Deliver by HTTP."""
    return _Api(url, key, run)
