"""The columnar mirror: one immutable DuckDB file per batch, equal to PostgreSQL row for row.

The next one is made of the newest good one and of what later batches changed, compared with PostgreSQL table by table;
where there is none, or anything differs, all is copied anew, and compared as well. Source: docs/why/mirror.md.
"""

import fcntl
import json
import logging
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from kedun.facts.mirrored.changes import Change, MirroredTable, change, in_order, sums_sql
from kedun.facts.mirrored.files import Fingerprint, fingerprint, give_name, is_whole
from kedun.facts.mirrored.store import (
    Snapshot,
    copy_out,
    mirrored_tables,
    origins,
    snapshot,
    state,
    sums,
)
from kedun.kernel.engine import engine_settings
from kedun.kernel.refusals import Unavailable

KEPT = 2
"""So many mirrors stay: the newest, and the one before that readers may still be reading."""

MOST_STEPS = 50
"""After so many steps from one to the next all is copied anew, so that a file does not fray."""

_MIRROR = re.compile(r"mirror-(\d+)\.duckdb")
_BUILDING = "building-"
_WHOLE = Change("TRUE", "FALSE")
_log = logging.getLogger(__name__)


class MirrorIncomplete(Unavailable):
    """The mirror was copied with {table}: {what} {found} where the database has {expected}; it was discarded."""

    zh = "镜像复制有误：{table} 的 {what} 为 {found}，数据库中为 {expected}；镜像已作废。"


class MirrorNotBuilt(Unavailable):
    """The mirror of batch {batch} could not be built: {reason}. The one there was stays; make room, then try again."""

    zh = "批次 {batch} 的镜像未能生成：{reason}。原有镜像保留；请腾出空间后重试。"


@dataclass(frozen=True, slots=True)
class Said:
    """What stands beside a mirror: which database and batch it holds, as of which migration, its rows, its steps, its file."""

    origin: str
    tables_as: int
    steps: int
    rows: Mapping[str, int]
    file: Fingerprint


@dataclass(frozen=True, slots=True)
class Difference:
    """A table whose count or sums differ: column "" is the count."""

    table: str
    column: str
    found: int
    expected: int


def ensure(folder: Path) -> Path:
    """Give the mirror of the newest batch, building it if it is missing; open it read-only.

    It is built aside and renamed, so a mirror that is there is whole; what a crash left half-written is removed.
    Raises: MirrorIncomplete, MirrorNotBuilt, EngineSettingRefused.
    """
    present = state()
    if _is_good(folder, present):
        return _path(folder, present.batch)
    return _built(folder, is_whole=False)


def of_batch(folder: Path, batch: int) -> Path | None:
    """Give the mirror of a batch of this database; None where it is not there any more."""
    path, said, present = _path(folder, batch), said_of(_path(folder, batch)), state()
    is_ours = said is not None and (said.origin, said.tables_as) == (origins([batch]).get(batch, ""), present.tables_as)
    return path if is_ours and not is_damaged(path) else None


def is_damaged(mirror: Path) -> bool:
    """Tell whether a mirror's file is not as it was written: cut off, overwritten, or nothing beside it says what it is."""
    said = said_of(mirror)
    return said is None or not is_whole(mirror, said.file)


def rebuild(folder: Path) -> Path:
    """Copy everything anew, whatever there is. Raises: as `ensure`."""
    return _built(folder, is_whole=True)


def mirrors(folder: Path) -> list[Path]:
    """Give the mirrors there are, newest first."""
    found = [path for path in folder.glob("mirror-*.duckdb") if _MIRROR.fullmatch(path.name)]
    return sorted(found, key=batch_of, reverse=True)


def batch_of(mirror: Path) -> int:
    """Give the batch that a mirror file holds, as its name says."""
    named = _MIRROR.fullmatch(mirror.name)
    assert named, f"{mirror.name} is not the name of a mirror"
    return int(named[1])


def said_of(mirror: Path) -> Said | None:
    """Read what stands beside a mirror; None where nothing does, or not all of it."""
    try:
        told = json.loads(_said_path(mirror).read_text())
        file = Fingerprint(told["size"], told["sha256"])
        return Said(told["origin"], told["tables_as"], told["steps"], told["rows"], file)
    except (OSError, ValueError, KeyError):
        return None


def differences(mirror: Path) -> list[Difference]:
    """Compare a mirror with PostgreSQL as it is now, by the count and the sums of whole numbers of every table."""
    found = []
    with closing(duckdb.connect(str(mirror), read_only=True, config=engine_settings(mirror.parent))) as opened:
        for table in mirrored_tables():
            row = opened.execute(sums_sql(table)).fetchone() or ()
            columns = ("", *(column.name for column in table.columns if column.type == "BIGINT"))
            pairs = zip(columns, map(int, row), sums(table), strict=True)
            found += [Difference(table.name, column, ours, theirs) for column, ours, theirs in pairs if ours != theirs]
    return found


def _path(folder: Path, batch: int) -> Path:
    return folder / f"mirror-{batch}.duckdb"


def _said_path(mirror: Path) -> Path:
    return mirror.with_suffix(".json")


def _is_good(folder: Path, of: Snapshot) -> bool:
    """Tell whether the batch's mirror is there, whole, and comes from this database."""
    mirror = _path(folder, of.batch)
    said = said_of(mirror)
    is_ours = said is not None and (said.origin, said.tables_as) == (of.origin, of.tables_as)
    return mirror.exists() and is_ours and not _is_told_damaged(mirror)


def _is_told_damaged(mirror: Path) -> bool:
    """Tell whether a mirror is damaged, and the log with it."""
    if not is_damaged(mirror):
        return False
    _log.warning("%s is damaged and is not used", mirror.name)
    return True


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


def _built(folder: Path, *, is_whole: bool) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    with _only_builder(folder), snapshot() as fixed:
        _remove_leftovers(folder)
        if is_whole or not _is_good(folder, fixed):
            try:
                _build(folder, fixed, base=None if is_whole else _base(folder, fixed))
            except (OSError, duckdb.Error) as problem:
                raise MirrorNotBuilt(batch=fixed.batch, reason=str(problem)[:300]) from problem
            finally:
                _remove_leftovers(folder)
        built = _path(folder, fixed.batch)
        _keep_newest(folder, built)
        return built


def newest(folder: Path, of: Snapshot) -> Path | None:
    """Give the newest mirror of this database and these tables, up to a batch; None where there is none."""
    return next(_usable(folder, of), None)


def _usable(folder: Path, of: Snapshot) -> Iterator[Path]:
    found = [path for path in mirrors(folder) if batch_of(path) <= of.batch]
    ours = origins(batch_of(path) for path in found)
    for path in found:
        said = said_of(path)
        is_ours = said and (said.origin, said.tables_as) == (ours.get(batch_of(path)), of.tables_as)
        if is_ours and not _is_told_damaged(path):
            yield path


def _base(folder: Path, of: Snapshot) -> Path | None:
    """Give the newest mirror that the next one can be made of: an earlier one, not too often changed."""
    earlier = (path for path in _usable(folder, of) if batch_of(path) < of.batch)
    return next((path for path in earlier if _steps(path) < MOST_STEPS), None)


def _build(folder: Path, of: Snapshot, *, base: Path | None) -> None:
    aside = folder / f"{_BUILDING}{of.batch}.duckdb"
    if base:
        try:
            _follow(aside, base, folder)
            differing = differences(aside)
        except duckdb.Error as problem:
            _log.warning("the mirror cannot follow %s, all is copied anew: %s", base.name, problem)
        else:
            if not differing:
                _publish(folder, of, aside, steps=_steps(base) + 1)
                return
            _log.warning("the mirror made of %s differs, all is copied anew: %s", base.name, differing[:5])
        _remove_leftovers(folder)
    _copy(aside, folder)
    for each in differences(aside):
        raise MirrorIncomplete(
            table=each.table, what=each.column or "COUNT(*)", found=each.found, expected=each.expected
        )
    _publish(folder, of, aside, steps=0)


def _steps(base: Path) -> int:
    said = said_of(base)
    return said.steps if said else 0


def _copy(aside: Path, folder: Path) -> None:
    """Copy every table."""
    with _opened(aside, folder) as mirror:
        for table in mirrored_tables():
            columns = ", ".join(f'"{column.name}" {column.type}' for column in table.columns)
            mirror.execute(f"CREATE TABLE {table.name} ({columns})")
        for table in mirrored_tables():
            _take(mirror, table, _WHOLE, folder)


def _follow(aside: Path, base: Path, folder: Path) -> None:
    """Make the next mirror of an earlier one and what later batches changed."""
    shutil.copyfile(base, aside)
    since = batch_of(base)
    with _opened(aside, folder) as mirror:
        for table in in_order(mirrored_tables()):
            _take(mirror, table, change(table, since), folder)


@contextmanager
def _opened(aside: Path, folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a mirror that is being built; at the end of the block everything is in its file."""
    settings = {**engine_settings(folder), "temp_directory": str(folder / f"{_BUILDING}spill")}
    with closing(duckdb.connect(str(aside), config=settings)) as mirror:
        mirror.execute("SET preserve_insertion_order = false")
        mirror.begin()
        yield mirror
        mirror.commit()
        mirror.execute("CHECKPOINT")


def _take(mirror: duckdb.DuckDBPyConnection, table: MirroredTable, of: Change, folder: Path) -> None:
    """Take over a table's rows as a change says."""
    text = folder / f"{_BUILDING}rows.csv"
    count = copy_out(table, text, condition=of.arrive)
    arriving = f"CREATE TEMP TABLE arriving AS FROM {table.name} LIMIT 0"
    into = table.name if of.gone == "FALSE" else "arriving"
    if into == "arriving":
        mirror.execute(arriving)
    if count:
        load(mirror, table, text, into=into)
    if into == "arriving":
        mirror.execute(f"DELETE FROM {table.name} WHERE {of.gone}")  # noqa: S608 - from changes.py
        mirror.execute(f"INSERT INTO {table.name} FROM arriving")  # noqa: S608
        mirror.execute("DROP TABLE arriving")
    text.unlink()


def load(mirror: duckdb.DuckDBPyConnection, table: MirroredTable, text: Path, *, into: str) -> None:
    """Load a table's rows from the file that `copy_out` wrote."""
    mirror.execute(
        f"INSERT INTO {into} SELECT * FROM read_csv($text, auto_detect = false, header = false, delim = ',',"  # noqa: S608
        """ quote = '"', escape = '"', nullstr = '\\N', allow_quoted_nulls = false, parallel = false, columns = $columns)""",
        {"text": str(text), "columns": {column.name: column.type for column in table.columns}},
    )


def _publish(folder: Path, of: Snapshot, aside: Path, *, steps: int) -> None:
    """Give a mirror that was built aside its name."""
    target = _path(folder, of.batch)
    with closing(duckdb.connect(str(aside), read_only=True)) as mirror:
        counts = {table.name: _count(mirror, table) for table in mirrored_tables()}
    file = fingerprint(aside)
    told = {"format": 2, "origin": of.origin, "tables_as": of.tables_as, "steps": steps, "rows": counts}
    said = folder / f"{_BUILDING}{of.batch}.json"
    said.write_text(json.dumps({**told, "size": file.size, "sha256": file.digest}))
    target.unlink(missing_ok=True)  # a mirror of another database under this number, or a damaged one
    give_name(said, _said_path(target))
    give_name(aside, target)


def _count(mirror: duckdb.DuckDBPyConnection, table: MirroredTable) -> int:
    row = mirror.execute(f"SELECT COUNT(*) FROM {table.name}").fetchone()  # noqa: S608
    return int(row[0]) if row else 0


def _keep_newest(folder: Path, built: Path) -> None:
    """Remove all but the last two: strays of another database, or of a state that was restored away, go first."""
    found = mirrors(folder)
    ours = origins(batch_of(path) for path in found)

    def rank(mirror: Path) -> tuple[bool, bool, int]:
        batch, said = batch_of(mirror), said_of(mirror)
        return mirror == built, batch in ours and said is not None and said.origin == ours[batch], batch

    for mirror in sorted(found, key=rank)[:-KEPT]:
        mirror.unlink()
        _said_path(mirror).unlink(missing_ok=True)
