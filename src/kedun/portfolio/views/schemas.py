"""The shapes of saved views."""

from typing import Annotated

from pydantic import Field

from kedun.accounts.schemas import Document, Input, Output
from kedun.portfolio.lists.schemas import MOST_COLUMNS, CustomerFilters, Key, OwnerShown


class KeptList(CustomerFilters):
    """What a kept list says; it names every column it shows, those besides readings too."""

    columns: Annotated[list[Key], Field(max_length=2 * MOST_COLUMNS)] = []


class ViewNew(Input):
    """A list to keep: the query string of the list, without page and cursor."""

    name: Annotated[str, Field(min_length=1, max_length=80, pattern=r"\S")]
    query: Annotated[str, Field(max_length=4000)]
    shared: bool = False


class ViewShown(Output):
    """A kept list."""

    id: int
    name: str
    query: str
    shared: bool
    mine: bool
    by: OwnerShown


class ViewDocument(Document, ViewShown):
    """A kept list as a document."""


class SavedViews(Document):
    """All kept lists somebody can open."""

    items: list[ViewShown]
