"""Days and batches as people write them on the command line."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from kedun.kernel.clock import DEFAULT_ZONE, clock, today
from kedun.kernel.days import Day, to_day
from kedun.kernel.refusals import Invalid, NotFound


class NotADay(Invalid):
    """{text} is not a day; write it like 2026-03-31."""

    zh = "{text} 不是日期，请写成 2026-03-31 的形式。"


class UnknownBatch(NotFound):
    """There is no batch {batch} yet; the newest one is {newest}."""

    zh = "还没有批次 {batch}，最新批次是 {newest}。"


class NotABatch(Invalid):
    """{text} is neither a batch number nor an instant like 2026-03-31T18:00:00+08:00."""

    zh = "{text} 既不是批次号，也不是 2026-03-31T18:00:00+08:00 这样的时刻。"


def parse_day(text: str | None) -> Day:
    """Read a day; today when none is given.

    Raises: NotADay.
    """
    if text is None:
        return today(clock())
    try:
        return to_day(date.fromisoformat(text))
    except ValueError as error:
        raise NotADay(text=text) from error


def parse_policy(text: str) -> Day | None:
    """Read by whose policy to judge: `now`, of today; or the day it was live on; None for `then`, the day looked at.

    Raises: NotADay.
    """
    return None if text == "then" else parse_day(None if text == "now" else text)


def parse_batch(text: str | None) -> int | None:
    """Read a batch number, or the newest batch that was there at an instant. Needs the database.

    An instant without an offset is one in the house's own time zone.
    Raises: NotABatch, UnknownBatch.
    """
    from kedun.facts.queries import batch_at, last_batch

    if text is None:
        return None
    if re.fullmatch(r"[0-9]{1,18}", text):
        newest = last_batch()
        if int(text) > newest:
            raise UnknownBatch(batch=text, newest=newest)
        return int(text)
    try:
        return batch_at(_instant(text))
    except (ValueError, OverflowError) as error:
        raise NotABatch(text=text) from error


def _instant(text: str) -> datetime:
    stated = datetime.fromisoformat(text)
    return (stated if stated.tzinfo else stated.replace(tzinfo=ZoneInfo(DEFAULT_ZONE))).astimezone(UTC)
