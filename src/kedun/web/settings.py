"""Django settings: everything that differs between installations comes from the environment."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from kedun.web.secret import secret_key

MIB = 1024 * 1024
MINUTE = 60
DAY = 24 * 60 * MINUTE
WHEN_ASKED = 1_000_000_000
"""After so many runs a statement is prepared unasked: never. Those that ask for it are (facts/prepared)."""


def database(url: str, *, pool: str | None = None) -> dict[str, Any]:
    """Read a postgresql:// URL; a socket folder is given as ?host=/folder. `pool` is "least-most" connections."""
    parts = urlsplit(url)
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    options: dict[str, Any] = {
        "options": "-c jit=off -c plan_cache_mode=force_generic_plan",
        "prepare_threshold": WHEN_ASKED,
    }
    if pool:
        least, _, most = pool.partition("-")
        options["pool"] = {"min_size": int(least), "max_size": int(most), "timeout": 5}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or query.get("user", "")),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.get("host", parts.hostname or ""),
        "PORT": str(parts.port or query.get("port", "")),
        "OPTIONS": options,
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": bool(pool),
    }


def _words(name: str) -> list[str]:
    return [word.strip() for word in os.environ.get(name, "").split(",") if word.strip()]


# Only the web process sets KEDUN_POOL (see wsgi.py): commands and workers keep one connection per thread.
DATABASES = {
    "default": database(
        os.environ.get("DATABASE_URL", "postgresql://postgres@/kedun"), pool=os.environ.get("KEDUN_POOL")
    )
}
KEDUN_DATA = os.environ.get("KEDUN_DATA", "kedun-data")
KEDUN_DEMO = os.environ.get("KEDUN_DEMO") == "1"
KEDUN_URL = os.environ.get("KEDUN_URL", "").rstrip("/")
"""The address people use, such as https://kedun.example.com; links in mails begin with it."""

KEDUN_PACE = (200.0, 1000)
"""Requests one caller may make per second for long, and at once, in each web process."""

SECRET_KEY = secret_key(os.environ.get("KEDUN_SECRET_KEY"), Path(KEDUN_DATA))
DEBUG = False
IS_HTTPS = KEDUN_URL.startswith("https://")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *_words("KEDUN_HOSTS")]
CSRF_TRUSTED_ORIGINS: list[str] = []
if KEDUN_URL:
    ALLOWED_HOSTS.append(urlsplit(KEDUN_URL).hostname or "")
    CSRF_TRUSTED_ORIGINS.append(KEDUN_URL)

USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.headless",
    "procrastinate.contrib.django",
    "kedun.accounts",
    "kedun.outbox",
    "kedun.approvals",
    "kedun.definitions",
    "kedun.notify",
    "kedun.facts",
    "kedun.intake",
    "kedun.assessments",
    "kedun.alerts",
    "kedun.credit",
    "kedun.review",
    "kedun.portfolio",
    "kedun.web",
]
ROOT_URLCONF = "kedun.web.urls"
WSGI_APPLICATION = "kedun.web.wsgi.application"
MIDDLEWARE = [
    "kedun.web.middleware.protect",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kedun.web.middleware.explain",
]
APPEND_SLASH = False
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]

# People and log-in
AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
     "OPTIONS": {"user_attributes": ("email", "name")}},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]  # fmt: skip
PASSWORD_RESET_TIMEOUT = 3 * DAY
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ("browser",)
HEADLESS_ADAPTER = "kedun.web.adapters.HeadlessAdapter"
HEADLESS_FRONTEND_URLS = {
    "account_reset_password": "/login",
    "account_reset_password_from_key": "/login?reset={key}",
    "account_confirm_email": "/login",
    "account_signup": "/login",
}
ACCOUNT_ADAPTER = "kedun.web.adapters.AccountAdapter"
USERSESSIONS_ADAPTER = "kedun.web.adapters.SessionsAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an administrator gives the address; its invitation proves it
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "30/15m/ip,10/15m/key",
    "reset_password": "20/m/ip,5/15m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/15m/user",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "kedun"
MFA_TOTP_TOLERANCE = 1
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("KEDUN_PROXIES", "0"))
"""How many reverse proxies of our own stand before us; without one, X-Forwarded-For is anybody's word."""

# Counters of log-in attempts are shared by the web processes.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# Cookies and what browsers may do
SESSION_COOKIE_NAME = "kedun_session"
SESSION_COOKIE_AGE = 7 * DAY
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = IS_HTTPS
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = IS_HTTPS
CSRF_FAILURE_VIEW = "kedun.web.pages.csrf_failure"
if IS_HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# Limits; each operation of the API states its own below these
DATA_UPLOAD_MAX_MEMORY_SIZE = 16 * MIB
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 20

# The front end, as its build left it
WEB_DIST = Path(__file__).parents[1] / "web_dist"
WHITENOISE_ROOT = WEB_DIST if WEB_DIST.is_dir() else None
WHITENOISE_INDEX_FILE = False
STATIC_URL = "/static/"


def WHITENOISE_IMMUTABLE_FILE_TEST(_path: str, url: str) -> bool:  # noqa: N802 - a setting
    """Tell whether a file never changes: the build writes a hash into the name of each of its assets."""
    return url.startswith("/assets/")


# Refusals are answered, not logged; what broke down is logged under the number that was told.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": True},
        "django.request": {"level": "CRITICAL"},
        "django.security": {"level": "ERROR"},
        "kedun": {"handlers": ["stderr"], "level": os.environ.get("KEDUN_LOG", "WARNING"), "propagate": True},
    },
}

EMAIL_BACKEND = "kedun.web.mail.ConfiguredBackend"
DEFAULT_FROM_EMAIL = "kedun@localhost"

# Each installed stage's jobs.py is found by itself; what is no Django app is named.
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_IMPORT_PATHS = ["kedun.web.jobs", "kedun.pipeline.jobs"]
STALLED_SECONDS = float(os.environ.get("KEDUN_STALLED_SECONDS", "20"))
"""A worker that has not been heard of for so long is dead; web/jobs.py then runs its jobs again."""

PROCRASTINATE_WORKER_DEFAULTS = {
    "update_heartbeat_interval": STALLED_SECONDS / 4,
    "stalled_worker_timeout": STALLED_SECONDS,
    "concurrency": 2,
}
