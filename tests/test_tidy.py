"""Tidy is a test: what the style asks for is checked here, without a list of exceptions."""

import ast
import configparser
import importlib
import os
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

import kedun
from kedun.kernel.refusals import Refusal
from tests import house

LONGEST_FUNCTION, LONGEST_MODULE = 50, 500
VAGUE = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "service", "services", "base", "misc"}
UNFINISHED = re.compile("TO" + "DO|FIX" + "ME")
DATABASE_LIBRARIES = {"django", "psycopg", "procrastinate"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")
GENERATED = {"node_modules", "dist", "htmlcov", "__pycache__", "kedun-data", "kedun-demo", "web_dist"}
# In pieces, so that this file does not hold what it looks for.
REGISTRY_HOSTS = ("py" + "pi.org", "python" + "hosted.org", "npm" + "js.org", "npm" + "mirror.com", "tsing" + "hua.edu")
Function = ast.FunctionDef | ast.AsyncFunctionDef


def every_file() -> list[Path]:
    return [*house.source_files(), *house.test_files()]


def where(path: Path, line: int = 1) -> str:
    return f"{path.relative_to(house.ROOT)}:{line}"


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(house.tree(path)) if isinstance(node, Function))


def test_every_module_says_in_one_line_what_it_is_for() -> None:
    docstrings = {path: ast.get_docstring(house.tree(path)) or "" for path in every_file()}
    # a package without code of its own, such as a folder of tests, needs no word
    silent = [where(path) for path, text in docstrings.items() if not text and path.read_text(encoding="utf-8").strip()]
    broken = [where(path) for path, text in docstrings.items() if len(text.splitlines()) > 1 and text.splitlines()[1]]
    assert silent + broken == []


def test_functions_fit_in_the_eye() -> None:
    long = [
        f"{where(path, node.lineno)} {node.name}: {length} lines"
        for path in every_file()
        for node in functions(path)
        if (length := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []


def test_modules_are_short() -> None:
    scripts = [house.ROOT / name for name in ("kedun", "build_web.py", "hatch_build.py")]
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in [*every_file(), *scripts]}
    assert {where(path): length for path, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_names_say_something() -> None:
    modules = [where(path) for path in every_file() if VAGUE & set(path.stem.lower().split("_"))]
    folders = [where(path) for path in every_file() if VAGUE & {part.lower() for part in path.parts}]
    classes = [
        f"{where(path, node.lineno)} {node.name}"
        for path in every_file()
        for node in ast.walk(house.tree(path))
        if isinstance(node, ast.ClassDef) and VAGUE & set(words_of(node.name))
    ]
    assert modules + folders + classes == []


def words_of(class_name: str) -> list[str]:
    return [word.lower() for word in re.findall(r"[A-Z][a-z0-9]*", class_name)]


def test_public_functions_and_classes_have_docstrings() -> None:
    public = [
        (path, node)
        for path in house.source_files()
        for node in house.tree(path).body
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert [f"{where(path, node.lineno)} {node.name}" for path, node in public if not ast.get_docstring(node)] == []


def test_only_shell_files_touch_the_database_libraries() -> None:
    touching = [
        f"{where(path, line)} imports {name}"
        for path in house.source_files()
        if path.stem not in house.SHELL_FILES and path.relative_to(house.SOURCE).parts[0] not in house.SHELL_PACKAGES
        for line, name in house.imports(path)
        if name.split(".")[0] in DATABASE_LIBRARIES
    ]
    assert touching == []


def test_only_shell_files_touch_tables() -> None:
    touching = [
        f"{where(path, line)} imports {name}"
        for path in house.source_files()
        if path.stem not in house.SHELL_FILES and path.relative_to(house.SOURCE).parts[0] not in house.SHELL_PACKAGES
        for line, name in house.imports(path)
        if name.startswith("kedun.") and name.endswith(".models")
    ]
    assert touching == []


def test_arithmetic_imports_no_shell_file() -> None:
    shells = [
        f"{where(path, line)} imports {name}"
        for path in house.arithmetic_files()
        for line, name in house.imports(path)
        if name.startswith("kedun.") and house.SHELL_FILES & set(name.split(".")[2:])
    ]
    assert shells == []


def test_no_stage_imports_one_that_stands_after_or_beside_it() -> None:
    places = house.stages()
    wrong = [
        f"{where(path, line)} imports {name}"
        for path in house.source_files()
        for line, name in house.imports(path)
        if name.startswith("kedun.")
        and (own := path.relative_to(house.SOURCE).parts[0]) != (other := name.split(".")[1])
        and own in places
        and places[other] >= places[own]
    ]
    assert wrong == []


def test_every_folder_is_a_stage() -> None:
    folders = {path.name for path in house.SOURCE.iterdir() if path.is_dir() and path.stem not in GENERATED}
    assert folders - set(house.stages()) == set()


def all_refusals() -> list[type[Refusal]]:
    for module in pkgutil.walk_packages(kedun.__path__, "kedun."):
        if not module.name.endswith("__main__") and ".migrations" not in module.name:
            importlib.import_module(module.name)
    found: list[type[Refusal]] = []
    waiting: list[type[Refusal]] = [Refusal]
    while waiting:
        kinds = waiting.pop().__subclasses__()
        found += kinds
        waiting += kinds
    return [kind for kind in found if kind.__module__.startswith("kedun.")]


def parameters(template: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", template))


def test_every_refusal_speaks_both_languages_with_the_same_parameters() -> None:
    refusals = all_refusals()
    undocumented = [kind for kind in refusals if not kind.__dict__.get("__doc__")]
    speechless = [kind for kind in refusals if not CHINESE.search(str(kind.__dict__.get("zh", "")))]
    uneven = [kind for kind in refusals if parameters(kind.words().zh) != parameters(kind.words().en)]
    assert len(refusals) >= 5
    assert undocumented + speechless + uneven == []


def test_every_refusal_has_a_code_of_its_own() -> None:
    codes = [kind.code() for kind in all_refusals()]
    assert {code for code in codes if codes.count(code) > 1} == set()


def starter() -> Iterator[tuple[str, dict[str, object]]]:
    for path in sorted((house.ROOT / "starter").glob("*.yaml")):
        yield path.stem, yaml.safe_load(path.read_text(encoding="utf-8")) or {}


def labels(document: object, path: str) -> Iterator[tuple[str, object]]:
    if isinstance(document, dict):
        for key, value in document.items():
            if key == "label":
                yield path, value
            yield from labels(value, f"{path}.{key}")
    elif isinstance(document, list):
        for number, value in enumerate(document):
            yield from labels(value, f"{path}[{number}]")


def is_bilingual(label: object) -> bool:
    return isinstance(label, dict) and bool(CHINESE.search(str(label.get("zh", "")))) and bool(label.get("en"))


def listed(name: str, document: dict[str, object]) -> dict[str, object]:
    """The definitions of a file with many, such as `indicators.yaml`; the file itself where it is one definition."""
    many = document.get(name)
    return many if isinstance(many, dict) else {name: document}


def test_every_starter_definition_has_a_label_in_both_languages() -> None:
    bare = [
        f"{name}.{key}"
        for name, document in starter()
        for key, definition in listed(name, document).items()
        if not list(labels(definition, key))
    ]
    halves = [path for name, document in starter() for path, label in labels(document, name) if not is_bilingual(label)]
    assert bare + halves == []


@cache
def worked_cases(name: str) -> set[str]:
    path = house.ROOT / "tests" / "cases" / f"{name}.yaml"
    return set(yaml.safe_load(path.read_text(encoding="utf-8"))) if path.exists() else set()


def test_every_starter_definition_has_a_worked_case() -> None:
    missing = [
        f"{key}: no case in tests/cases/{name if key != name else 'cards'}.yaml"
        for name, document in starter()
        for key in listed(name, document)
        if key not in worked_cases(name if key != name else "cards")
    ]
    assert missing == []


def configured_hosts() -> set[str]:
    """The hosts of the registries this machine is set up for."""
    texts = [value for name, value in os.environ.items() if name.startswith(("PIP_", "UV_")) and "INDEX" in name]
    for place in (
        Path("/etc/pip.conf"),
        Path.home() / ".pip" / "pip.conf",
        Path.home() / ".config" / "pip" / "pip.conf",
    ):
        parser = configparser.ConfigParser(interpolation=None)
        if os.access(place, os.R_OK):
            parser.read(place)
        texts += [value for section in parser.values() for name, value in section.items() if "index" in name]
    found = {urlsplit(word).hostname for text in texts for word in text.split()}
    return {host for host in found if host}


def own_files() -> Iterator[Path]:
    for folder, folders, names in os.walk(house.ROOT):
        folders[:] = [name for name in folders if name not in GENERATED and (name == ".ci" or not name.startswith("."))]
        yield from (Path(folder) / name for name in names if not name.startswith(".coverage"))


def test_no_file_names_a_package_registry() -> None:
    hosts = {*REGISTRY_HOSTS, *configured_hosts()}
    naming = [
        f"{where(path)} names {host}"
        for path in own_files()
        for text in [path.read_text(encoding="utf-8", errors="ignore")]
        for host in hosts
        if host in text
    ]
    assert naming == []


def test_nothing_is_left_for_later() -> None:
    assert [where(path) for path in every_file() if UNFINISHED.search(path.read_text(encoding="utf-8"))] == []


def pins(name: str) -> dict[str, str]:
    text = (house.ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9._-]+(?:\[[a-z,]+\])?)==([^ \\\n]+)", text, re.MULTILINE))


def test_the_developers_lock_holds_the_same_versions_as_the_one_for_running() -> None:
    running, developing = pins("requirements.lock"), pins("requirements-dev.lock")
    assert running.items() <= developing.items()
    assert "pytest" in developing
    assert "pytest" not in running


@pytest.mark.parametrize(
    "name", ["requirements.lock", "requirements-dev.lock", "requirements-uv.lock", "requirements-node.lock"]
)
def test_every_locked_package_has_hashes(name: str) -> None:
    text = (house.ROOT / name).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert blocks
    assert [block.split()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert not re.search(r"^--|://", text, re.MULTILINE)
