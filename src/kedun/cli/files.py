"""Files that commands write for people: what somebody may have worked on is never written over unasked."""

from pathlib import Path
from typing import Annotated

import typer

from kedun.kernel.refusals import Conflict

Force = Annotated[bool, typer.Option("--force", help="覆盖已有文件 · Replace a file that is there.")]


class FileIsThere(Conflict):
    """{file} exists already and stays as it is. Name another file, or replace it with --force."""

    zh = "{file} 已存在，未做改动。请换一个文件名，或加 --force 覆盖。"


def write(file: Path, content: bytes, *, force: bool) -> None:
    """Write a file.

    Raises: FileIsThere unless `force`.
    """
    try:
        with file.open("wb" if force else "xb") as out:
            out.write(content)
    except FileExistsError as error:
        raise FileIsThere(file=str(file)) from error
