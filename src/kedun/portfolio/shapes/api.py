"""The JSON Schemas of definitions under /api/v1."""

import json
from typing import Final

from django.http import HttpResponse

from kedun.accounts.api import Request, Router
from kedun.definitions.schemas import KindName
from kedun.portfolio.shapes.written import schema_of

router = Router("policy")
SCHEMA: Final = "application/schema+json"


@router.get("/definition-schemas/{kind}", file=SCHEMA)
def definition_schema(request: Request, kind: KindName) -> HttpResponse:  # noqa: ARG001 - the same for everybody
    """Give the JSON Schema (2020-12) of a kind of definition, for editors and for checks before a text is sent."""
    return HttpResponse(json.dumps(schema_of(kind), ensure_ascii=False), content_type=SCHEMA)
