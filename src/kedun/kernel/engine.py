"""How much of the machine the book engine may use, as the environment says."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from kedun.kernel.refusals import Invalid

MEMORY, THREADS, SPILL = "KEDUN_ENGINE_MEMORY", "KEDUN_ENGINE_THREADS", "KEDUN_ENGINE_SPILL"
DEFAULT_MEMORY_MB = 3_000
LEAST_MEMORY_MB, MOST_MEMORY_MB = 250, 1_000_000
MOST_THREADS = 256
MEMORY_FORM = re.compile(r"(\d{1,7})\s*(MB|GB)", re.IGNORECASE)

Settings = dict[str, str | bool | int | float | list[str]]
"""What DuckDB is told when a file is opened."""


class EngineSettingRefused(Invalid):
    """{name} is {found}; it must be {wanted}."""

    zh = "{name} 的值为 {found}，应为 {wanted}。"


def engine_settings(folder: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """Bound the memory and the threads of the engine and say where it may spill: beside the mirror, unless told otherwise.

    Raises: EngineSettingRefused.
    """
    said = os.environ if environment is None else environment
    settings: Settings = {
        "memory_limit": f"{_memory_mb(said.get(MEMORY, ''))}MB",
        "temp_directory": str(_spill(said.get(SPILL, ""), folder)),
    }
    if threads := said.get(THREADS, ""):
        settings["threads"] = _threads(threads)
    return settings


def _memory_mb(said: str) -> int:
    if not said:
        return DEFAULT_MEMORY_MB
    found = MEMORY_FORM.fullmatch(said.strip())
    megabytes = int(found[1]) * (1_000 if found[2].upper() == "GB" else 1) if found else 0
    if not LEAST_MEMORY_MB <= megabytes <= MOST_MEMORY_MB:
        wanted = f"{LEAST_MEMORY_MB}MB … {MOST_MEMORY_MB // 1_000}GB"
        raise EngineSettingRefused(name=MEMORY, found=said[:40], wanted=wanted)
    return megabytes


def _threads(said: str) -> int:
    if not said.isdecimal() or not 1 <= int(said) <= MOST_THREADS:
        raise EngineSettingRefused(name=THREADS, found=said[:40], wanted=f"1 … {MOST_THREADS}")
    return int(said)


def _spill(said: str, folder: Path) -> Path:
    if not said:
        return folder / "spill"
    if not Path(said).is_dir():
        raise EngineSettingRefused(name=SPILL, found=said[:200], wanted="a folder · 一个文件夹")
    return Path(said)
