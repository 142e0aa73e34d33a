"""A backup's file: a tar of known files behind a manifest that names each with its size and hash."""

import gzip
import hashlib
import io
import json
import os
import re
import tarfile
import zlib
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kedun.kernel.hashing import Json
from kedun.kernel.progress import Progress
from kedun.kernel.refusals import Conflict, Invalid

MANIFEST = "manifest.json"
DUMP = "database.dump"
FORMAT = 1
LARGEST_MANIFEST = 256 * 2**20
MOST_FILES = 1_000_000
STEP = 2**20
# Nothing else is ever unpacked, whatever an archive calls its files.
_NAMES = re.compile(
    r"database\.dump|secret-key|demo\.json|demo-password"
    r"|originals/[0-9a-f]{2}/[0-9a-f]{64}|definitions/[a-z_]{1,20}-[A-Za-z0-9_.-]{1,60}\.yaml"
)


class BackupExists(Conflict):
    """{file} exists already. Choose another name, such as one with the date."""

    zh = "{file} 已存在。请换一个文件名，例如带上日期。"


class BackupDamaged(Invalid):
    """{file} is not a whole backup of kedun: {reason}. Take another one."""

    zh = "{file} 不是完整的客盾备份：{reason}。请换一份备份。"


class BackupIsNewer(Conflict):
    """{file} was made by a newer kedun ({version}). Restore it with that one."""

    zh = "{file} 由更新版本的客盾（{version}）生成。请用该版本恢复。"


@dataclass(frozen=True, slots=True)
class Part:
    """A file inside a backup."""

    name: str
    size: int
    sha256: str


class _PlainFile(tarfile.TarInfo):
    """A member of the archive that is nothing but a file: no links, no extended headers, which could be of any size."""

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        if self.type not in tarfile.REGULAR_TYPES or self.size < 0:
            raise tarfile.ReadError(self.name[:100])
        return super()._proc_member(archive)  # type: ignore[misc,no-any-return]  # typeshed leaves it out


def part(name: str, path: Path) -> Part:
    """Measure a file that is to go into a backup."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return Part(name, path.stat().st_size, sha256)


def write(file: Path, about: Mapping[str, Json], parts: Iterable[tuple[Part, Path]], progress: Progress) -> None:
    """Write a backup, readable by its owner only: aside, brought to the disk, then renamed, so it is whole or not there.

    Raises: BackupExists, BackupDamaged when a file changed meanwhile.
    """
    listed = list(parts)
    entries = [{"name": each.name, "size": each.size, "sha256": each.sha256} for each, _ in listed]
    manifest = json.dumps({"format": FORMAT, **about, "files": entries}, ensure_ascii=False).encode()
    aside = file.with_name(f".{file.name}.new")
    try:
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as raw:
            with tarfile.open(fileobj=raw, mode="w:gz", compresslevel=1, format=tarfile.GNU_FORMAT) as archive:
                archive.addfile(_header(MANIFEST, len(manifest)), io.BytesIO(manifest))
                for each, path in listed:
                    _add(archive, each, path)
                    progress.advance()
            raw.flush()
            os.fsync(raw.fileno())
        try:
            file.hardlink_to(aside)  # unlike a rename, it never takes the place of a file
        except FileExistsError as error:
            raise BackupExists(file=str(file)) from error
    finally:
        aside.unlink(missing_ok=True)


def _header(name: str, size: int) -> tarfile.TarInfo:
    header = tarfile.TarInfo(name)
    header.size, header.mode = size, 0o600
    return header


def _add(archive: tarfile.TarFile, each: Part, path: Path) -> None:
    with path.open("rb") as content:
        archive.addfile(_header(each.name, each.size), content)


def read_manifest(file: Path) -> Mapping[str, object]:
    """Read what a backup says of itself, before anything is unpacked.

    Raises: BackupDamaged.
    """
    with _reading(file) as archive:
        return _manifest(archive.next(), archive, file)


def unpack(file: Path, into: Path, progress: Progress) -> None:
    """Unpack a backup into a folder: only files its manifest names, each checked by size and hash.

    Raises: BackupDamaged.
    """
    with _reading(file) as archive:
        waiting = _parts(_manifest(archive.next(), archive, file), file)
        while (member := archive.next()) is not None:
            expected = waiting.pop(member.name, None)
            if expected is None or not member.isreg() or member.size != expected.size:
                raise BackupDamaged(file=str(file), reason=member.name[:100])
            _unpack(archive, member, expected, into, file)
            progress.advance()
        if waiting:
            raise BackupDamaged(file=str(file), reason=f"{min(waiting)} ?")


class _reading:  # noqa: N801 - used as a context, like a function
    """Opens a backup for reading, and says of what tar and gzip complain that it is damaged."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __enter__(self) -> tarfile.TarFile:
        try:
            self._archive = tarfile.open(self._file, mode="r:gz", tarinfo=_PlainFile)  # noqa: SIM115 - closed on leaving
        except (tarfile.TarError, gzip.BadGzipFile, zlib.error, EOFError) as error:
            raise BackupDamaged(file=str(self._file), reason=str(error)) from error
        return self._archive

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        with suppress(OSError):
            self._archive.close()
        if isinstance(error, tarfile.TarError | gzip.BadGzipFile | zlib.error | EOFError):
            raise BackupDamaged(file=str(self._file), reason=str(error)) from error


def _manifest(member: tarfile.TarInfo | None, archive: tarfile.TarFile, file: Path) -> Mapping[str, object]:
    content = archive.extractfile(member) if member and member.isreg() and member.name == MANIFEST else None
    if member is None or content is None or member.size > LARGEST_MANIFEST:
        raise BackupDamaged(file=str(file), reason=MANIFEST)
    try:
        found = json.loads(content.read())
    except ValueError as error:
        raise BackupDamaged(file=str(file), reason=MANIFEST) from error
    if not isinstance(found, dict) or not isinstance(found.get("files"), list):
        raise BackupDamaged(file=str(file), reason=MANIFEST)
    if found.get("format") != FORMAT:
        raise BackupIsNewer(file=str(file), version=str(found.get("kedun")))
    return found


def _parts(manifest: Mapping[str, object], file: Path) -> dict[str, Part]:
    entries = manifest["files"]
    assert isinstance(entries, list)
    try:
        parts = {each["name"]: Part(each["name"], int(each["size"]), each["sha256"]) for each in entries}
    except (KeyError, TypeError, ValueError) as error:
        raise BackupDamaged(file=str(file), reason=MANIFEST) from error
    strange = [name for name in parts if not isinstance(name, str) or not _NAMES.fullmatch(name)]
    if strange or len(parts) > MOST_FILES or DUMP not in parts:
        raise BackupDamaged(file=str(file), reason=str((strange or [DUMP])[0])[:100])
    return parts


def unpacked_size(manifest: Mapping[str, object], file: Path) -> int:
    """Give how many bytes a backup unpacks to, by its manifest; unpacking holds it to that.

    Raises: BackupDamaged.
    """
    return sum(each.size for each in _parts(manifest, file).values())


def _unpack(archive: tarfile.TarFile, member: tarfile.TarInfo, expected: Part, into: Path, file: Path) -> None:
    content = archive.extractfile(member)
    assert content is not None, "a regular file has content"
    place = into / PurePosixPath(member.name)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    total = hashlib.sha256()
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        while data := content.read(STEP):
            total.update(data)
            out.write(data)
    if total.hexdigest() != expected.sha256:
        raise BackupDamaged(file=str(file), reason=member.name)
