from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

REFUSE = """
    CREATE FUNCTION alerts_event_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'alerts_event is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER alerts_event_append_only BEFORE UPDATE OR DELETE ON alerts_event
    FOR EACH STATEMENT EXECUTE FUNCTION alerts_event_refuse();
"""
ALLOW = """
    DROP TRIGGER alerts_event_append_only ON alerts_event;
    DROP FUNCTION alerts_event_refuse();
"""
# Twice what evidence.py lets through: PostgreSQL writes some numbers longer than JSON does.
LIMIT = """
    ALTER TABLE alerts_alert ADD CONSTRAINT alerts_alert_evidence_size
    CHECK (octet_length(evidence::text) <= 2 * 16384);
    ALTER TABLE alerts_event ADD CONSTRAINT alerts_event_evidence_size
    CHECK (octet_length(evidence::text) <= 2 * 16384);
"""
NO_LIMIT = """
    ALTER TABLE alerts_alert DROP CONSTRAINT alerts_alert_evidence_size;
    ALTER TABLE alerts_event DROP CONSTRAINT alerts_event_evidence_size;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("alerts", "0001_initial")]
    operations: ClassVar[list[Operation]] = [migrations.RunSQL(REFUSE, ALLOW), migrations.RunSQL(LIMIT, NO_LIMIT)]
