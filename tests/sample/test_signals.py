"""What the made-up company's front line reports stands on the list of signals that comes along, so that it has a name."""

from kedun.intake.signals.definition import read
from kedun.sample.behaviour import SIGNALS
from tests import house


def test_every_signal_of_the_sample_is_on_the_starter_list() -> None:
    listed = read((house.ROOT / "starter" / "signals.yaml").read_text(encoding="utf-8")).signals
    assert {code for code, _ in SIGNALS} <= listed.keys()
