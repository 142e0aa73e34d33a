"""The web process: `granian --interface wsgi kedun.web.wsgi:application`."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kedun.web.settings")
os.environ.setdefault("KEDUN_POOL", "2-6")

from django.core.wsgi import get_wsgi_application  # noqa: E402 - the settings read the environment
from psycopg_pool.base import AttemptWithBackoff  # noqa: E402

# The pool has no option for it: after a second, then two, then four, a database that is back at once is found after five.
AttemptWithBackoff.INITIAL_DELAY = 0.1
AttemptWithBackoff.DELAY_BACKOFF = 1.3

application = get_wsgi_application()
