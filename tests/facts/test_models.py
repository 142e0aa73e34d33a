"""The tables are what the declarations of kinds say."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from psycopg import sql

from kedun.facts.kinds import KINDS
from kedun.facts.models import LegalEntity
from kedun.facts.store import rows, run
from kedun.facts.tables import belongs_to_customer, history_name, kept_columns, reporting_name, table_name
from tests.facts.deliveries import customer, deliver, invoice, payment

pytestmark = pytest.mark.django_db


def columns_of(table: str) -> dict[str, tuple[str, bool]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT column_name, data_type, is_nullable = 'YES' FROM information_schema.columns WHERE table_name = %s",
            [table],
        )
        return {name: (type_, is_nullable) for name, type_, is_nullable in cursor.fetchall()}


def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "facts", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("kind", KINDS)
def test_current_and_history_have_the_declared_columns(kind: str) -> None:
    declared = {column.name: (column.type, column.is_nullable) for column in kept_columns(kind)}
    whole = ("bigint", False)
    assert columns_of(table_name(kind)) == {"id": whole, **declared}
    assert columns_of(history_name(kind)) == {"id": whole, "version_id": whole, "known_to_batch": whole, **declared}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if belongs_to_customer(kind)])
def test_rows_of_one_customer_are_found_by_an_index(kind: str) -> None:
    with connection.cursor() as cursor:
        for table in (table_name(kind), history_name(kind)):
            cursor.execute("SELECT indexdef FROM pg_indexes WHERE tablename = %s", [table])
            assert any(definition.endswith("(customer_id)") for (definition,) in cursor.fetchall()), table


def test_reporting_columns_are_named_after_their_amounts() -> None:
    assert reporting_name("amount_minor") == "amount_reporting_minor"
    assert reporting_name("registered_capital_minor") == "registered_capital_reporting_minor"


def test_the_first_legal_entity_is_there() -> None:
    main = LegalEntity.objects.get(code="main")
    assert (main.base_currency, main.time_zone) == ("CNY", "Asia/Shanghai")


def test_facts_are_written_without_a_look_at_the_customer_of_every_row() -> None:
    with connection.cursor() as cursor:
        for kind in KINDS:
            cursor.execute(
                "SELECT conname FROM pg_constraint WHERE contype = 'f' AND conrelid = to_regclass(%s)",
                [table_name(kind)],
            )
            assert cursor.fetchall() == []


@pytest.mark.parametrize(
    "change",
    ["DELETE FROM facts_customer WHERE code = 'c1'", "UPDATE facts_customer SET id = id + 1 WHERE code = 'c1'"],
    ids=["deleted", "given another number"],
)
def test_a_customer_is_never(change: str) -> None:
    deliver({"customer": [customer("c1")]})
    with pytest.raises(IntegrityError, match="a customer is never deleted"), transaction.atomic():
        run(change)


def test_every_fact_names_a_customer_that_is_there_whatever_order_they_come_in() -> None:
    deliver({"invoice": [invoice("i1", "c1"), invoice("i2", "c2")]})
    deliver({"customer": [customer("c1"), customer("c3")], "payment": [payment("p1", "c3")]})
    deliver({"invoice": [invoice("i1", "c4"), invoice("i2", "c2", is_retracted=True)]})
    for kind in KINDS:
        if belongs_to_customer(kind):
            for table in (table_name(kind), history_name(kind)):
                lost = sql.SQL(
                    "SELECT r.id FROM {} r LEFT JOIN facts_customer c ON c.id = r.customer_id WHERE c.id IS NULL"
                ).format(sql.Identifier(table))
                assert rows(lost) == [], table
