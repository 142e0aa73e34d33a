"""A pytest plugin for the whole run: checks that failed before it and missing coverage count as failed tests.

So the last line, pytest's own summary, tells the truth. Tracing nearly doubles what Python costs, so what is traced is
arithmetic, in tests that need no database and are not slow, and in those that say `traced`; KEDUN_COVERAGE=all traces every file in every test and in
the processes they start, and asks for OVERALL as well. `python -m tests` loads this before anything of ours is imported.
"""

import json
import os
import sys
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


EVERYTHING = os.environ.get("KEDUN_COVERAGE") == "all"


def _measuring() -> coverage.Coverage:
    measuring = coverage.Coverage(config_file=str(house.ROOT / "pyproject.toml"), data_suffix=True)
    if not EVERYTHING:
        measuring.set_option("run:source", None)
        measuring.set_option("run:patch", [])
        measuring.set_option("run:include", sorted(_ARITHMETIC))
    return measuring


_ARITHMETIC = {str(path) for path in house.arithmetic_files()}
_measured = _measuring()
_measured.start()  # what runs when modules are imported counts too


@pytest.hookimpl(trylast=True)
def pytest_configure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        return
    _measured.stop()
    told = config.pluginmanager.get_plugin("terminalreporter")
    if told:
        config.pluginmanager.register(AtOnce(told))


def pytest_collection_finish() -> None:
    _measured.stop()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    marks = {marker.name for marker in item.iter_markers()}
    is_traced = EVERYTHING or "traced" in marks or not {"django_db", "slow"} & marks
    if is_traced:
        _forget_remembered()
        _measured.start()
    try:
        return (yield)
    finally:
        if is_traced:
            _measured.stop()


def _forget_remembered() -> None:
    """Empty what arithmetic remembers: a test that is not traced may have been the first to ask, and nobody would see it run."""
    for module in [module for name, module in sys.modules.items() if name.startswith("kedun.")]:
        if getattr(module, "__file__", None) in _ARITHMETIC:
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def pytest_sessionfinish(session: pytest.Session) -> None:
    if hasattr(session.config, "workerinput"):
        _measured.save()


class AtOnce:
    """Names a failed test when it fails: a run that is cut off has said what it knew."""

    def __init__(self, told: pytest.TerminalReporter) -> None:
        self._told = told

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed or str(report.outcome) == "rerun":
            self._told.write_line(
                f"\n{report.nodeid} failed ({report.when}, {report.duration:.0f} s): {_last_line(report)}"
            )


def _last_line(report: pytest.TestReport) -> str:
    crash = getattr(report.longrepr, "reprcrash", None)
    return crash.message.partition("\n")[0] if crash else str(report.longrepr).strip().rpartition("\n")[2]


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
    return found | (overall_complaint(report) if EVERYTHING else {}) | arithmetic_complaint(report)


def coverage_report() -> Report:
    """Put together what the processes of this run measured; `python -m tests` deletes what an earlier one left."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "coverage.json"
        measured = _measuring()
        measured.combine()
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
