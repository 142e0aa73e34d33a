"""Whose row is it: by the code that the row states, else by the one customer of its registry number, else of its name."""

from collections.abc import Callable, Collection, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from kedun.facts.kinds import KINDS
from kedun.intake.columns import Columns
from kedun.intake.conversion import distinct, is_empty
from kedun.intake.planned import Note
from kedun.intake.recognition import ATTRIBUTE, Recognition

CodesByName = Callable[[Collection[str]], Mapping[str, tuple[str, ...]]]
"""Gives the codes of the known customers of each name, registry number or former name."""


def nobody(names: Collection[str]) -> Mapping[str, tuple[str, ...]]:
    """Know no customer."""
    return dict.fromkeys(names, ())


def customers_of(
    columns: Columns, recognition: Recognition, codes_by_name: CodesByName
) -> tuple[pa.Array | None, list[Note]]:
    """Give each row's customer, and what is to be said of names that had to do.

    A file without codes names customers: a name means the one customer of that name, else it stands as the code. In a
    file with codes a row without one means the one customer of its name, in the file or known before; else it stays
    without a customer.
    """
    kind = KINDS[recognition.kind]
    if not kind.of_customer or kind.name == "customer":
        return None, []
    codes, names = columns.get("customer"), _names(columns, codes_by_name)
    if names is None:
        return codes, []
    if codes is None:
        return _by_name(names, codes_by_name)
    return _filled(codes, names, codes_by_name)


def _names(columns: Columns, codes_by_name: CodesByName) -> pa.Array | None:
    """Give what each row calls its customer: the registry number where a customer is known by it, else the name."""
    names, numbers = columns.get(f"{ATTRIBUTE}name"), columns.get(f"{ATTRIBUTE}uscc")
    if numbers is None or names is None:
        return names if numbers is None else numbers
    known = [number for number, codes in codes_by_name(distinct(numbers)).items() if len(codes) == 1]
    is_known = pc.is_in(numbers, value_set=pa.array(known, pa.string()))
    return pc.if_else(pc.or_(is_known, is_empty(names)), numbers, names)


def _by_name(names: pa.Array, codes_by_name: CodesByName) -> tuple[pa.Array, list[Note]]:
    told = distinct(names)
    known = {name: _coded(name, found) for name, found in codes_by_name(told).items()}
    one = {name: found[0] for name in told if len(found := known.get(name, ())) == 1 and found[0] != name}
    ambiguous = sum(len(found) > 1 for found in known.values())
    return pc.coalesce(_looked_up(names, one), names), _notes(by_name=len(one), ambiguous=ambiguous)


def _filled(codes: pa.Array, names: pa.Array, codes_by_name: CodesByName) -> tuple[pa.Array, list[Note]]:
    """Fill empty codes by name, where the name leaves no doubt."""
    without = pc.and_(is_empty(codes), pc.invert(is_empty(names)))
    told = distinct(names.filter(without))
    if not told:
        return codes, []
    known = codes_by_name(told)
    meant = {name: set(_coded(name, known.get(name, ()))) for name in told}
    pairs = pa.table({"name": names, "code": codes}).filter(pc.invert(is_empty(codes)))
    for pair in pairs.group_by(["name", "code"]).aggregate([]).to_pylist():
        if pair["name"] in meant:
            meant[pair["name"]].add(pair["code"])
    one = {name: found.pop() for name, found in meant.items() if len(found) == 1}
    return pc.if_else(without, _looked_up(names, one), codes), _notes(by_name=len(one), ambiguous=0)


def _coded(name: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out a customer that is known by that name only, where others have codes: it came from a file of names."""
    return tuple(code for code in codes if code != name) or codes


def _looked_up(names: pa.Array, codes: Mapping[str, str]) -> pa.Array:
    at = pc.index_in(names, value_set=pa.array(list(codes), pa.string()))
    return pa.array(list(codes.values()), pa.string()).take(at)


def _notes(*, by_name: int, ambiguous: int) -> list[Note]:
    counts = {"customers_by_name": by_name, "names_ambiguous": ambiguous}
    return [Note(code, {"customers": count}) for code, count in counts.items() if count]
