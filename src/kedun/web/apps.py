"""Registers the web process's own part with Django."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Settings and entry points; no tables."""

    name = "kedun.web"
    label = "web"

    def ready(self) -> None:
        from kedun.web.adapters import write_down_log_ins

        write_down_log_ins()
