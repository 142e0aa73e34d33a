"""What nobody in the company knows: latent health, who defaulted and why. Kept apart from the facts."""

import numpy as np
import pyarrow as pa

from kedun.sample.arrays import NONE, Chunk
from kedun.sample.health import CAUSES
from kedun.sample.name_parts import CURRENCIES
from kedun.sample.tables import chosen
from kedun.sample.world import World


def truth_of(world: World, losses: Chunk, *, codes: pa.ChunkedArray) -> pa.Table:
    """Give one row per customer, as of `until`.

    Unit: `written_off_minor` in the customer's currency, before recoveries; health 0 is ordinary, below -3 a default
    is near; the worst and the last one are taken over the months up to the default.
    """
    over, health = world.over, world.health
    has_defaulted = over.seen(health.defaulted_on)
    written = losses["entry"] == 0
    lost = np.zeros(world.profiles.count, dtype=np.int64)
    np.add.at(lost, losses["customer"][written], losses["amount_minor"][written])
    last = np.minimum(over.index(health.defaulted_on), over.months - 1)
    lived = np.where(np.arange(over.months)[:, None] <= last, health.levels[: over.months], np.inf)
    return pa.table(
        {
            "customer": codes,
            "defaulted_on": pa.array(health.defaulted_on, pa.int64(), mask=~has_defaulted),
            "written_off_minor": lost,
            "currency": chosen(CURRENCIES)(world.profiles.currency),
            "worst_health": lived.min(axis=0),
            "health_at_end": health.levels[last, np.arange(world.profiles.count)],
            "cause": chosen(CAUSES)(np.where(has_defaulted, health.cause, NONE)),
        }
    )
