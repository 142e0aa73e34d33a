"""Keeps the chain, anchors its head outside the database, and checks both."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from kedun.accounts.chain import store
from kedun.accounts.chain.links import FIRST, linked

ANCHORS = "audit-anchors.jsonl"
"""One line an hour in the data folder: whoever can change the tables cannot change what was noted here."""

Fault = Literal["row_changed", "row_gone", "link_gone", "anchor_differs"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. `fault` names the first thing that is wrong, at link `position`; None when all holds."""

    links: int
    anchors: int
    unlinked: int
    fault: Fault | None
    position: int | None


def anchor(folder: Path, *, at: datetime) -> bool:
    """Note the head of the chain in the folder, unless it is noted already; on the disk when this returns."""
    head = store.head()
    noted = list(_anchors(folder))
    if head.position == 0 or (noted and noted[-1][0] >= head.position):
        return False
    line = json.dumps({"at": at.isoformat(), "position": head.position, "hash": head.hash.hex()})
    with (folder / ANCHORS).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
        file.flush()
        os.fsync(file.fileno())
    return True


def check(folder: Path) -> Checked:
    """Walk the whole chain and compare it with the rows and with the anchors."""
    anchors = dict(_anchors(folder))
    last, before = 0, FIRST
    fault: tuple[Fault, int] | None = None
    for link, entry in store.chain():
        fault = _fault(link.position, last, None if entry is None else linked(before, entry), bytes(link.hash), anchors)
        last, before = link.position, bytes(link.hash)
        if fault:
            break
    else:
        beyond = min((position for position in anchors if position > last), default=None)
        fault = ("link_gone", beyond) if beyond else None
    name, position = fault or (None, None)
    return Checked(last, len(anchors), store.unlinked(), name, position)


def _fault(
    position: int, last: int, computed: bytes | None, stored: bytes, anchors: dict[int, bytes]
) -> tuple[Fault, int] | None:
    if position != last + 1:
        return "link_gone", last + 1
    if computed is None:
        return "row_gone", position
    if computed != stored:
        return "row_changed", position
    if anchors.get(position, stored) != stored:
        return "anchor_differs", position
    return None


def _anchors(folder: Path) -> Iterator[tuple[int, bytes]]:
    """Give the noted heads; a line that a power cut tore is left out."""
    file = folder / ANCHORS
    if not file.exists():
        return
    for line in file.read_text(encoding="utf-8").splitlines():
        try:
            noted = json.loads(line)
        except json.JSONDecodeError:
            continue
        yield int(noted["position"]), bytes.fromhex(noted["hash"])
