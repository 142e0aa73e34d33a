from typing import ClassVar

from django.db import migrations
from django.db.migrations.operations.base import Operation

TIE = """
    ALTER TABLE approvals_vote ADD CONSTRAINT approvals_vote_maker_of_request
        FOREIGN KEY (request_id, maker_id) REFERENCES approvals_request (id, maker_id);
    CREATE FUNCTION approvals_request_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' OR OLD.state <> 'waiting'
           OR (OLD.id, OLD.action, OLD.subject, OLD.size, OLD.shown, OLD.shown_hash, OLD.needs, OLD.maker_id, OLD.reason, OLD.made_at)
              IS DISTINCT FROM
              (NEW.id, NEW.action, NEW.subject, NEW.size, NEW.shown, NEW.shown_hash, NEW.needs, NEW.maker_id, NEW.reason, NEW.made_at)
        THEN
            RAISE EXCEPTION 'approvals_request: what was asked stays as it was, and a decision is final'
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER approvals_request_fixed BEFORE UPDATE OR DELETE ON approvals_request
        FOR EACH ROW EXECUTE FUNCTION approvals_request_fixed();
    CREATE FUNCTION approvals_vote_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'approvals_vote is append-only: % refused', TG_OP USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER approvals_vote_fixed BEFORE UPDATE OR DELETE ON approvals_vote
        FOR EACH STATEMENT EXECUTE FUNCTION approvals_vote_fixed();
"""
UNTIE = """
    DROP TRIGGER approvals_vote_fixed ON approvals_vote;
    DROP FUNCTION approvals_vote_fixed();
    DROP TRIGGER approvals_request_fixed ON approvals_request;
    DROP FUNCTION approvals_request_fixed();
    ALTER TABLE approvals_vote DROP CONSTRAINT approvals_vote_maker_of_request;
"""


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("approvals", "0001_initial")]
    operations: ClassVar[list[Operation]] = [migrations.RunSQL(TIE, UNTIE)]
