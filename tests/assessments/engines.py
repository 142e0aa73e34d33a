"""Runs one question on every engine, and says where an assessment differs from what was worked by hand."""

from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, get_args

import yaml

from kedun.assessments.assessed import Assessed
from kedun.assessments.policy import DOCUMENTS, Policy, compile_policy
from kedun.assessments.queries import live_policy
from kedun.assessments.store import EngineName, Question, run
from kedun.facts import mirror, queries
from kedun.kernel.clock import SystemClock
from kedun.kernel.days import Day
from kedun.pipeline.starter import STARTER, load_definitions
from tests.case_files import number

ENGINES: tuple[EngineName, ...] = get_args(EngineName)


@cache
def _read_documents() -> dict[str, Any]:
    return {each: yaml.safe_load((STARTER / f"{each}.yaml").read_text()) for each in DOCUMENTS}


def shipped_documents() -> dict[str, Any]:
    """The shipped definitions, for a test to change."""
    return deepcopy(_read_documents())


@cache
def shipped_policy() -> Policy:
    return compile_policy(_read_documents())


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


def differences(expected: Mapping[str, Mapping[str, Any]], found: Mapping[str, Assessed]) -> list[str]:
    """Name every reading that is not as expected, or is null for another reason."""
    wrong = []
    for code, readings in expected.items():
        for key, wanted in readings.items():
            got = found[code].readings[key]
            if got != number(wanted):
                wrong.append(f"{code} {key}: {got} instead of {wanted}")
            elif isinstance(wanted, dict) and found[code].missing[key] != wanted["missing"]:
                wrong.append(f"{code} {key}: null because {found[code].missing[key]}, not {wanted['missing']}")
    return wrong
