"""How fast one caller may ask: a bucket that fills steadily and empties by one with each request."""

import math
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

MOST_CALLERS = 10_000


@dataclass(frozen=True, slots=True)
class Pace:
    """So many requests a second for long, and so many at once."""

    a_second: float
    at_once: int


@dataclass(slots=True)
class Buckets:
    """The buckets of the callers of this process; the longest unused goes when there are too many.

    Each web process counts for itself: this keeps one caller from taking all its time. Log-ins are limited in the database.
    """

    pace: Pace
    _levels: OrderedDict[str, tuple[float, float]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def wait_of(self, caller: str, *, at: float) -> int:
        """Count one request; give 0 where it may pass, else the whole seconds to wait. `at` is monotonic seconds."""
        with self._lock:
            level, since = self._levels.pop(caller, (float(self.pace.at_once), at))
            level = min(self.pace.at_once, level + max(0.0, at - since) * self.pace.a_second)
            passes = level >= 1
            self._levels[caller] = (level - 1 if passes else level, at)
            if len(self._levels) > MOST_CALLERS:
                self._levels.popitem(last=False)
            return 0 if passes else max(1, math.ceil((1 - level) / self.pace.a_second))
