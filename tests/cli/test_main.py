"""Global options, exit codes and refusals are the same for every command."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from typer.core import TyperCommand, TyperGroup

from kedun import __version__
from kedun.cli import main, session
from kedun.cli.session import Choices, choices, spoken_language
from kedun.kernel.refusals import Conflict, Forbidden, Invalid, NotFound, Refusal, Unavailable
from kedun.kernel.words import Language, Words
from tests.cli.conftest import Kedun


class TooLate(Conflict):
    """{what} is closed since {days} days."""

    zh = "{what} 已关闭 {days} 天。"


def test_the_version_is_told(kedun: Kedun) -> None:
    told = kedun("--version")
    assert (told.code, told.out.strip()) == (0, f"kedun {__version__}")


@pytest.mark.parametrize("arguments", [["nonsense"], ["status", "--nonsense"], ["--lang", "fr", "status"], []])
def test_what_is_not_a_command_is_bad_input(kedun: Kedun, arguments: list[str]) -> None:
    assert kedun(*arguments).code == 2


def test_help_lists_the_commands(kedun: Kedun) -> None:
    told = kedun("--help")
    assert told.code == 0
    assert {"demo", "run", "doctor", "status", "stop", "backup"} <= set(told.out.split())
    assert "prepare" not in told.out.split(), "what only the server itself calls is not shown"


def test_every_command_is_found_by_its_topic() -> None:
    commands = typer.main.get_group(main.application()).commands
    assert sorted(commands) == sorted(name for names in main.TOPICS.values() for name in names)


def commands_below(command: object, *above: str) -> Iterator[tuple[str, TyperCommand]]:
    if isinstance(command, TyperGroup):
        for name, each in command.commands.items():
            yield from commands_below(each, *above, name)
    elif isinstance(command, TyperCommand) and not command.hidden:
        yield " ".join(above), command


def test_every_command_prints_json_when_asked() -> None:
    found = dict(commands_below(typer.main.get_command(main.application())))
    assert {"policy export", "approvals agree", "reference"} <= set(found)
    assert not [name for name, each in found.items() if not any("--json" in option.opts for option in each.params)]


@pytest.mark.parametrize(
    ("arguments", "topics"),
    [
        pytest.param(["--data", "run", "status"], ["run"], id="behind an option with a value"),
        pytest.param(["--lang=en", "doctor", "--json"], ["doctor"], id="before its options"),
        pytest.param(["nonsense"], list(main.TOPICS), id="all for an unknown word"),
        pytest.param(["--help"], list(main.TOPICS), id="all for help"),
    ],
)
def test_only_the_topic_asked_for_is_loaded(arguments: list[str], topics: list[str]) -> None:
    assert list(main._topics(arguments)) == topics


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["--data", "here", "status", "--json"], id="before the command"),
        pytest.param(["status", "--data", "here", "--json"], id="after the command"),
        pytest.param(["status", "--json", "--data=here"], id="with an equals sign"),
    ],
)
def test_global_options_may_stand_anywhere(kedun: Kedun, tmp_path: Path, arguments: list[str]) -> None:
    assert kedun(*arguments).document()["data"] == str(tmp_path / "here")


@pytest.mark.parametrize(
    ("arguments", "hoisted"),
    [
        pytest.param(["a", "--data"], ["--data", "a"], id="a missing value stays missing"),
        pytest.param(
            ["a", "--", "--data", "x"], ["a", "--", "--data", "x"], id="what follows two dashes is left alone"
        ),
        pytest.param(["a", "--database", "x"], ["a", "--database", "x"], id="another option with the same beginning"),
    ],
)
def test_only_global_options_move(arguments: list[str], hoisted: list[str]) -> None:
    assert main.hoisted(arguments) == hoisted


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        pytest.param({}, "zh", id="nothing said"),
        pytest.param({"LANG": "C.UTF-8"}, "zh", id="a machine without language"),
        pytest.param({"LANG": "zh_CN.UTF-8"}, "zh", id="a Chinese machine"),
        pytest.param({"LANG": "en_GB.UTF-8"}, "en", id="an English machine"),
        pytest.param({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en", id="LC_ALL wins over LANG"),
        pytest.param({"LANG": "en_GB.UTF-8", "KEDUN_LANG": "zh"}, "zh", id="our own variable wins over all"),
        pytest.param({"LANG": "en_GB.UTF-8", "KEDUN_LANG": "xx"}, "en", id="a language we do not speak says nothing"),
    ],
)
def test_the_language_comes_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: Language
) -> None:
    for name in ("KEDUN_LANG", "LC_ALL", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert spoken_language() == language


def test_the_data_folder_comes_from_the_environment(
    kedun: Kedun, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert kedun("status", "--json").document()["data"] == str(tmp_path / "kedun-data")
    monkeypatch.setenv("KEDUN_DATA", str(tmp_path / "elsewhere"))
    assert kedun("status", "--json").document()["data"] == str(tmp_path / "elsewhere")


def test_choices_are_forgotten_after_the_command(kedun: Kedun, tmp_path: Path) -> None:
    kedun("--data", "here", "--lang", "en", "status")
    assert choices() == Choices(data=tmp_path / "kedun-data", language="zh")
    session.choose(Choices(language="en"))
    assert session.say(Words(zh="是", en="yes")) == "yes"
    session.choose(None)
    assert session.say(Words(zh="是", en="yes")) == "是"


@pytest.mark.parametrize(
    ("refusal", "code"),
    [(Invalid, 2), (NotFound, 2), (Forbidden, 3), (Conflict, 3), (Unavailable, 3)],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_exit_code_says_which_kind_of_refusal_it_was(refusal: type[Refusal], code: int) -> None:
    assert main.exit_code(refusal()) == code


def test_a_refusal_is_a_sentence_for_people_and_a_document_for_scripts(capsys: pytest.CaptureFixture[str]) -> None:
    session.choose(Choices(language="zh"))
    main.report(TooLate(what="五月", days=3), as_json=False)
    main.report(TooLate(what="五月", days=3), as_json=True)
    session.choose(None)
    said = capsys.readouterr()
    assert said.err == "五月 已关闭 3 天。\n"
    assert json.loads(said.out) == {
        "format": 1,
        "error": {"code": "too_late", "message": "五月 已关闭 3 天。", "params": {"what": "五月", "days": 3}},
    }
