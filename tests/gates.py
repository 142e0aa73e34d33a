"""A pytest plugin for the whole run: checks that failed before it and missing coverage count as failed tests.

So the last line, pytest's own summary, tells the truth. `python -m tests` loads it; it refuses to work without coverage.
"""

import json
import os
import tempfile
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import TypedDict

import coverage
import pytest

from tests import house

FAILED_CHECKS = "KEDUN_FAILED_CHECKS"
OVERALL = 90.0


class FileCoverage(TypedDict):
    """One file's part of coverage's JSON report."""

    summary: dict[str, float]
    missing_lines: list[int]
    missing_branches: list[list[int]]


class Report(TypedDict):
    """Coverage's JSON report, as far as it is read here."""

    files: dict[str, FileCoverage]
    totals: dict[str, float]


def pytest_configure(config: pytest.Config) -> None:
    if not config.pluginmanager.hasplugin("_cov"):
        raise pytest.UsageError("tests.gates needs --cov")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> Generator[None, object, object]:
    result = yield
    if hasattr(session.config, "workerinput"):
        return result
    for name, complaint in complaints().items():
        failed = pytest.TestReport(
            nodeid=f"gate::{name}",
            location=("gate", None, name),
            keywords={},
            outcome="failed",
            longrepr=complaint,
            when="call",
        )
        session.config.hook.pytest_runtest_logreport(report=failed)
    return result


def complaints() -> dict[str, str]:
    """What is wrong, by the name of the gate; empty when all is well."""
    failed = [name for name in os.environ.get(FAILED_CHECKS, "").split(",") if name]
    report = coverage_report()
    found = dict.fromkeys(failed, "failed before the tests; what it said stands above them")
    return found | overall_complaint(report) | arithmetic_complaint(report)


def coverage_report() -> Report:
    """Read what this run measured; `python -m tests` deletes what an earlier one left."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "coverage.json"
        measured = coverage.Coverage(config_file=str(house.ROOT / "pyproject.toml"))
        measured.load()
        measured.json_report(outfile=str(written))
        report: Report = json.loads(written.read_text(encoding="utf-8"))
        return report


def overall_complaint(report: Report, required: float = OVERALL) -> dict[str, str]:
    unseen = [str(path) for path in house.source_files() if _key(path) not in report["files"]]
    if unseen:
        return {"coverage overall": "not measured: " + ", ".join(unseen)}
    percent = report["totals"]["percent_covered"]
    return {"coverage overall": f"{percent:.2f} % of {required} %"} if percent < required else {}


def arithmetic_complaint(report: Report) -> dict[str, str]:
    lines = [_missing(path, report["files"]) for path in house.arithmetic_files()]
    wrong = [line for line in lines if line]
    return {"coverage of arithmetic": "\n".join(wrong)} if wrong else {}


def _missing(path: Path, files: Mapping[str, FileCoverage]) -> str:
    measured = files.get(_key(path))
    if measured is None:
        return f"{_key(path)}: not measured"
    if not measured["missing_lines"] and not measured["missing_branches"]:
        return ""
    branches = [f"{start}->{end}" for start, end in measured["missing_branches"]]
    return f"{_key(path)}: lines {measured['missing_lines']}, branches {branches}"


def _key(path: Path) -> str:
    return path.relative_to(house.ROOT).as_posix()
