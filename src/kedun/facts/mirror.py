"""The columnar mirror: one immutable DuckDB file per batch, equal to PostgreSQL row for row."""

import fcntl
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path

import duckdb

from kedun.facts.store import MirroredTable, Snapshot, copy_out, mirrored_tables, origins, snapshot, state
from kedun.kernel.refusals import Unavailable

KEPT = 2
"""So many mirrors stay: the newest, and the one before that readers may still be reading."""

MEMORY_LIMIT = "1GB"
_MIRROR = re.compile(r"mirror-(\d+)\.duckdb")
_BUILDING = "building-"


class MirrorIncomplete(Unavailable):
    """The mirror holds {found} rows of {table} where the database has {expected}; it was discarded."""

    zh = "镜像中 {table} 有 {found} 行，数据库中有 {expected} 行；镜像已作废。"


def ensure(folder: Path) -> Path:
    """Give the mirror of the newest batch, building it if it is missing; open it read-only.

    It is built aside and renamed, so a mirror that is there is whole; what a crash left half-written is removed.
    Raises: MirrorIncomplete.
    """
    present = state()
    if _is_good(folder, present):
        return _path(folder, present.batch)
    folder.mkdir(parents=True, exist_ok=True)
    with _only_builder(folder), snapshot() as fixed:
        _remove_leftovers(folder)
        if not _is_good(folder, fixed):
            _build(folder, fixed)
        built = _path(folder, fixed.batch)
        _keep_newest(folder, built)
        return built


def batch_of(mirror: Path) -> int:
    """Give the batch that a mirror file holds, as its name says."""
    named = _MIRROR.fullmatch(mirror.name)
    assert named, f"{mirror.name} is not the name of a mirror"
    return int(named[1])


def _path(folder: Path, batch: int) -> Path:
    return folder / f"mirror-{batch}.duckdb"


def _origin_path(mirror: Path) -> Path:
    return mirror.with_suffix(".json")


def _is_good(folder: Path, of: Snapshot) -> bool:
    """Tell whether the batch's mirror is there and comes from this database."""
    mirror = _path(folder, of.batch)
    return mirror.exists() and _origin_of(mirror) == of.origin


def _origin_of(mirror: Path) -> str | None:
    """Give the database and batch that a mirror was built from; None where nothing says."""
    said = _origin_path(mirror)
    return str(json.loads(said.read_text())["origin"]) if said.exists() else None


@contextmanager
def _only_builder(folder: Path) -> Iterator[None]:
    """Hold the folder's lock: one process builds, the others wait and find it built."""
    with (folder / "mirror.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _remove_leftovers(folder: Path) -> None:
    for leftover in folder.glob(f"{_BUILDING}*"):
        if leftover.is_dir():
            shutil.rmtree(leftover)
        else:
            leftover.unlink()


def _build(folder: Path, of: Snapshot) -> None:
    aside = folder / f"{_BUILDING}{of.batch}.duckdb"
    counts = _fill(aside, folder)
    verify(aside, counts)
    target = _path(folder, of.batch)
    origin = folder / f"{_BUILDING}{of.batch}.json"
    origin.write_text(json.dumps({"format": 1, "origin": of.origin, "rows": counts}))
    target.unlink(missing_ok=True)  # a mirror of another database under this number
    origin.replace(_origin_path(target))
    aside.replace(target)


def _fill(aside: Path, folder: Path) -> dict[str, int]:
    """Copy every table; gives the rows that PostgreSQL says it sent."""
    counts = {}
    text = folder / f"{_BUILDING}rows.csv"
    settings: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": MEMORY_LIMIT,
        "temp_directory": str(folder / f"{_BUILDING}spill"),
    }
    with closing(duckdb.connect(str(aside), config=settings)) as mirror:
        mirror.execute("SET preserve_insertion_order = false")
        mirror.begin()
        for table in mirrored_tables():
            counts[table.name] = copy_out(table, text)
            _load(mirror, table, text)
        mirror.commit()
        mirror.execute("CHECKPOINT")
    text.unlink()
    return counts


def _load(mirror: duckdb.DuckDBPyConnection, table: MirroredTable, text: Path) -> None:
    columns = ", ".join(f'"{column.name}" {column.type}' for column in table.columns)
    mirror.execute(f"CREATE TABLE {table.name} ({columns})")
    mirror.execute(
        f"INSERT INTO {table.name} SELECT * FROM read_csv($text, auto_detect = false, header = false, delim = ',',"  # noqa: S608
        """ quote = '"', escape = '"', nullstr = '\\N', allow_quoted_nulls = false, parallel = false, columns = $columns)""",
        {"text": str(text), "columns": {column.name: column.type for column in table.columns}},
    )


def verify(aside: Path, counts: Mapping[str, int]) -> None:
    """Compare the rows of a mirror's tables with the numbers that PostgreSQL sent.

    Raises: MirrorIncomplete.
    """
    with closing(duckdb.connect(str(aside), read_only=True)) as mirror:
        for table, expected in counts.items():
            row = mirror.execute(f"SELECT COUNT(*) FROM {table}").fetchone()  # noqa: S608
            found = row[0] if row else 0
            if found != expected:
                raise MirrorIncomplete(table=table, found=found, expected=expected)


def _keep_newest(folder: Path, built: Path) -> None:
    """Remove all but the last two: strays of another database, or of a state that was restored away, go first."""
    found = [path for path in folder.iterdir() if _MIRROR.fullmatch(path.name)]
    ours = origins(batch_of(path) for path in found)

    def rank(mirror: Path) -> tuple[bool, bool, int]:
        batch = batch_of(mirror)
        return mirror == built, batch in ours and _origin_of(mirror) == ours[batch], batch

    for mirror in sorted(found, key=rank)[:-KEPT]:
        mirror.unlink()
        _origin_path(mirror).unlink(missing_ok=True)
