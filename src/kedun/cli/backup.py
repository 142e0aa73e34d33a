"""`kedun backup` and `kedun restore`: everything in one file, and back into a new folder."""

import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kedun import __version__
from kedun.cli import archive, demo_state
from kedun.cli.progress import shown
from kedun.cli.session import actor, choices, choose, opened
from kedun.kernel.clock import clock
from kedun.kernel.hashing import Json
from kedun.kernel.progress import Progress
from kedun.kernel.refusals import Conflict
from kedun.kernel.words import Words
from kedun.supervisor import dumps, status
from kedun.supervisor.folder import refusing
from kedun.supervisor.places import check_room
from kedun.supervisor.refusals import AlreadyRunning

KEPT_FILES = ("secret-key", "demo.json", "demo-password")
STEPS = {
    "backup.dump": Words(zh="导出数据库", en="Dumping the database"),
    "backup.files": Words(zh="写入备份", en="Writing the backup"),
    "restore.files": Words(zh="解开并核对备份", en="Unpacking and checking the backup"),
    "restore.load": Words(zh="恢复数据库", en="Loading the database"),
    "restore.check": Words(zh="核对行数", en="Counting rows"),
}
BACKED_UP = Words(
    zh="已备份到 {file}（{megabytes} MB，{rows} 行，{originals} 个原始文件，{seconds} 秒）。备份含密钥与密码散列，请妥善保管。",
    en="Backed up to {file} ({megabytes} MB, {rows} rows, {originals} original files, {seconds} s). It holds keys and password hashes: keep it safe.",
)
RESTORED = Words(
    zh="已恢复到 {data}：{rows} 行，{originals} 个原始文件，均与备份一致（{seconds} 秒）。启动：./kedun {command} --data {data}",
    en="Restored to {data}: {rows} rows, {originals} original files, all as in the backup ({seconds} s). Start it: ./kedun {command} --data {data}",
)
File = Annotated[Path, typer.Argument(metavar="FILE", help="备份文件 · The backup's file.")]
AsJson = Annotated[bool, typer.Option("--json", help="输出 JSON · Print JSON.")]


class FolderNotEmptyForRestore(Conflict):
    """{folder} is not empty. Restore into a new folder, chosen with --data."""

    zh = "{folder} 不是空文件夹。请用 --data 指定一个新文件夹来恢复。"


class DatabaseNotEmpty(Conflict):
    """The database of DATABASE_URL holds tables already. Restore into an empty one."""

    zh = "DATABASE_URL 指向的数据库中已有数据表。请恢复到空数据库。"


class RestoredDiffers(Conflict):
    """What was restored differs from the backup in {table}: {found} rows, not {stated}. Nothing was kept; take another backup."""

    zh = "恢复的内容与备份不一致：{table} 有 {found} 行，应为 {stated} 行。未保留任何内容，请换一份备份。"


def register(app: typer.Typer) -> None:
    """Add this topic's commands."""
    app.command("backup", help="备份全部数据到一个文件 · Back everything up into one file.")(backup)
    app.command("restore", help="从备份恢复到新的数据文件夹 · Restore a backup into a new data folder.")(restore)


def backup(file: File, as_json: AsJson = False) -> None:
    """Write database, original files, definitions and secret key into one file, while the server runs or not."""
    began = time.monotonic()
    file = file.absolute()
    with refusing(file.parent), shown(STEPS) as progress, opened():
        if file.exists():
            raise archive.BackupExists(file=str(file))
        file.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=file.parent, prefix=".kedun-backup-") as aside:
            about = _gathered(Path(aside), progress)
            parts = [(archive.part(name, path), path) for name, path in _files(Path(aside))]
            progress.step("backup.files", total=len(parts))
            archive.write(file, about, parts, progress)
        document = _document(about, [part.name for part, _ in parts], began)
        document |= {"file": str(file), "bytes": file.stat().st_size}
        _note("backup.make", {"file": str(file), "bytes": file.stat().st_size})
    megabytes = round(file.stat().st_size / 1e6, 1)
    _tell(BACKED_UP, document, {"file": str(file), "megabytes": megabytes}, as_json=as_json)


def _gathered(aside: Path, progress: Progress) -> Mapping[str, Json]:
    """Dump the database and write the definitions as text; counts and dump are those of one moment."""
    from django.db import connection, transaction

    from kedun.definitions.kinds import KINDS
    from kedun.definitions.queries import live

    progress.step("backup.dump", total=1)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            (snapshot,) = cursor.fetchone() or ("",)
        dumps.dump(_url(), aside / archive.DUMP, snapshot=snapshot)
        counts = _counts()
        (aside / "definitions").mkdir()
        for each in (found for kind in KINDS for found in live(kind).values()):
            text = aside / "definitions" / f"{each.kind}-{each.key}-v{each.version}.yaml"
            text.write_text(each.body, encoding="utf-8")
        about: dict[str, Json] = {"kedun": __version__, "made_at": clock().now().isoformat(), "rows": counts}
        about["migrations"] = _applied_migrations()
    progress.advance()
    return about


def _files(aside: Path) -> Iterator[tuple[str, Path]]:
    """Give every file that goes into a backup; originals are never changed, and come after the dump that names them."""
    data = choices().data
    yield archive.DUMP, aside / archive.DUMP
    for path in sorted((aside / "definitions").iterdir()):
        yield f"definitions/{path.name}", path
    for name in KEPT_FILES:
        if (data / name).is_file():
            yield name, data / name
    for path in sorted((data / "originals").glob("??/*")):
        if not path.name.startswith("."):
            yield path.relative_to(data).as_posix(), path


def restore(file: File, as_json: AsJson = False) -> None:
    """Restore a backup into a new folder, or into the empty database of DATABASE_URL, and check every row count."""
    began = time.monotonic()
    file, data = file.absolute(), choices().data
    running = status(data)
    if running.server is not None:
        raise AlreadyRunning(folder=str(data), pid=running.server, address=running.address or "-")
    if data.exists() and (not data.is_dir() or any(data.iterdir())):
        raise FolderNotEmptyForRestore(folder=str(data))
    manifest = archive.read_manifest(file)
    check_room(data, needed=3 * archive.unpacked_size(manifest, file) + 200_000_000)
    with _aside(data) as aside, shown(STEPS) as progress:
        progress.step("restore.files", total=None)
        archive.unpack(file, aside, progress)
        originals = [path.name for path in aside.glob("originals/??/*")]
        with opened(migrated=False):
            _load(file, aside, manifest, progress)
        (aside / archive.DUMP).unlink()
        shutil.rmtree(aside / "definitions", ignore_errors=True)
    document = _document(manifest, [f"originals/{name}" for name in originals], began)
    document |= {"file": str(file), "data": str(data)}
    command = "demo" if demo_state.is_demo(data) else "run"
    _tell(RESTORED, document, {"data": str(data), "command": command}, as_json=as_json)


@contextmanager
def _aside(data: Path) -> Iterator[Path]:
    """Work in a folder beside the one wanted, which takes its name when all went well; killed, nothing half-made is left in place."""
    aside = data.with_name(f".{data.name}.restoring")
    chosen = choices()
    with refusing(data):
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(mode=0o700, parents=True)
        choose(replace(chosen, data=aside))
        try:
            yield aside
            aside.rename(data)  # onto an empty folder, or none
        finally:
            choose(chosen)
            shutil.rmtree(aside, ignore_errors=True)


def _load(file: Path, aside: Path, manifest: Mapping[str, object], progress: Progress) -> None:
    from kedun.cli.session import migrate_when_needed

    _check_known(file, manifest)
    if _counts():
        raise DatabaseNotEmpty
    progress.step("restore.load", total=1)
    dumps.load(_url(), aside / archive.DUMP)
    progress.advance()
    progress.step("restore.check", total=1)
    stated, found = manifest.get("rows"), _counts()
    assert isinstance(stated, dict)
    for table in sorted({*stated, *found}):
        if stated.get(table) != found.get(table):
            raise RestoredDiffers(table=table, found=found.get(table, 0), stated=str(stated.get(table, 0)))
    migrate_when_needed()
    _note("backup.restore", {"file": str(file), "made_at": str(manifest.get("made_at"))})
    progress.advance()


def _check_known(file: Path, manifest: Mapping[str, object]) -> None:
    """Refuse a database that a newer kedun has changed.

    Raises: BackupIsNewer, BackupDamaged.
    """
    from django.db.migrations.loader import MigrationLoader

    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    stated, rows = manifest.get("migrations"), manifest.get("rows")
    if not isinstance(stated, list) or not isinstance(rows, dict):
        raise archive.BackupDamaged(file=str(file), reason=archive.MANIFEST)
    if not set(stated) <= known:
        raise archive.BackupIsNewer(file=str(file), version=str(manifest.get("kedun")))


def _applied_migrations() -> list[Json]:
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    return [f"{app}.{name}" for app, name in sorted(MigrationRecorder(connection).applied_migrations())]


def _counts() -> dict[str, int]:
    """Count the rows of every table."""
    from django.db import connection

    with connection.cursor() as cursor:
        counts: dict[str, int] = {}
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608 - a table's own name
            (counts[table],) = cursor.fetchone() or (0,)
        return counts


def _url() -> str:
    return os.environ["DATABASE_URL"]  # set by `opened`


def _note(verb: str, params: Mapping[str, Json]) -> None:
    from kedun.accounts.actions import record

    record(actor(), verb, params, subject="backup")


def _document(about: Mapping[str, object], names: list[str], began: float) -> dict[str, Json]:
    rows = about["rows"]
    assert isinstance(rows, dict)
    return {
        "format": 1,
        "made_at": str(about["made_at"]),
        "tables": len(rows),
        "rows": sum(rows.values()),
        "originals": sum(name.startswith("originals/") for name in names),
        "seconds": round(time.monotonic() - began, 1),
    }


def _tell(words: Words, document: Mapping[str, Json], more: Mapping[str, str | float], *, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(document, ensure_ascii=False))
        return
    params = {name: value for name, value in document.items() if isinstance(value, str | int | float)}
    typer.echo(words.say(choices().language, **(params | dict(more))))
