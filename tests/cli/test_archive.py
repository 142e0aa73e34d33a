"""A backup's file is whole or refused: unknown names, wrong sums, cut-off ends, links and bombs."""

import gzip
import hashlib
import io
import json
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kedun.cli import archive
from kedun.cli.archive import BackupDamaged, BackupExists, BackupIsNewer
from kedun.kernel.progress import Silent

ORIGINAL = f"originals/ab/{'ab' * 32}"


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    """A backup of three files."""
    files = {"database.dump": b"dump", "secret-key": b"key", ORIGINAL: b"original"}
    parts = []
    for number, (name, content) in enumerate(files.items()):
        (tmp_path / str(number)).write_bytes(content)
        parts.append((archive.part(name, tmp_path / str(number)), tmp_path / str(number)))
    archive.write(tmp_path / "backup.tar.gz", {"kedun": "1", "rows": {"t": 1}}, parts, Silent())
    return tmp_path / "backup.tar.gz"


def test_what_went_in_comes_out(backup: Path, tmp_path: Path) -> None:
    manifest = archive.read_manifest(backup)
    assert (manifest["kedun"], manifest["rows"]) == ("1", {"t": 1})
    assert archive.unpacked_size(manifest, backup) == len(b"dumpkeyoriginal")
    archive.unpack(backup, tmp_path / "out", Silent())
    assert (tmp_path / "out" / ORIGINAL).read_bytes() == b"original"
    assert (tmp_path / "out" / "secret-key").stat().st_mode & 0o777 == 0o600
    assert backup.stat().st_mode & 0o777 == 0o600


def test_a_file_that_exists_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "ledger.xlsx").write_text("mine")
    with pytest.raises(BackupExists, match="with the date"):
        archive.write(tmp_path / "ledger.xlsx", {}, [], Silent())
    assert (tmp_path / "ledger.xlsx").read_text() == "mine"
    assert [path.name for path in tmp_path.iterdir()] == ["ledger.xlsx"]


def made(place: Path, manifest: object, *members: tuple[str, bytes]) -> Path:
    """Write a tar as somebody might forge it."""
    with tarfile.open(place, "w:gz", format=tarfile.GNU_FORMAT) as forged:
        for name, content in (("manifest.json", json.dumps(manifest).encode()), *members):
            header = tarfile.TarInfo(name)
            header.size = len(content)
            forged.addfile(header, io.BytesIO(content))
    return place


def listed(*files: tuple[str, bytes]) -> dict[str, object]:
    entries = [{"name": name, "size": len(each), "sha256": hashlib.sha256(each).hexdigest()} for name, each in files]
    return {"format": 1, "files": entries}


DUMP = ("database.dump", b"dump")


@pytest.mark.parametrize(
    ("manifest", "members"),
    [
        pytest.param(listed(DUMP), [DUMP, ("../evil", b"")], id="a file nobody announced"),
        pytest.param(listed(DUMP, ("../evil", b"")), [DUMP, ("../evil", b"")], id="a name that leads outside"),
        pytest.param(listed(DUMP, ("/etc/passwd", b"")), [DUMP], id="a name from the root"),
        pytest.param(listed(DUMP, ("secret-key", b"key")), [DUMP], id="a file that is missing"),
        pytest.param(listed(DUMP), [("database.dump", b"dumq")], id="a file that was changed"),
        pytest.param(listed(DUMP), [("database.dump", b"dump and more")], id="a file that is longer"),
        pytest.param(listed(DUMP), [DUMP, DUMP], id="a file twice"),
        pytest.param(listed(), [], id="no dump"),
        pytest.param({"format": 1}, [DUMP], id="a manifest without files"),
        pytest.param({"format": 1, "files": [{"name": "database.dump"}]}, [DUMP], id="a manifest without sums"),
        pytest.param(
            {"format": 1, "files": [{"name": 7, "size": 1, "sha256": ""}]}, [DUMP], id="a name that is no text"
        ),
        pytest.param([], [DUMP], id="another manifest"),
    ],
)
def test_a_forged_or_damaged_backup_is_refused(
    tmp_path: Path, manifest: object, members: list[tuple[str, bytes]]
) -> None:
    forged = made(tmp_path / "forged.tar.gz", manifest, *members)
    (tmp_path / "into").mkdir()
    with pytest.raises(BackupDamaged):
        archive.unpack(forged, tmp_path / "into", Silent())
    assert not (tmp_path / "evil").exists()


def test_a_newer_format_is_told_from_damage(tmp_path: Path) -> None:
    forged = made(tmp_path / "newer.tar.gz", {"format": 2, "kedun": "9.9", "files": []})
    with pytest.raises(BackupIsNewer, match=r"9\.9"):
        archive.read_manifest(forged)


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda raw: raw[: len(raw) // 2], id="cut off"),
        pytest.param(lambda raw: raw[:60] + b"turned" + raw[66:], id="bits turned"),
        pytest.param(lambda _raw: b"PK\x03\x04 a workbook", id="another kind of file"),
        pytest.param(lambda _raw: b"", id="empty"),
        pytest.param(lambda _raw: gzip.compress(b"not a tar" * 200), id="no tar inside"),
    ],
)
def test_a_file_that_is_no_backup_is_refused(backup: Path, tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    broken = tmp_path / "broken.tar.gz"
    broken.write_bytes(harm(backup.read_bytes()))
    with pytest.raises(BackupDamaged):
        archive.unpack(broken, tmp_path / "into", Silent())


@pytest.mark.parametrize(
    "kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.XHDTYPE, tarfile.GNUTYPE_LONGNAME]
)
def test_nothing_but_plain_files_is_read_from_an_archive(tmp_path: Path, kind: bytes) -> None:
    place = tmp_path / "linked.tar.gz"
    with tarfile.open(place, "w:gz", format=tarfile.GNU_FORMAT) as forged:
        header = tarfile.TarInfo("manifest.json")
        header.type, header.linkname = kind, "/etc/passwd"
        forged.addfile(header)
    with pytest.raises(BackupDamaged):
        archive.read_manifest(place)
