from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

REFUSE = """
    CREATE FUNCTION definitions_version_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'definitions_version is immutable: % refused', TG_OP USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER definitions_version_immutable BEFORE UPDATE OR DELETE ON definitions_version
    FOR EACH STATEMENT EXECUTE FUNCTION definitions_version_refuse();
"""
ALLOW = """
    DROP TRIGGER definitions_version_immutable ON definitions_version;
    DROP FUNCTION definitions_version_refuse();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("definitions", "0001_initial")]
    operations: ClassVar[list[Operation]] = [migrations.RunSQL(REFUSE, ALLOW)]
