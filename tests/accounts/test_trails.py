"""What was done is said in words, whoever writes it down."""

import ast
import re
from collections.abc import Iterator

from kedun.accounts.trails.words import VERBS, said
from tests import house

WRITERS = {"record", "record_access", "log_access", "close_batch", "_note"}
VERB = re.compile(r"[a-z_]+\.[a-z_]+")


def written() -> Iterator[str]:
    """The verbs that the program writes down, as far as they stand in it as they are."""
    for path in house.source_files():
        for node in ast.walk(house.tree(path)):
            if isinstance(node, ast.Call) and named(node.func) in WRITERS:
                values = [*node.args, *(given.value for given in node.keywords)]
                texts = [
                    each.value for each in values if isinstance(each, ast.Constant) and isinstance(each.value, str)
                ]
                yield from (text for text in texts if VERB.fullmatch(text) or named(node.func) == "log_access")


def named(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_verb_has_words() -> None:
    verbs = {each for each in written() if each not in {"alerts", ""}}
    assert {"person.add", "export_customers", "facts.upsert"} <= verbs, "the search is not blind"
    assert verbs - VERBS.keys() == set()


def test_a_verb_of_another_version_is_shown_as_it_is() -> None:
    assert (said("person.add", "en"), said("person.add", "zh")) == ("Added a person", "添加人员")
    assert said("spaceship.launch", "zh") == "spaceship.launch"
