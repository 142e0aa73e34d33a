"""A pytest plugin for the whole run: checks that fail beside it and missing coverage count as failed tests.

So the last line, pytest's own summary, tells the truth. Tracing nearly doubles what Python costs, so what is traced is
arithmetic, in tests that need no database and are not slow, and in those that say `traced`; KEDUN_COVERAGE=all traces every file in every test and in
the processes they start, and asks for OVERALL as well. `python -m tests` loads this before anything of ours is imported.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Generator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TypedDict

import coverage
import pytest

from tests import house

HAS_CHECKS = "KEDUN_HAS_CHECKS"
"""Where this is set, tests.checks runs beside the tests."""
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
    if os.environ.pop(HAS_CHECKS, ""):
        config.pluginmanager.register(_Checks())
    told = config.pluginmanager.get_plugin("terminalreporter")
    if told:
        config.pluginmanager.register(AtOnce(told))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what takes long first, after the order was left to chance: in the end no process is alone with it."""
    processes = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    if processes > 1:
        items[:] = laid_out(items, processes)


def laid_out(items: Sequence[pytest.Item], processes: int) -> list[pytest.Item]:
    """Give a share of files to each process, slow ones first. One begins with those in a browser: each process that
    meets them starts servers of its own.
    """
    files = [list(found) for _, found in groupby(items, key=lambda item: item.path)]
    in_browser = [file for file in files if file[0].path.parent.name == "e2e"]
    slow = [file for file in files if file not in in_browser and any(item.get_closest_marker("slow") for item in file)]
    quick = iter([file for file in files if file not in in_browser and file not in slow])
    shares = [in_browser, *(slow[first :: processes - 1] for first in range(processes - 1))]
    order: list[pytest.Item] = []
    for number, share in enumerate(shares, start=1):
        order += [item for file in share for item in file]
        while len(order) < len(items) * number / processes and (file := next(quick, None)):
            order += file
    return order + [item for file in quick for item in file]


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


class _Checks:
    """Runs the checks in a process of their own while tests run, and waits for them in the end."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory()
        self._failed = Path(self._folder.name) / "failed"
        self._running = subprocess.Popen([sys.executable, "-m", "tests.checks", str(self._failed)], cwd=house.ROOT)

    def failed(self) -> dict[str, str]:
        """Name the checks that failed, once all are done."""
        self._running.wait()
        names = self._failed.read_text(encoding="utf-8").splitlines() if self._failed.exists() else ["checks"]
        return dict.fromkeys(names, "failed beside the tests; what it said stands above")

    def pytest_unconfigure(self) -> None:
        """A run that is broken off waits for nothing."""
        self._running.terminate()
        self._running.wait()
        self._folder.cleanup()


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
    checks = next((each for each in session.config.pluginmanager.get_plugins() if isinstance(each, _Checks)), None)
    failed_checks = checks.failed() if checks else {}
    for name, complaint in (failed_checks | complaints()).items():
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
    report = coverage_report()
    return (overall_complaint(report) if EVERYTHING else {}) | arithmetic_complaint(report)


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
