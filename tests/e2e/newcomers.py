"""People who join a site during a test, each with an address of their own."""

from itertools import count

from tests.e2e.site import Site, set_password
from tests.e2e.visitor import Visitor

_numbers = count(1)
PHRASE = "another fine phrase"


def join(site: Site, administrator: Visitor, role: str) -> str:
    """Have the administrator invite somebody, who sets a password by the link; give the address they log in with."""
    email = f"{role}{next(_numbers)}@example.com"
    told = administrator.send("POST", "/people", {"email": email, "name": email, "role": role})
    set_password(site, told["link"], PHRASE)
    return email
