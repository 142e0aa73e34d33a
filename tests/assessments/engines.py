"""Runs one question on every engine."""

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from kedun.assessments.assessed import Assessed
from kedun.assessments.policy import Policy
from kedun.assessments.queries import live_policy
from kedun.assessments.store import EngineName, Question, run
from kedun.facts import mirror, queries
from kedun.kernel.clock import SystemClock
from kedun.kernel.days import Day
from kedun.pipeline.starter import load_definitions

ENGINES: tuple[EngineName, ...] = get_args(EngineName)


def starter_policy() -> Policy:
    load_definitions(SystemClock())
    return live_policy(0).policy


def question(as_of: Day, *, known_at: int | None = None, customers: tuple[int, ...] | None = None) -> Question:
    batch = queries.last_batch() if known_at is None else known_at
    return Question(as_of, known_at, customers, queries.supply_at(as_of, batch))


def assess_on(engine: EngineName, policy: Policy, asked: Question, folder: Path) -> dict[str, Assessed]:
    file = mirror.ensure(folder) if engine == "duckdb" else None
    return {each.code: each for each in run(policy, asked, engine=engine, mirror=file)}


def assess_everywhere(policy: Policy, asked: Question, folder: Path) -> Mapping[EngineName, dict[str, Assessed]]:
    return {engine: assess_on(engine, policy, asked, folder) for engine in ENGINES}
