from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

TIE = """
    CREATE FUNCTION approvals_request_voted() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'INSERT' AND NEW.state <> 'waiting'
           OR NEW.state = 'approved'
              AND NOT EXISTS (SELECT 1 FROM approvals_vote WHERE request_id = NEW.id AND verdict = 'approve')
           OR NEW.state = 'refused'
              AND NOT EXISTS (SELECT 1 FROM approvals_vote WHERE request_id = NEW.id AND verdict = 'refuse')
        THEN
            RAISE EXCEPTION 'approvals_request: only votes decide' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER approvals_request_voted BEFORE INSERT OR UPDATE ON approvals_request
        FOR EACH ROW EXECUTE FUNCTION approvals_request_voted();
"""
UNTIE = """
    DROP TRIGGER approvals_request_voted ON approvals_request;
    DROP FUNCTION approvals_request_voted();
"""


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("approvals", "0002_nobody_decides_alone")]
    operations: ClassVar[list[Operation]] = [migrations.RunSQL(TIE, UNTIE)]
