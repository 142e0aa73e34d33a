"""Random numbers by topic and month, so that a longer run of the company begins like a shorter one."""

from dataclasses import dataclass
from zlib import crc32

import numpy as np


@dataclass(frozen=True, slots=True)
class Streams:
    """Gives every topic of every month its own stream; none depends on how many others were drawn."""

    seed: int

    def of(self, topic: str, number: int = 0) -> np.random.Generator:
        """Give the stream of a topic; `number` tells its months (or years, or half-years) apart."""
        return np.random.Generator(np.random.PCG64([self.seed, crc32(topic.encode()), number]))
