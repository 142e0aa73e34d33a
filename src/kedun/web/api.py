"""The API of the whole program: every stage's router under /api/v1, errors as problem documents, the OpenAPI document."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import JSONRenderer

import kedun
from kedun.accounts.door.api import answer_error
from kedun.accounts.endpoints import router as accounts
from kedun.accounts.field_words import parameter_errors
from kedun.accounts.refusals import BadFields, BadRequest, NoSuchAddress
from kedun.alerts.api import router as alerts
from kedun.approvals.api import router as approvals
from kedun.assessments.api import router as assessments
from kedun.credit.api import router as credit
from kedun.definitions.api import router as definitions
from kedun.definitions.retirement.api import router as retirement
from kedun.definitions.upgrade.api import router as upgrades
from kedun.intake.api import router as intake
from kedun.notify.api import router as notify
from kedun.portfolio.api import router as portfolio
from kedun.review.api import router as review
from kedun.review.economics.api import router as economics
from kedun.review.linter.api import router as linter
from kedun.web.company.api import router as company
from kedun.web.openapi_document import completed

PREFIX = "/api/v1/"


class Renderer(JSONRenderer):
    """JSON in UTF-8 without spaces; what is no number is a fault of ours, never NaN."""

    json_dumps_params: Mapping[str, Any] = {
        "ensure_ascii": False,
        "separators": (",", ":"),
        "allow_nan": False,
    }


class Api(NinjaAPI):
    """Our API: its document names every way a request can be refused."""

    def get_openapi_schema(self, **_given: Any) -> "ApiDocument":
        schema = ApiDocument(self, PREFIX)
        completed(schema)
        return schema


class ApiDocument(OpenAPISchema):
    """The OpenAPI document; it knows which names stand for two different shapes."""

    def __init__(self, api: NinjaAPI, path_prefix: str) -> None:
        self.ambiguous: set[str] = set()
        super().__init__(api, path_prefix)

    def add_schema_definitions(self, definitions: dict[str, Any]) -> None:
        self.ambiguous |= {name for name, shape in definitions.items() if self.schemas.get(name, shape) != shape}
        super().add_schema_definitions(definitions)


def _invalid(request: HttpRequest, error: ValidationError | type[ValidationError]) -> HttpResponse:
    assert isinstance(error, ValidationError)
    return answer_error(request, BadFields(parameter_errors(error.errors)))


def _unread(request: HttpRequest, _error: HttpError | type[HttpError]) -> HttpResponse:
    return answer_error(request, BadRequest())


def _missing(request: HttpRequest, _error: Http404 | type[Http404]) -> HttpResponse:
    return answer_error(request, NoSuchAddress())


def _any(request: HttpRequest, error: Exception | type[Exception]) -> HttpResponse:
    assert isinstance(error, Exception)
    return answer_error(request, error)


def make_api() -> Api:
    """Mount every stage's router."""
    made = Api(
        title="kedun",
        version=kedun.__version__,
        urls_namespace="api",
        docs_url=None,
        renderer=Renderer(),
        openapi_url="/openapi.json",
        description="Money is a decimal string, a day ISO 8601, an instant ISO 8601 in UTC.",
    )
    made.add_exception_handler(ValidationError, _invalid)
    made.add_exception_handler(HttpError, _unread)
    made.add_exception_handler(Http404, _missing)
    made.add_exception_handler(Exception, _any)
    for router in (
        accounts,
        company,
        approvals,
        definitions,
        retirement,
        upgrades,
        notify,
        intake,
        assessments,
        alerts,
        credit,
        review,
        economics,
        linter,
        portfolio,
    ):
        made.add_router("", router.routes)
    return made


api = make_api()
