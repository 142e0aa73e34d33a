"""Prints the OpenAPI document without a database: `python -m kedun.web.openapi > openapi.json`."""

import json
import os
import sys


def main() -> None:
    """Print the document."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kedun.web.settings")
    django.setup()
    from kedun.web.api import api

    json.dump(api.get_openapi_schema(), sys.stdout, ensure_ascii=False, indent=2, sort_keys=True)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
