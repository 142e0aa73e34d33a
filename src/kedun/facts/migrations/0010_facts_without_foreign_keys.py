"""Facts are written without a look at the customer of every row: the writer names only customers it found, and none is ever deleted."""

import django.db.models.deletion
from django.db import migrations, models

OF_CUSTOMERS = (
    "allocation",
    "baddebt",
    "bureaureport",
    "check",
    "contact",
    "contract",
    "creditlimit",
    "creditnote",
    "delivery",
    "enquiry",
    "firmchange",
    "groupmember",
    "interaction",
    "invoice",
    "legalevent",
    "milestone",
    "newsitem",
    "order",
    "payment",
    "relation",
    "signal",
    "statement",
    "ticket",
)

KEPT = """
    CREATE FUNCTION facts_customer_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'a customer is never deleted and keeps its number: facts name it'
            USING ERRCODE = 'foreign_key_violation';
    END $$;
    CREATE TRIGGER facts_customer_kept BEFORE DELETE ON facts_customer
        FOR EACH ROW EXECUTE FUNCTION facts_customer_kept();
    CREATE TRIGGER facts_customer_numbered BEFORE UPDATE OF id ON facts_customer
        FOR EACH ROW WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION facts_customer_kept();
"""
NOT_KEPT = """
    DROP TRIGGER facts_customer_kept ON facts_customer;
    DROP TRIGGER facts_customer_numbered ON facts_customer;
    DROP FUNCTION facts_customer_kept();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("facts", "0009_merging_customers"),
    ]

    operations = [
        migrations.RunSQL(KEPT, NOT_KEPT),
        *(
            migrations.AlterField(
                model_name=name,
                name="customer",
                field=models.ForeignKey(
                    db_constraint=False,
                    db_index=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="facts.customer",
                ),
            )
            for name in OF_CUSTOMERS
        ),
    ]
