"""What the tests of the house itself know about it: its files, its stages in order, which code is arithmetic."""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "kedun"
SHELL_FILES = {"models", "store", "actions", "queries", "schemas", "api", "jobs", "apps"}
SHELL_PACKAGES = {"web", "cli"}
# Arithmetic: frozen data in, frozen data out. Every line and branch of it is covered.
ARITHMETIC = (
    "kernel/*.py",
    "expressions/*.py",
    "scorecards/*.py",
    "rules/*.py",
    "indicators/*.py",
    "review/economics/figures.py",
    "review/economics/worked.py",
    "review/figures.py",
    "review/outcomes.py",
    "review/terms.py",
    "review/thresholds/candidates.py",
    "assessments/documents.py",
    "facts/settlement*.py",
    "facts/knowledge/images.py",
    "facts/merging/likeness.py",
    "facts/knowledge/resettled.py",
    "assessments/around/totals.py",
    "assessments/change/account.py",
    "assessments/change/supplies.py",
    "assessments/wayback/acts.py",
    "assessments/wayback/offering.py",
    "assessments/wayback/payments.py",
    "assessments/wayback/sorts.py",
    "definitions/diff*.py",
    "definitions/retirement/parts.py",
    "definitions/retirement/texts.py",
    "definitions/upgrade/merge.py",
    "approvals/authority.py",
    "review/linter/authority.py",
    "review/linter/cards.py",
    "review/linter/conditions.py",
    "review/linter/findings.py",
    "review/linter/lint.py",
    "review/linter/plans.py",
    "review/linter/rules.py",
    "review/linter/strategies.py",
    "credit/documents.py",
    "credit/letters.py",
    "credit/plans.py",
    "credit/steps.py",
    "credit/strategies.py",
    "credit/packs/definition.py",
    "alerts/decide.py",
    "alerts/states.py",
    "intake/chinese_numbers.py",
    "intake/dates.py",
    "intake/numbers.py",
    "facts/groups/membership.py",
    "facts/groups/told.py",
    "intake/public_records.py",
    "portfolio/figures/ageing.py",
    "portfolio/figures/book.py",
    "portfolio/figures/loss.py",
    "portfolio/figures/shares.py",
    "portfolio/figures/turnover.py",
    "portfolio/making/offer.py",
    "portfolio/making/parts.py",
    "portfolio/making/spread.py",
    "portfolio/shapes/written.py",
    "portfolio/ties/contagion.py",
)


def source_files() -> list[Path]:
    """The modules people wrote; migrations are written by Django."""
    return [path for path in sorted(SOURCE.rglob("*.py")) if "migrations" not in path.parts]


def test_files() -> list[Path]:
    return sorted((ROOT / "tests").rglob("*.py"))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def module_name(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """The modules a file imports, wherever in it, each with its line."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports by dots; write the whole name"
            yield node.lineno, node.module or ""


def stages() -> dict[str, int]:
    """Each stage with its place in the order of import; siblings share a place."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(found["layers"] for found in settings["tool"]["importlinter"]["contracts"] if "layers" in found)
    order: dict[str, int] = {}
    for place, layer in enumerate(reversed(layers)):
        for name in layer.split("|"):
            order[name.strip(" ()")] = place
    return order


def arithmetic_files(root: Path = SOURCE) -> list[Path]:
    """The files of ARITHMETIC; a pattern that matches nothing is an error, not silence."""
    found: set[Path] = set()
    for pattern in ARITHMETIC:
        matched = set(root.glob(pattern))
        assert matched, f"no file matches {pattern}"
        found |= matched
    return sorted(found)
