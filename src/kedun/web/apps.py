"""Registers the web process's own part with Django."""

import atexit
import gc

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Settings and entry points; no tables."""

    name = "kedun.web"
    label = "web"

    def ready(self) -> None:
        from kedun.web.adapters import write_down_log_ins

        write_down_log_ins()
        gc.freeze()  # what start-up made stays: looking through it for garbage was a third of settling a ledger
        atexit.register(gc.unfreeze)  # libraries tell of leaks when their own objects are left over at the end
