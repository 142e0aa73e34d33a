"""Django settings: everything that differs between installations comes from the environment."""

import os
import secrets
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit


def database(url: str) -> dict[str, Any]:
    """Read a postgresql:// URL; a socket folder is given as ?host=/folder."""
    parts = urlsplit(url)
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or query.get("user", "")),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", parts.hostname or ""),
        "PORT": str(parts.port or query.get("port", "")),
        "OPTIONS": {"options": "-c jit=off"},
    }


DATABASES = {"default": database(os.environ.get("DATABASE_URL", "postgresql://postgres@/kedun"))}
# No session or signed value exists yet; a key of the process's own is safer than one in a file.
SECRET_KEY = os.environ.get("KEDUN_SECRET_KEY") or secrets.token_urlsafe(48)
KEDUN_DATA = os.environ.get("KEDUN_DATA", "kedun-data")
DEBUG = False
ALLOWED_HOSTS: list[str] = []
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "zh-hans"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "procrastinate.contrib.django",
    "kedun.accounts",
    "kedun.outbox",
    "kedun.definitions",
    "kedun.facts",
    "kedun.intake",
    "kedun.assessments",
    "kedun.alerts",
]
# Each installed stage's jobs.py is found by itself; what is no Django app is named.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_IMPORT_PATHS = ["kedun.web.jobs", "kedun.pipeline.jobs"]
# A worker that has not been heard of for 20 s is dead; web/jobs.py then runs its jobs again.
PROCRASTINATE_WORKER_DEFAULTS = {
    "update_heartbeat_interval": 5.0,
    "stalled_worker_timeout": 20.0,
    "concurrency": 2,
}
