"""What needs no test to be told: linters, types, imports, missing migrations. `python -m tests.checks [FILE]`.

The names of those that failed are written into the file; each says what it has to say in one piece, when it is done.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROGRAMS = Path(sys.executable).parent
CHECKS = {
    "ruff check": (PROGRAMS / "ruff", "check"),
    "ruff format": (PROGRAMS / "ruff", "format", "--check"),
    "mypy": (PROGRAMS / "mypy",),
    "import-linter": (PROGRAMS / "lint-imports", "--no-cache"),
    "migrations": (
        *(sys.executable, "-W", "ignore:Got an error checking a consistent migration history"),
        *("-m", "kedun.web.manage", "makemigrations", "--check", "--dry-run"),
    ),
}


def main(arguments: list[str]) -> None:
    """Run every check, and end with 1 where one failed."""
    failed = [name for name in CHECKS if not holds(name)]
    for file in arguments:
        Path(file).write_text("\n".join(failed), encoding="utf-8")
    sys.exit(1 if failed else 0)


def holds(name: str) -> bool:
    """Run a check and say whether all is well."""
    ran = subprocess.run(CHECKS[name], cwd=ROOT, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    sys.stdout.write(f"\n— {name}: {'failed' if ran.returncode else 'well'}\n")
    if ran.returncode:
        sys.stdout.write(ran.stdout.decode(errors="replace"))
    sys.stdout.flush()
    return ran.returncode == 0


if __name__ == "__main__":
    main(sys.argv[1:])
