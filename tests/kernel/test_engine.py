"""What the engine may use of the machine: bounded, and refused in words."""

from pathlib import Path

import pytest

from kedun.kernel.engine import MEMORY, SPILL, THREADS, EngineSettingRefused, engine_settings


def test_unless_told_otherwise_it_takes_three_gigabytes_and_spills_beside_the_mirror(tmp_path: Path) -> None:
    assert engine_settings(tmp_path, {}) == {"memory_limit": "3000MB", "temp_directory": str(tmp_path / "spill")}


@pytest.mark.parametrize(("said", "meant"), [("250MB", "250MB"), ("1000gb", "1000000MB"), (" 2 GB ", "2000MB")])
def test_memory_is_said_in_megabytes_or_gigabytes(said: str, meant: str, tmp_path: Path) -> None:
    assert engine_settings(tmp_path, {MEMORY: said})["memory_limit"] == meant


@pytest.mark.parametrize("said", ["1", "256"])
def test_threads_are_counted(said: str, tmp_path: Path) -> None:
    assert engine_settings(tmp_path, {THREADS: said})["threads"] == int(said)


def test_it_may_spill_into_another_folder(tmp_path: Path) -> None:
    assert engine_settings(Path("/elsewhere"), {SPILL: str(tmp_path)})["temp_directory"] == str(tmp_path)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (MEMORY, "249MB"), (MEMORY, "1001GB"), (MEMORY, "3000"), (MEMORY, "much"), (MEMORY, "-1GB"),
        (THREADS, "0"), (THREADS, "257"), (THREADS, "2.5"), (THREADS, "-1"),
        (SPILL, "/no such folder"),
    ],
)  # fmt: skip
def test_what_is_out_of_bounds_is_refused_by_name(name: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(EngineSettingRefused) as refused:
        engine_settings(tmp_path, {name: said})
    assert (refused.value.params["name"], refused.value.params["found"]) == (name, said)
