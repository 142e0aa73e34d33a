"""The tables are what the declarations of kinds say."""

import pytest
from django.core.management import call_command
from django.db import connection

from kedun.facts.kinds import KINDS
from kedun.facts.models import LegalEntity
from kedun.facts.tables import belongs_to_customer, history_name, kept_columns, reporting_name, table_name

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
