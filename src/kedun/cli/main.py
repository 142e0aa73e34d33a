"""The command line: global options, the commands of each topic, refusals and exit codes."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from kedun import __version__
from kedun.cli.session import Choices, choices, choose, data_folder, spoken_language
from kedun.kernel.refusals import Invalid, NotFound, Refusal
from kedun.kernel.words import Language

# Each module has `register(app)` and adds the commands named here; help lists them in this order. Only the topic that
# is asked for is imported: some bring along libraries that take longer to load than the others take to run.
TOPICS: Mapping[str, tuple[str, ...]] = {
    "demo": ("demo", "prepare-demo"),
    "run": ("run", "prepare", "stop", "status"),
    "intake": ("import", "rejects", "template"),
    "sample": ("sample",),
    "assess": ("assess", "show"),
    "way_back": ("way-back",),
    "mirror": ("mirror",),
    "alerts": ("alerts",),
    "customers": ("customers",),
    "people": ("people",),
    "policy": ("policy",),
    "backtest": ("backtest",),
    "approvals": ("approvals",),
    "backup": ("backup", "restore"),
    "audit": ("audit",),
    "doctor": ("doctor",),
    "reference": ("reference",),
}
GLOBAL_OPTIONS = ("--data", "--lang")
BAD_INPUT, REFUSED = 2, 3


class PathUnusable(Invalid):
    """{path} cannot be used: {reason}. Name another file or folder, or mend its rights."""

    zh = "无法使用 {path}：{reason}。请换一个文件或文件夹，或检查权限。"


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kedun {__version__}")
        raise typer.Exit


def _global_options(
    data: Annotated[
        Path | None,
        typer.Option(envvar="KEDUN_DATA", help="数据文件夹 · The data folder.", show_default="./kedun-data"),
    ] = None,
    lang: Annotated[Language | None, typer.Option(envvar="KEDUN_LANG", help="语言 · The language.")] = None,
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="显示版本 · Show the version.")
    ] = False,
) -> None:
    """客盾：哪些客户将要让你亏钱 · kedun: which customers are about to cost you money."""
    choose(
        Choices(
            data=data.absolute() if data else data_folder(),
            language=lang or spoken_language(),
            is_data_chosen=data is not None,
        )
    )


def application(arguments: Sequence[str] = ()) -> typer.Typer:
    """Build the application: with the commands of the topic that is asked for, or of every topic."""
    app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
    app.callback()(_global_options)
    for topic in _topics(arguments):
        import_module(f"kedun.cli.{topic}").register(app)
    return app


def _topics(arguments: Sequence[str]) -> Iterable[str]:
    """Give the topic of the command, which stands behind the global options; all of them for help or an unknown word."""
    words = iter(arguments)
    for word in words:
        if word in GLOBAL_OPTIONS:
            next(words, None)
        elif not word.startswith("-"):
            return [topic for topic, commands in TOPICS.items() if word in commands] or TOPICS
    return TOPICS


def hoisted(arguments: Sequence[str]) -> list[str]:
    """Move the global options to the front, so that they may stand anywhere before a `--`."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    front: list[str] = []
    rest: list[str] = []
    words = iter(arguments[:end])
    for word in words:
        if word in GLOBAL_OPTIONS:
            front += [word, *[value for value in [next(words, None)] if value is not None]]
        elif word.startswith(tuple(f"{option}=" for option in GLOBAL_OPTIONS)):
            front.append(word)
        else:
            rest.append(word)
    return [*front, *rest, *arguments[end:]]


def exit_code(refusal: Refusal) -> int:
    """Give the exit code that says which kind of refusal it was."""
    return BAD_INPUT if isinstance(refusal, (Invalid, NotFound)) else REFUSED


def report(refusal: Refusal, *, as_json: bool) -> None:
    """Print a refusal: as a document on the standard output, or as a sentence on the standard error."""
    message = refusal.say(choices().language)
    if not as_json:
        typer.echo(message, err=True)
        return
    error = {"code": refusal.code(), "message": message, "params": refusal.params}
    typer.echo(json.dumps({"format": 1, "error": error}, ensure_ascii=False))


def _refused(refusal: Refusal, arguments: Sequence[str]) -> int:
    report(refusal, as_json="--json" in arguments)
    return exit_code(refusal)


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit code."""
    words = hoisted(arguments)
    command = typer.main.get_command(application(words))
    try:
        command.main(args=words, prog_name="kedun")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except Refusal as refusal:
        return _refused(refusal, arguments)
    except OSError as trouble:
        return _refused(
            PathUnusable(path=str(trouble.filename or "?"), reason=trouble.strerror or str(trouble)), arguments
        )
    finally:
        choose(None)
    return 0


def main() -> None:
    """Run the command that the shell asked for."""
    sys.exit(run(sys.argv[1:]))
