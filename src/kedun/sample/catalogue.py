"""How the columns of each kind are written: the prefixes of numbers, the lists of words."""

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.kinds import TERMS_BASIS
from kedun.sample import behaviour, inquiries, invoices, limits, losses, name_parts, outside, payments, people
from kedun.sample.arrays import NONE, Ints
from kedun.sample.contracts import MILESTONES
from kedun.sample.customers import customer_codes, customer_names, owner_names
from kedun.sample.naming import group_names, person_names
from kedun.sample.profiles import NO_TERMS, TERMS_FROM_MONTH_END
from kedun.sample.tables import Writer, chosen, keyed
from kedun.sample.world import World

_INDUSTRIES = tuple(trade.industry for trade in name_parts.TRADES)
_CURRENCY = chosen(name_parts.CURRENCIES)
_ORDER, _INVOICE, _PAYMENT = keyed("SO"), keyed("FP"), keyed("FK")
_CONTRACT, _PERSON = keyed("HT", digits=9), keyed("RY", digits=9)
_GROUP = keyed("JT", digits=4)


def _customer(values: Ints) -> pa.Array:
    return keyed("KH", digits=6)(np.where(values == NONE, NONE, values + 1))


def _basis(terms: Ints) -> pa.Array:
    return chosen(TERMS_BASIS)(np.where(terms == NO_TERMS, NO_TERMS, TERMS_FROM_MONTH_END[terms]))


def _other_party(values: Ints) -> pa.Array:
    """A person by number; a company as its number, negative and from -1."""
    company = _customer(np.where(values < 0, -values - 1, 0))
    return pc.if_else(pa.array(values < 0), company, _PERSON(np.maximum(values, 0)))


def writers_of(world: World) -> Mapping[str, Mapping[str, Writer]]:
    """Give the writers of all text columns by kind."""
    return _about_customers(world) | _about_trade() | _about_behaviour(world) | _about_the_outside()


def _about_customers(world: World) -> dict[str, Mapping[str, Writer]]:
    owners = chosen(owner_names(world))
    places = name_parts.PLACES
    return {
        "customer": {
            "external_id": _customer,
            "name": chosen(customer_names(world)),
            "uscc": chosen(customer_codes(world)),
            "group": _GROUP,
            "industry": chosen(_INDUSTRIES),
            "region": chosen([place.province for place in places]),
            "country": chosen(["中国"]),
            "status": chosen(name_parts.STATUSES),
            "former_names": chosen(("",)),
            "terms_basis": _basis,
            "owner": owners,
            "segment": chosen(name_parts.SEGMENTS),
            "currency": _CURRENCY,
        },
        "customer_group": {"external_id": _GROUP, "name": chosen(group_names(int(world.profiles.group.max())))},
        "person": _person_writers(world),
        "contact": {
            "external_id": keyed("LX", digits=10),
            "customer": _customer,
            "person": _PERSON,
            "role": _role,
        },
        "relation": {
            "external_id": keyed("GX", digits=10),
            "customer": _customer,
            "other": _other_party,
            "relation_type": chosen(people.RELATION_TYPES),
            "currency": _CURRENCY,
        },
        "group_member": {"external_id": keyed("JT", digits=8), "customer": _customer, "group": _GROUP},
    }


def _role(values: Ints) -> pa.Array:
    """Key contacts draw from the first list, the others (numbers below 0) from the second."""
    first = chosen(name_parts.CONTACT_ROLES)(np.abs(values) % len(name_parts.CONTACT_ROLES))
    second = chosen(name_parts.SECOND_ROLES)(np.abs(values) % len(name_parts.SECOND_ROLES))
    return pc.if_else(pa.array(values < 0), second, first)


def _person_writers(world: World) -> Mapping[str, Writer]:
    """Name people from a pool, by their number; telephone numbers and addresses are of kinds that nobody has."""
    pool = person_names(world.streams.of("people"), 5_003)
    named = chosen(pool)
    return {
        "external_id": _PERSON,
        "name": lambda values: named((values * 2_654_435_761 >> 8) % len(pool)),
        "phone": lambda values: keyed("120", digits=8)(values * 7_919 % 10**8),
        "email": lambda values: pc.binary_join_element_wise(
            keyed("ry", digits=9)(values), pa.scalar("@sample.example"), ""
        ),
    }


def _about_trade() -> dict[str, Mapping[str, Writer]]:
    of_customer: dict[str, Writer] = {"customer": _customer, "currency": _CURRENCY}
    return {
        "order": of_customer | {"external_id": _ORDER, "order_no": _ORDER, "orderer": _customer},
        "delivery": of_customer | {"external_id": keyed("FH"), "delivery_no": keyed("FH"), "order_no": _ORDER},
        "invoice": of_customer
        | {"external_id": keyed("KP"), "document_no": _INVOICE, "order_no": _ORDER, "contract_no": _CONTRACT},
        "payment": of_customer
        | {
            "external_id": _PAYMENT,
            "document_no": _INVOICE,
            "method": chosen(payments.METHODS),
            "payer": _customer,
            "bounce_of": _PAYMENT,
        },
        "allocation": of_customer
        | {
            "external_id": keyed("HX"),
            "payment": _PAYMENT,
            "document_no": _INVOICE,
            "entry": chosen(("cash", "credit", "write_off", "rounding")),
        },
        "credit_note": of_customer
        | {
            "external_id": keyed("HZ"),
            "document_no": keyed("HZ"),
            "invoice_no": _INVOICE,
            "reason": chosen(invoices.REASONS),
        },
        "contract": of_customer | {"external_id": _CONTRACT, "contract_no": _CONTRACT, "terms_basis": _basis},
        "milestone": {
            "external_id": keyed("LY", digits=10),
            "customer": _customer,
            "contract_no": _CONTRACT,
            "title": chosen([title for title, _, _ in MILESTONES]),
            "obliged": chosen([obliged for _, obliged, _ in MILESTONES]),
        },
        "credit_limit": of_customer | {"external_id": keyed("ED", digits=10), "limit_type": chosen(limits.LIMIT_TYPES)},
        "bad_debt": of_customer
        | {"external_id": keyed("HK"), "entry": chosen(losses.ENTRIES), "document_no": _INVOICE},
    }


def _about_behaviour(world: World) -> dict[str, Mapping[str, Writer]]:
    return {
        "enquiry": {
            "external_id": keyed("XP"),
            "customer": _customer,
            "topic": chosen(behaviour.ENQUIRY_TOPICS),
        },
        "interaction": {
            "external_id": keyed("WL"),
            "customer": _customer,
            "channel": chosen(behaviour.CHANNELS),
            "subject": chosen(behaviour.INTERACTION_SUBJECTS),
        },
        "ticket": {
            "external_id": keyed("GD"),
            "customer": _customer,
            "ticket_type": chosen(behaviour.TICKET_TYPES),
            "topic": chosen(behaviour.TICKET_TOPICS),
            "currency": _CURRENCY,
        },
        "signal": {
            "external_id": keyed("XH"),
            "customer": _customer,
            "signal_type": chosen([key for key, _ in behaviour.SIGNALS]),
            "severity": chosen(behaviour.SEVERITIES),
            "note": chosen([note for _, note in behaviour.SIGNALS]),
            "reporter": chosen(owner_names(world)),
        },
    }


def _about_the_outside() -> dict[str, Mapping[str, Writer]]:
    of_customer: dict[str, Writer] = {"customer": _customer, "currency": _CURRENCY}
    return {
        "check": {
            "external_id": keyed("DC", digits=10),
            "customer": _customer,
            "scope": chosen(inquiries.SCOPES),
            "result": chosen(inquiries.CHECK_RESULTS),
        },
        "bureau_report": {
            "external_id": keyed("ZX", digits=10),
            "customer": _customer,
            "agency": chosen(inquiries.AGENCIES),
            "rating": chosen(inquiries.RATINGS),
        },
        "legal_event": of_customer
        | {
            "external_id": keyed("SF"),
            "event_type": chosen(inquiries.EVENT_TYPES),
            "role": chosen(inquiries.ROLES),
            "title": chosen(inquiries.EVENT_TITLES),
            "case_no": keyed("AH", digits=8),
            "case_status": chosen(inquiries.CASE_STATES),
        },
        "firm_change": {
            "external_id": keyed("BG", digits=8),
            "customer": _customer,
            "item": chosen(inquiries.CHANGES),
        },
        "statement": of_customer | {"external_id": keyed("BB", digits=10)},
        "news_item": {
            "external_id": keyed("YQ"),
            "customer": _customer,
            "sentiment": chosen(outside.SENTIMENTS),
            "title": chosen([title for title, _ in outside.NEWS]),
            "topic": chosen([topic for _, topic in outside.NEWS]),
        },
        "industry_fact": {"external_id": keyed("HY"), "industry": chosen(_INDUSTRIES)},
        "market_event": {
            "external_id": keyed("HD", digits=9),
            "covers": chosen(("industry", "region")),
            "market": chosen(outside.MARKETS),
            "event_type": chosen([event for event, _ in outside.MARKET_EVENTS]),
            "title": chosen([title for _, title in outside.MARKET_EVENTS]),
        },
        "fx_rate": {"external_id": keyed("HL"), "currency": _CURRENCY},
    }
