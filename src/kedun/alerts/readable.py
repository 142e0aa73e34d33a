"""Writes the constants of a condition the way people read them: amounts with a currency, shares in per cent, choices and flags in words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kedun.expressions import Checked, Compare, Literal, Membership, Name, Node, names_in
from kedun.expressions.nodes import Real, children, with_children
from kedun.indicators.definition import Unit
from kedun.intake.synonyms import CHOICES
from kedun.kernel.words import Language
from kedun.rules.choice import shown

SAID_WITH_UNIT: Final[frozenset[Unit]] = frozenset({"minor", "share"})


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom constants are written; `unit_of` tells the unit of a name."""

    unit_of: Callable[[str], Unit | None]
    currency: str
    language: Language

    def readable(self, checked: Checked) -> Checked:
        """Give the same expression with readable constants, to be said and nothing else."""
        return replace(checked, node=self._node(checked.node))

    def _node(self, node: Node) -> Node:
        below = children(node)
        if isinstance(node, Compare | Membership):
            units = {self.unit_of(name) for each in below for name in names_in(each)}
            (unit,) = units if len(units) == 1 else (None,)
            return with_children(node, [self._constant(each, unit) for each in below])
        return with_children(node, [self._node(each) for each in below])

    def _constant(self, node: Node, unit: Unit | None) -> Node:
        bare = node.operand if isinstance(node, Real) else node
        if not isinstance(bare, Literal):
            return self._node(node)
        if isinstance(bare.value, str):
            return Literal(choice_word(bare.value, self.language))
        is_number = isinstance(bare.value, int | float) and not isinstance(bare.value, bool)
        if is_number and unit == "flag" and bare.value in (0, 1):
            return Literal(bare.value == 1)
        if is_number and bare.value != 0 and unit in SAID_WITH_UNIT:
            return Name(shown(bare.value, unit, self.currency, self.language))  # type: ignore[arg-type]
        return node


def choice_word(code: str, language: Language) -> str:
    """Say a value of a choice field; what is no choice stands for itself."""
    known: Sequence[str] | None = CHOICES.get(code)
    return code if known is None else known[0] if language == "zh" else known[1].lower()
