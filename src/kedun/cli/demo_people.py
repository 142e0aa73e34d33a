"""The people of the demo: somebody for each role, the salespeople whom the sample's customers name, and two sales teams."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction

from kedun.accounts.models import Person
from kedun.accounts.people.actions import add_person
from kedun.accounts.roles import Role
from kedun.accounts.teams.actions import Stretch, add_team
from kedun.cli.demo_state import DOMAIN, DemoPerson
from kedun.facts.models import CURRENT
from kedun.facts.ownership.actions import grant
from kedun.kernel.clock import clock
from kedun.kernel.days import Day

ACTOR = "demo"
GRANTED = 20
"""So many customers the outside expert may look at."""

MANAGERS = (("sales_manager", "周敏"), ("sales_manager2", "陆建国"))
TEAMS = ("销售一部", "销售二部")
OTHERS: Sequence[tuple[Role, str]] = (
    ("sales_director", "沈志远"),
    ("finance", "何静"),
    ("credit_manager", "郑海燕"),
    ("cfo", "顾宏伟"),
    ("legal", "宋律"),
    ("service", "唐小雨"),
    ("production", "马大勇"),
    ("ceo", "钱国强"),
    ("administrator", "管理员"),
    ("auditor", "严正"),
    ("outside_expert", "Prof. Li"),
)


@dataclass(frozen=True, slots=True)
class _Wanted:
    login: str
    name: str
    role: Role
    names_in_files: tuple[str, ...] = ()


def people(*, password: str, on: Day) -> tuple[DemoPerson, ...]:
    """Make everybody, once; somebody of each role comes first."""
    with transaction.atomic():
        sellers, managers, others = _sellers(), _managers(), [_Wanted(role, name, role) for role, name in OTHERS]
        added = {each.login: _add(each, password) for each in (*sellers, *managers, *others)}
        half = -(-len(sellers) // 2)
        for team, manager, members in zip(TEAMS, managers, (sellers[:half], sellers[half:]), strict=True):
            lead = added[manager.login].pk
            stretches = [Stretch(added[each.login].pk, on) for each in members]
            add_team(ACTOR, name=team, lead_id=lead, members=[Stretch(lead, on, is_lead=True), *stretches])
        _grant(added["outside_expert"], on)
    listed = [*sellers[:1], *managers[:1], *others, *managers[1:], *sellers[1:]]
    return tuple(DemoPerson(_address(each.login), each.name, each.role) for each in listed)


def _sellers() -> list[_Wanted]:
    """Give a salesperson for every name that stands with a customer."""
    customers = CURRENT["customer"]._default_manager.exclude(owner="").order_by("owner")
    return list(_numbered(list(customers.values_list("owner", flat=True).distinct())))


def _numbered(names: Sequence[str]) -> Iterator[_Wanted]:
    for number, name in enumerate(names, start=1):
        yield _Wanted(f"sales{number if number > 1 else ''}", name, "sales", (name,))


def _managers() -> list[_Wanted]:
    return [_Wanted(login, name, "sales_manager") for login, name in MANAGERS]


def _address(login: str) -> str:
    return f"{login}{DOMAIN}"


def _add(wanted: _Wanted, password: str) -> Person:
    return add_person(
        ACTOR,
        email=_address(wanted.login),
        name=wanted.name,
        role=wanted.role,
        password=password,
        names_in_files=wanted.names_in_files,
    )


def _grant(expert: Person, on: Day) -> None:
    customers = CURRENT["customer"]._default_manager.order_by("id").values_list("id", flat=True)[:GRANTED]
    for customer_id in customers:
        grant(customer_id, person_id=expert.pk, from_day=on, to_day=None, actor=ACTOR, at=clock().now())
