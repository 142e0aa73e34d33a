"""Tables of facts: one pair (current, history) per declared kind, and what is kept about batches and settlement."""

from collections.abc import Iterator

from django.db import models
from django.db.models import CheckConstraint, Q

from kedun.facts.groups.membership import NARROW, WIDE
from kedun.facts.kinds import KINDS, Field
from kedun.facts.tables import (
    Column,
    SqlType,
    belongs_to_customer,
    derived_columns,
    history_name,
    is_always_there,
    reporting_columns,
    table_name,
)
from kedun.kernel.days import FIRST_DAY, LAST_DAY
from kedun.kernel.money import AMOUNT_LIMIT_MINOR

Model = type[models.Model]


class Batch(models.Model):
    """One transaction that wrote facts; ids follow the order of commits.

    `undone_by`: the batch that began to take back what this one wrote. `is_undo`: this one takes others back.
    """

    id = models.BigIntegerField(primary_key=True)
    source = models.TextField()
    actor = models.TextField()
    at = models.DateTimeField()
    kinds = models.JSONField(default=dict)
    undone_by = models.BigIntegerField(null=True)
    is_undo = models.BooleanField(default=False)

    class Meta:
        """How the table is kept."""

        db_table = "facts_batch"
        indexes = (
            models.Index(fields=("at",), name="facts_batch_at"),
            models.Index(
                fields=("id",), condition=Q(undone_by__isnull=False) | Q(is_undo=True), name="facts_batch_undo"
            ),
        )

    def __str__(self) -> str:
        return f"{self.id} {self.source}"


class Supply(models.Model):
    """A stretch of days for which a source has delivered a kind, as believed from one batch until another, if any."""

    kind = models.TextField()
    source = models.TextField()
    legal_entity = models.TextField()
    from_day = models.IntegerField()
    to_day = models.IntegerField()
    batch_id = models.BigIntegerField()
    until_batch = models.BigIntegerField(null=True)

    class Meta:
        """How the table is kept."""

        db_table = "facts_supply"
        indexes = (models.Index(fields=("kind", "source", "legal_entity"), name="facts_supply_kind"),)
        constraints = (
            CheckConstraint(
                name="facts_supply_days",
                condition=Q(from_day__gte=FIRST_DAY, to_day__lte=LAST_DAY, from_day__lte=models.F("to_day")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.source} {self.from_day}-{self.to_day}"


class StaleCustomer(models.Model):
    """A customer whose facts changed since the last assessment."""

    customer_id = models.BigIntegerField(primary_key=True)
    since = models.DateTimeField()
    batch_id = models.BigIntegerField()

    class Meta:
        """How the table is kept."""

        db_table = "facts_stale_customer"
        indexes = (models.Index(fields=("since",), name="facts_stale_customer_since"),)

    def __str__(self) -> str:
        return f"{self.customer_id} since batch {self.batch_id}"


class LegalEntity(models.Model):
    """A selling company of ours: its base currency is the reporting currency of its facts."""

    code = models.TextField(primary_key=True)
    base_currency = models.TextField()
    time_zone = models.TextField()

    class Meta:
        """How the table is kept."""

        db_table = "facts_legal_entity"

    def __str__(self) -> str:
        return self.code


class Source(models.Model):
    """Where facts come from; a short payment within the tolerance closes its item."""

    name = models.TextField(primary_key=True)
    tolerance_minor = models.BigIntegerField(default=0)

    class Meta:
        """How the table is kept."""

        db_table = "facts_source"
        constraints = (
            CheckConstraint(name="facts_source_tolerance", condition=Q(tolerance_minor__range=(0, AMOUNT_LIMIT_MINOR))),
        )

    def __str__(self) -> str:
        return self.name


class Ownership(models.Model):
    """A stretch of days, both ends included, in which a person answers for a customer (`owner`) or may read of it."""

    customer = models.ForeignKey("facts.Customer", on_delete=models.CASCADE, related_name="+", db_index=False)
    person = models.ForeignKey("accounts.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.TextField()
    from_day = models.IntegerField()
    to_day = models.IntegerField(null=True)
    set_by = models.TextField()
    set_at = models.DateTimeField()

    class Meta:
        """How the table is kept."""

        db_table = "facts_ownership"
        indexes = (models.Index(fields=("customer", "kind"), name="facts_ownership_customer"),)
        constraints = (
            CheckConstraint(name="facts_ownership_kind", condition=Q(kind__in=("owner", "reader"))),
            CheckConstraint(
                name="facts_ownership_days",
                condition=Q(from_day__range=(FIRST_DAY, LAST_DAY))
                & (Q(to_day=None) | Q(to_day__gte=models.F("from_day"), to_day__lte=LAST_DAY)),
            ),
            models.UniqueConstraint(
                fields=("customer",), condition=Q(kind="owner", to_day=None), name="facts_ownership_one_open"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind} of {self.customer_id} from {self.from_day}"


class Merge(models.Model):
    """A customer that is one firm with another: from a batch on, until another if it was taken back, its facts are that one's."""

    merged = models.ForeignKey("facts.Customer", on_delete=models.PROTECT, related_name="+", db_index=False)
    into = models.ForeignKey("facts.Customer", on_delete=models.PROTECT, related_name="+", db_index=False)
    batch_id = models.BigIntegerField()
    until_batch = models.BigIntegerField(null=True)
    by = models.TextField()
    at = models.DateTimeField()
    reason = models.TextField()
    ended_by = models.TextField(default="", blank=True)
    ended_at = models.DateTimeField(null=True)
    ended_reason = models.TextField(default="", blank=True)

    class Meta:
        """How the table is kept."""

        db_table = "facts_merge"
        indexes = (
            models.Index(fields=("merged",), name="facts_merge_merged"),
            models.Index(fields=("into",), name="facts_merge_into"),
        )
        constraints = (
            models.UniqueConstraint(fields=("merged",), condition=Q(until_batch=None), name="facts_merge_one_open"),
            CheckConstraint(name="facts_merge_two", condition=~Q(merged=models.F("into"))),
            CheckConstraint(
                name="facts_merge_batches", condition=Q(until_batch=None) | Q(until_batch__gt=models.F("batch_id"))
            ),
        )

    def __str__(self) -> str:
        return f"{self.merged_id} into {self.into_id}"


class MovedFact(models.Model):
    """A fact whose source names a customer that is merged into another: parted, it goes back to that one."""

    kind = models.TextField()
    fact_id = models.BigIntegerField()
    merge = models.ForeignKey(Merge, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        """How the table is kept."""

        db_table = "facts_moved_fact"
        indexes = (models.Index(fields=("merge", "kind"), name="facts_moved_fact_merge"),)
        constraints = (models.UniqueConstraint(fields=("kind", "fact_id"), name="facts_moved_fact_one"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.fact_id}"


class NotSame(models.Model):
    """Two customers that somebody found to be different firms, whatever they have in common; the lower number first."""

    one = models.ForeignKey("facts.Customer", on_delete=models.CASCADE, related_name="+", db_index=False)
    other = models.ForeignKey("facts.Customer", on_delete=models.CASCADE, related_name="+", db_index=False)
    by = models.TextField()
    at = models.DateTimeField()
    reason = models.TextField()

    class Meta:
        """How the table is kept."""

        db_table = "facts_not_same"
        constraints = (
            models.UniqueConstraint(fields=("one", "other"), name="facts_not_same_once"),
            CheckConstraint(name="facts_not_same_two", condition=Q(one__lt=models.F("other"))),
        )

    def __str__(self) -> str:
        return f"{self.one_id} is not {self.other_id}"


class _Application(models.Model):
    """What part of an open item a payment, credit note, write-off or allocation covers; derived by settlement."""

    customer_id = models.BigIntegerField()
    invoice_id = models.BigIntegerField()
    origin = models.TextField()
    origin_id = models.BigIntegerField()
    entry = models.TextField()
    applied_on = models.IntegerField()
    amount_minor = models.BigIntegerField()
    reporting_minor = models.BigIntegerField(null=True)
    is_inferred = models.BooleanField()
    sequence = models.IntegerField()
    known_from_batch = models.BigIntegerField()

    class Meta:
        """How the table is kept."""

        abstract = True

    def __str__(self) -> str:
        return f"{self.origin} {self.origin_id} to item {self.invoice_id}: {self.amount_minor}"


class Application(_Application):
    """The applications that follow from the facts known now."""

    class Meta:
        """How the table is kept."""

        db_table = "facts_application"
        indexes = (
            models.Index(fields=("customer_id",), name="facts_application_customer"),
            models.Index(fields=("invoice_id",), name="facts_application_invoice"),
        )


class ApplicationHistory(_Application):
    """The applications that followed from what was known before."""

    version_id = models.BigAutoField(primary_key=True)
    id = models.BigIntegerField()
    known_to_batch = models.BigIntegerField()

    class Meta:
        """How the table is kept."""

        db_table = "facts_application_history"
        indexes = (
            models.Index(fields=("customer_id",), name="facts_application_h_customer"),
            models.Index(fields=("invoice_id",), name="facts_application_h_invoice"),
        )


class InvoiceSettlement(models.Model):
    """The current applications of an open item, folded; an item without any has no row."""

    invoice_id = models.BigIntegerField(primary_key=True)
    customer_id = models.BigIntegerField()
    allocated_minor = models.BigIntegerField()
    allocated_reporting_minor = models.BigIntegerField(null=True)
    cash_minor = models.BigIntegerField()
    written_off_minor = models.BigIntegerField()
    first_applied_on = models.IntegerField()
    last_applied_on = models.IntegerField()
    last_cash_on = models.IntegerField(null=True)
    applications = models.IntegerField()
    last_batch = models.BigIntegerField()

    class Meta:
        """How the table is kept."""

        db_table = "facts_invoice_settlement"
        indexes = (models.Index(fields=("customer_id",), name="facts_settlement_customer"),)

    def __str__(self) -> str:
        return f"item {self.invoice_id}: {self.allocated_minor}"


def _said(self: models.Model) -> str:
    return f"{self.__dict__['source']}:{self.__dict__['external_id']}"


def _column(kind: str, field: Field) -> "models.Field[object, object]":
    optional = not is_always_there(kind, field.name)
    match field.type:
        case "text":
            return models.TextField(default="", blank=True)
        case "boolean":
            return models.BooleanField(default=False)
        case "day":
            return _number("integer", is_nullable=optional)
        case "integer" | "money":
            return _number("bigint", is_nullable=optional)


def _derived(kind: str) -> "dict[str, models.Field[object, object]]":
    return {column.name: _derived_field(column) for column in derived_columns(kind)}


def _derived_field(column: Column) -> "models.Field[object, object]":
    if column.type == "text":
        return models.TextField(default="", blank=True)
    return _number(column.type, is_nullable=column.is_nullable)


def _number(type_: SqlType, *, is_nullable: bool) -> "models.Field[object, object]":
    made = models.BigIntegerField if type_ == "bigint" else models.IntegerField
    return made(null=is_nullable, blank=is_nullable)


def _fields(kind: str) -> "dict[str, models.Field[object, object]]":
    customer: dict[str, models.Field[object, object]] = {}
    if kind == "customer":
        customer = {"code": models.TextField(), "is_stub": models.BooleanField(default=False)}
    return {
        "source": models.TextField(),
        "external_id": models.TextField(),
        "legal_entity": models.TextField(default="main"),
        **customer,
        **{field.name: _column(kind, field) for field in KINDS[kind].fields},
        **_derived(kind),
        "reported_on": _number("integer", is_nullable=True),
        "is_retracted": models.BooleanField(default=False),
        "known_from_batch": models.BigIntegerField(),
    }


def _condition(field: Field) -> Q | None:
    if field.choices:
        return Q(**{f"{field.name}__in": field.choices if field.required else ("", *field.choices)})
    if field.type == "day":
        return Q(**{f"{field.name}__range": (FIRST_DAY, LAST_DAY)})
    if field.type in ("money", "integer"):
        return Q(**{f"{field.name}__range": (-field.most, field.most)})
    return None


def _constraints(kind: str) -> Iterator[models.BaseConstraint]:
    yield models.UniqueConstraint(fields=("source", "external_id"), name=f"facts_{kind}_key")
    if kind == "customer":
        yield models.UniqueConstraint(fields=("code",), name="facts_customer_code")
    for field in KINDS[kind].fields:
        condition = _condition(field)
        if condition is not None:
            yield CheckConstraint(name=f"facts_{kind}_{field.name}", condition=condition)
    if kind == "fx_rate":
        yield CheckConstraint(name="facts_fx_rate_positive", condition=Q(rate__gt=0))


_FOUND_BY = {"relation": "other", "group_member": "group"}


def _indexes(kind: str) -> Iterator[models.Index]:
    if belongs_to_customer(kind):
        yield models.Index(fields=("customer",), name=f"facts_{kind}_customer")
    if kind == "customer":
        yield models.Index(fields=("owner",), name="facts_customer_owner")  # whose customers somebody sees
        yield models.Index(fields=("id",), condition=Q(is_retracted=True), name="facts_customer_retracted")
        yield models.Index(fields=("group",), name="facts_customer_of_group")
        folded = models.Func("name", models.Value(WIDE), models.Value(NARROW), function="TRANSLATE")
        yield models.Index(folded, name="facts_customer_called")  # whom a relation means by a name
    if kind in _FOUND_BY:  # who else names this party, or this group
        yield models.Index(fields=(_FOUND_BY[kind],), name=f"facts_{kind}_{_FOUND_BY[kind]}")
    day = KINDS[kind].event_on
    if day and (reporting_columns(kind) or kind == "fx_rate"):
        yield models.Index(fields=("currency", day), name=f"facts_{kind}_currency")  # finds what a late rate concerns


def _class_name(kind: str) -> str:
    return "".join(part.capitalize() for part in kind.split("_"))


def _model(name: str, doc: str, attributes: dict[str, object], **meta: object) -> Model:
    options = type("Meta", (), meta)
    made = type(
        name,
        (models.Model,),
        {"__module__": __name__, "__doc__": doc, "__str__": _said, "Meta": options, **attributes},
    )
    assert issubclass(made, models.Model)
    return made


def _current(kind: str) -> Model:
    owner: dict[str, object] = {}
    if belongs_to_customer(kind):
        owner = {
            "customer": models.ForeignKey(
                "facts.Customer", on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
            )
        }
    return _model(
        _class_name(kind),
        f"{KINDS[kind].label.en}: what is believed now.",
        {**owner, **_fields(kind)},
        db_table=table_name(kind),
        constraints=tuple(_constraints(kind)),
        indexes=tuple(_indexes(kind)),
    )


def _history(kind: str) -> Model:
    owner = {"customer_id": models.BigIntegerField()} if belongs_to_customer(kind) else {}
    found_by = ("customer_id", "id") if owner else ("id",)
    return _model(
        f"{_class_name(kind)}History",
        f"{KINDS[kind].label.en}: what was believed from one batch to another.",
        {
            "version_id": models.BigAutoField(primary_key=True),
            "id": models.BigIntegerField(),
            **owner,
            **_fields(kind),
            "known_to_batch": models.BigIntegerField(),
        },
        db_table=history_name(kind),
        indexes=tuple(
            models.Index(fields=(name,), name=f"facts_{kind}_h_{name.removesuffix('_id')}") for name in found_by
        ),
    )


CURRENT: dict[str, Model] = {kind: _current(kind) for kind in KINDS}
"""The model of each kind's current rows."""

HISTORY: dict[str, Model] = {kind: _history(kind) for kind in KINDS}
"""The model of each kind's earlier versions."""
