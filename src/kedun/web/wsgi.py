"""The web process: `granian --interface wsgi kedun.web.wsgi:application`."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kedun.web.settings")
os.environ.setdefault("KEDUN_POOL", "2-6")

from django.core.wsgi import get_wsgi_application  # noqa: E402 - the settings read the environment

application = get_wsgi_application()
