"""The roles people have, and what each is called."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

from kedun.kernel.words import Words

Role = Literal[
    "sales",
    "sales_manager",
    "sales_director",
    "finance",
    "credit_manager",
    "cfo",
    "legal",
    "service",
    "production",
    "ceo",
    "administrator",
    "auditor",
    "outside_expert",
]
KeyRight = Literal["reader", "writer"]
"""What an API key may do; never anything that needs a person's approval."""

KeyScope = Literal["all", "teams"]
Notify = Literal["at_once", "digest", "off"]

ROLES: Final[tuple[Role, ...]] = get_args(Role)
KEY_RIGHTS: Final[tuple[KeyRight, ...]] = get_args(KeyRight)
KEY_SCOPES: Final[tuple[KeyScope, ...]] = get_args(KeyScope)
NOTIFY: Final[tuple[Notify, ...]] = get_args(Notify)

ROLE_WORDS: Mapping[Role, Words] = {
    "sales": Words("销售", "Sales"),
    "sales_manager": Words("销售经理", "Sales manager"),
    "sales_director": Words("销售总监", "Sales director"),
    "finance": Words("财务", "Finance"),
    "credit_manager": Words("信用经理", "Credit manager"),
    "cfo": Words("财务总监", "CFO"),
    "legal": Words("法务", "Legal"),
    "service": Words("客服", "Customer service"),
    "production": Words("生产", "Production"),
    "ceo": Words("总经理", "CEO"),
    "administrator": Words("管理员", "Administrator"),
    "auditor": Words("审计", "Auditor"),
    "outside_expert": Words("外部专家", "Outside expert"),
}
