"""Reading a folder of definition files before anything is stored."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kedun.definitions import documents
from kedun.definitions.kinds import KINDS
from kedun.definitions.refusals import (
    DefinitionTooLarge,
    NotAMapping,
    OneDocumentOfKind,
    SameKeyTwice,
    StarterFolderNotFound,
    TooManyDefinitions,
    UnknownDefinitionKind,
)
from kedun.kernel.hashing import sha256_of

MOST_FILES = 1_000


@dataclass(frozen=True, slots=True)
class Draft:
    """A definition as its file says it."""

    kind: str
    key: str
    body: str
    sha256: str


def read_folder(folder: Path) -> tuple[Draft, ...]:
    """Read every .yaml file in a folder and below it, in the order of kind and key; one bad file refuses all.

    A file's kind is the name of the folder it lies in (`rules/rules.yaml`); of a file directly in `folder`, its own
    name (`rules.yaml`). Its key is its name, and there is one document of a kind: both are the same.

    Raises: the refusals of refusals.py.
    """
    if not folder.is_dir():
        raise StarterFolderNotFound(folder=str(folder))
    files = sorted(folder.rglob("*.yaml"))
    if len(files) > MOST_FILES:
        raise TooManyDefinitions(folder=str(folder), most=MOST_FILES)
    drafts: dict[tuple[str, str], tuple[Draft, str]] = {}
    for file in files:
        name = file.relative_to(folder).as_posix()
        draft = _read_file(file, name)
        first, first_name = drafts.setdefault((draft.kind, draft.key), (draft, name))
        if first is not draft:
            raise SameKeyTwice(first=first_name, second=name, kind=draft.kind, key=draft.key)
    return tuple(drafts[each][0] for each in sorted(drafts))


def _read_file(file: Path, name: str) -> Draft:
    if file.stat().st_size > documents.MOST_BYTES:
        raise DefinitionTooLarge(file=name, most=documents.MOST_BYTES)
    *folders, _ = name.split("/")
    kind = folders[-1] if folders else file.stem
    return draft_of(documents.decode(file.read_bytes(), file=name), kind=kind, key=file.stem, file=name)


@lru_cache(maxsize=64)
def draft_of(body: str, *, kind: str, key: str, file: str) -> Draft:
    """Read one definition from its text; the hash covers what it says, not its layout or comments.

    Raises: the refusals of refusals.py.
    """
    if kind not in KINDS:
        raise UnknownDefinitionKind(file=file, found=kind, known=", ".join(KINDS))
    if key != kind:
        raise OneDocumentOfKind(file=file, kind=kind)
    document = documents.read(body, file=file)
    if not isinstance(document, dict):
        raise NotAMapping(file=file)
    return Draft(kind=kind, key=key, body=body, sha256=sha256_of(document))
