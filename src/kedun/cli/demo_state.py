"""What a demo folder remembers: which company it holds, how far its making has come, and the made-up password."""

import json
import os
import secrets
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path

from kedun.kernel.clock import Clock, FixedClock
from kedun.kernel.days import Day, month_end, to_date
from kedun.kernel.refusals import Conflict

SEED = 7
DOMAIN = "@demo.kedun"
HISTORY_MONTHS = 12
STALE_AFTER_DAYS = 7
_SYLLABLES = ("ba", "de", "fu", "ga", "hi", "ko", "lu", "me", "ni", "po", "ra", "se", "ti", "vu", "wa", "zo")


class NotTheDemo(Conflict):
    """{folder} holds data of your own; the made-up company does not belong there. Choose another folder with --data, or start it with `./kedun run`."""

    zh = "{folder} 中是您自己的数据，不能放入示例公司。请用 --data 另选文件夹，或用 `./kedun run` 启动它。"


class IsTheDemo(Conflict):
    """{folder} holds the made-up company. Start it with `./kedun demo --data {folder}`, or choose another folder for your own data."""

    zh = "{folder} 中是示例公司。请用 `./kedun demo --data {folder}` 启动，或为您自己的数据另选文件夹。"


class DemoWithOwnDatabase(Conflict):
    """The demo makes a database of its own; DATABASE_URL is set to another one. Start it without: `env -u DATABASE_URL ./kedun demo`."""

    zh = "演示使用自带的数据库，而 DATABASE_URL 指向了别的数据库。请不带它启动：`env -u DATABASE_URL ./kedun demo`。"


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody made up, who may log in to the demo."""

    email: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Demo:
    """The company of a demo folder. `until`: its last day; `assessed`: the days that have been assessed, in order."""

    customers: int
    months: int
    until: Day
    start: Day | None = None
    is_stored: bool = False
    assessed: tuple[Day, ...] = ()
    people: tuple[DemoPerson, ...] = ()

    def up_to(self, today: Day) -> "Demo":
        """Give the company as it must be made today: longer, when its last day lies a week back."""
        if today - self.until <= STALE_AFTER_DAYS:
            return self
        return replace(self, until=today, is_stored=False)

    def days_to_assess(self, today: Day) -> tuple[Day, ...]:
        """Give the days that are still to be assessed: the month-ends of the last year, and today."""
        days = [today]
        while len(days) <= HISTORY_MONTHS:
            days.append(_month_end_before(days[-1]))
        last = max(self.assessed, default=0)
        return tuple(day for day in reversed(days) if day > last and (self.start is None or day >= self.start))


def _month_end_before(day: Day) -> Day:
    return month_end(day) - to_date(month_end(day)).day


def evening_of(day: Day, latest: Clock) -> FixedClock:
    """Give the clock of the night after a day, when the book is assessed, but never one ahead of `latest`."""
    night = datetime.combine(to_date(day), time(18, 5), UTC)
    return FixedClock(min(night, latest.now()))


def _file(data: Path) -> Path:
    return data / "demo.json"


def is_demo(data: Path) -> bool:
    """Whether a data folder is one of the demo."""
    return _file(data).exists()


def read(data: Path) -> Demo | None:
    """Read what a demo folder remembers; None where it is no demo folder."""
    try:
        found = json.loads(_file(data).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    people = tuple(DemoPerson(**each) for each in found.pop("people"))
    return Demo(**{**found, "assessed": tuple(found["assessed"]), "people": people})


def write(data: Path, demo: Demo) -> None:
    """Remember how far the making has come, in one piece."""
    aside = _file(data).with_suffix(".new")
    aside.write_text(json.dumps(asdict(demo), ensure_ascii=False), encoding="utf-8")
    aside.replace(_file(data))


def password(data: Path) -> str:
    """Give the password of everybody in the demo: made up for this folder, and kept where only its owner reads it."""
    kept = data / "demo-password"
    if not kept.exists():
        descriptor = os.open(kept.with_suffix(".new"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(_made_up())
        kept.with_suffix(".new").replace(kept)
    return kept.read_text(encoding="utf-8").strip()


def _made_up() -> str:
    """Make up a password that can be typed from a screen, of 48 random bits."""
    words = ["".join(secrets.choice(_SYLLABLES) for _ in range(3)) for _ in range(4)]
    return "-".join(words)
