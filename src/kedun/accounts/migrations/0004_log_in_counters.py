"""The table in which attempts to log in are counted: all web processes share it, and it may be lost in a crash."""

from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

MAKE = """
    CREATE UNLOGGED TABLE accounts_cache (
        cache_key varchar(255) PRIMARY KEY,
        value text NOT NULL,
        expires timestamptz NOT NULL
    );
    CREATE INDEX accounts_cache_expires ON accounts_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("accounts", "0003_people")]
    operations: ClassVar[list[Operation]] = [migrations.RunSQL(MAKE, "DROP TABLE accounts_cache")]
