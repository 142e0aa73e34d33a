"""Bodies are read strictly: no text for a number, no unknown field, every finding with its place."""

from typing import Any, Protocol, cast

from ninja.params.models import BodyModel, ParamModel
from pydantic import TypeAdapter, ValidationError

from kedun.accounts.field_words import field_errors
from kedun.accounts.refusals import BadFields
from kedun.accounts.strict_json import loads


class Asking(Protocol):
    """What is needed of a request here."""

    @property
    def body(self) -> bytes: ...


def read_strictly(models: list[type[ParamModel]]) -> None:
    """Make an operation read its JSON body strictly; other parameters are read as they are."""
    for place, model in enumerate(models):
        if issubclass(model, BodyModel) and hasattr(model, "__read_from_single_attr__"):
            models[place] = _strict(model)


def _strict(model: type[BodyModel]) -> type[ParamModel]:
    name = model.__read_from_single_attr__
    assert name, "an operation has one body"
    reader: TypeAdapter[object] = TypeAdapter(cast(Any, model.model_fields[name].annotation))

    def resolve(_cls: type[ParamModel], request: Asking, *_: object) -> ParamModel:
        raw = request.body or b"null"
        loads(raw)
        try:
            value: Any = reader.validate_json(raw, strict=True)
        except ValidationError as error:
            findings = error.errors(include_url=False, include_input=False)
            raise BadFields(field_errors(cast(Any, findings))) from error
        return model.model_construct(**{name: value})

    made = type(model.__name__, (model,), {"resolve": classmethod(resolve), "__module__": __name__})
    return cast(type[ParamModel], made)
