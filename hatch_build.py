"""Hatch's hook: the wheel carries the built front end and the shipped definitions, so that its users need no Node."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))

import build_web  # noqa: E402 - it lies beside this file, which is not a package


class FrontEndHook(BuildHookInterface):
    """Builds web/ into the wheel. SKIP_WEB_BUILD=1 takes what lies in web_dist, or nothing."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node, of the locked version, only when something must be built."""
        is_needed = self.target_name == "wheel" and build_web.exists() and not build_web.is_built()
        return [build_web.node_version()] if is_needed and not build_web.os.environ.get(build_web.SKIP) else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the front end before the wheel is packed."""
        if self.target_name == "wheel" and version != "editable":
            build_web.build(lambda _zh, en: self.app.display_info(en))
            build_data["artifacts"].append("src/kedun/web_dist/**")
