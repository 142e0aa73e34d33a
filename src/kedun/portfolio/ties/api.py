"""A customer's group, and who is hit when it fails, under /api/v1."""

from ninja import Query

from kedun.accounts.api import Request, Router, language, masks, scope
from kedun.assessments.queries import live_policy, reporting_currency
from kedun.kernel.days import to_date
from kedun.portfolio.address import CustomerCode
from kedun.portfolio.lists.shown import View
from kedun.portfolio.page.api import customer_of, moment_of
from kedun.portfolio.page.schemas import MomentQuery
from kedun.portfolio.said import said
from kedun.portfolio.ties.contagion import spread
from kedun.portfolio.ties.queries import (
    group_of,
    party_names,
    relations_of,
    seen_customers,
    standings,
    stated_name,
    ties_from,
)
from kedun.portfolio.ties.schemas import CustomerContagion, CustomerGroup
from kedun.portfolio.ties.shown import GroupSheet, HitSheet, Known

SOURCE = "docs/why/contagion.md"

router = Router("customers")


@router.get("/customers/{code}/group", response=CustomerGroup)
def customer_group(request: Request, code: CustomerCode, query: Query[MomentQuery]) -> CustomerGroup:
    """Show who forms one group with a customer, how each stands, and what they owe together."""
    found, at = customer_of(request, code), moment_of(query)
    policy = live_policy(at.as_of).policy
    members, is_too_large = group_of(policy, found, at)
    relations = relations_of(members, at)
    parties = {node for bond in relations for node in (bond.customer, bond.party)}
    known = Known(
        seen=seen_customers({*members, *(node for node in parties if isinstance(node, int))}, scope(request)),
        standings=standings(policy, members, at),
        parties=party_names(parties),
        shows_others=scope(request).kind != "granted",
    )
    view = View(reporting_currency(), masks(request), language(request), {})
    sheet = GroupSheet(found, members, relations, known, view, said(policy, view.language))
    return CustomerGroup.model_validate(
        {
            "code": code,
            "group": None if "names" in view.masks else stated_name(found, at),
            "is_too_large": is_too_large,
            "as_of": to_date(at.as_of),
            "known_at": at.known_at,
            "currency": view.currency,
            **sheet.document(),
        }
    )


@router.get("/customers/{code}/contagion", response=CustomerContagion)
def customer_contagion(request: Request, code: CustomerCode, query: Query[MomentQuery]) -> CustomerContagion:
    """Show who is hit when a customer fails, directly and in the second round, and what is at stake."""
    found, at = customer_of(request, code), moment_of(query)
    policy = live_policy(at.as_of).policy
    ties = ties_from(policy, found, at)
    nodes = {found, *(node for tie in ties.ties for node in (tie.source, tie.target))}
    customers = {node for node in nodes if isinstance(node, int)}
    known = Known(
        seen=seen_customers(customers, scope(request)),
        standings=standings(policy, customers, at),
        parties=party_names(nodes),
        shows_others=scope(request).kind != "granted",
    )
    view = View(reporting_currency(), masks(request), language(request), {})
    sheet = HitSheet(found, spread(found, ties.ties, known.owed()), known, view)
    return CustomerContagion.model_validate(
        {
            "code": code,
            "is_cut": ties.is_cut,
            "as_of": to_date(at.as_of),
            "known_at": at.known_at,
            "currency": view.currency,
            "source": SOURCE,
            **sheet.document(),
        }
    )
