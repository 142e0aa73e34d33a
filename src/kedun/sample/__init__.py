"""A made-up trading company, from a seed, with the hidden truth kept apart."""

from kedun.sample.company import Company, generate
from kedun.sample.folder import write_folder

__all__ = ["Company", "generate", "write_folder"]
