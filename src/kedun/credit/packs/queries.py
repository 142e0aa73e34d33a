"""The packs there are, and what each would change."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from kedun.credit.packs.definition import Pack, read_pack
from kedun.credit.packs.refusals import NoSuchPack
from kedun.definitions import documents
from kedun.definitions.queries import live
from kedun.definitions.shipped import PACKS, STARTER
from kedun.definitions.starter import Draft, draft_of
from kedun.kernel.hashing import Json


@dataclass(frozen=True, slots=True)
class Offered:
    """A pack with its key and its documents."""

    key: str
    pack: Pack
    texts: tuple[Draft, ...]


@cache
def packs() -> Mapping[str, Offered]:
    """Give all packs by key: the smallest last."""
    return {each.stem: _offered(each.stem) for each in sorted(PACKS.glob("*.yaml"), reverse=True)}


def pack(key: str) -> Offered:
    """Give one pack.

    Raises: NoSuchPack.
    """
    if key not in packs():
        raise NoSuchPack(pack=key[:40], known=", ".join(packs()))
    return packs()[key]


def changed(offered: Offered) -> list[Draft]:
    """Give the documents of a pack that say something else than what is in force."""
    return [
        text
        for text in offered.texts
        if (there := live(text.kind).get(text.key)) is None or there.sha256 != text.sha256
    ]


def _offered(key: str) -> Offered:
    body = documents.read((PACKS / f"{key}.yaml").read_text(encoding="utf-8"), file=key)
    found = read_pack(cast("Mapping[str, Json]", body))
    return Offered(key, found, tuple(_text(key, kind) for kind in found.kinds))


def _text(key: str, kind: str) -> Draft:
    own = PACKS / key / f"{kind}.yaml"
    file = own if own.is_file() else STARTER / f"{kind}.yaml"
    return draft_of(documents.decode(file.read_bytes(), file=file.name), kind=kind, key=kind, file=file.name)
