"""The front end's types are those of the API as it is now."""

import hashlib
import json
import re

from kedun.web.api import api
from tests import house

TYPES = house.ROOT / "web" / "src" / "api" / "schema.d.ts"


def test_the_types_were_made_from_the_api_as_it_is() -> None:
    """`npm run types` in web/ writes them anew."""
    first = TYPES.read_text(encoding="utf-8").partition("\n")[0]
    found = re.search(r"sha256 ([0-9a-f]{64})", first)
    assert found is not None
    assert found.group(1) == hashlib.sha256(printed().encode()).hexdigest()


def printed() -> str:
    """Give the document as `python -m kedun.web.openapi` prints it."""
    return json.dumps(api.get_openapi_schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
