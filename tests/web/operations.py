"""The operations of the API, as they are mounted."""

import re
from dataclasses import dataclass
from typing import Any

from kedun.web.api import api


@dataclass(frozen=True)
class Mounted:
    """One operation with an address that nothing stands at."""

    name: str
    method: str
    path: str

    def address(self, **values: object) -> str:
        """Give the address with values for its parameters; what is not given names nothing."""
        return re.sub(r"{(?:\w+:)?(\w+)}", lambda found: str(values.get(found[1], "999999999")), self.path)


def operations() -> list[Mounted]:
    """Every operation of every stage."""
    return [
        Mounted(operation.operation_id or "", method, "/" + "/".join(part.strip("/") for part in (path,) if part))
        for router in api._get_bound_routers()
        for path, view in router.path_operations.items()
        for operation in view.operations
        for method in operation.methods
    ]


def document() -> dict[str, Any]:
    """The OpenAPI document."""
    return dict(api.get_openapi_schema())
