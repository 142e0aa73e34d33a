"""Django's own commands, for developers: `python -m kedun.web.manage makemigrations`."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run a Django management command with kedun's settings."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kedun.web.settings")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
