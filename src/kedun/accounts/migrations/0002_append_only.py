from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

REFUSE = """
    CREATE FUNCTION accounts_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'accounts_audit is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER accounts_audit_append_only BEFORE UPDATE OR DELETE ON accounts_audit
    FOR EACH STATEMENT EXECUTE FUNCTION accounts_audit_refuse();
"""
ALLOW = """
    DROP TRIGGER accounts_audit_append_only ON accounts_audit;
    DROP FUNCTION accounts_audit_refuse();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("accounts", "0001_initial")]
    operations: ClassVar[list[Operation]] = [migrations.RunSQL(REFUSE, ALLOW)]
