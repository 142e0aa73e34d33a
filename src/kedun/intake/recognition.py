"""What a file holds and which column is which field, read from its headings."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from kedun.facts.kinds import CURRENCY, KINDS, Kind
from kedun.intake import public_words, synonyms
from kedun.intake.headings import Heading, heading_of, plain
from kedun.intake.public_records import CHECK_SCOPES, CHECKED_ON, DESCRIBING, implied
from kedun.intake.refusals import (
    ColumnsMissing,
    FieldUnknown,
    HeadingRepeated,
    HeadingsCompete,
    HeadingUnknown,
    KindAmbiguous,
    KindNotRecognised,
    KindUnknown,
    said,
)
from kedun.kernel.words import Words

_COUNTED = re.compile(r" \(\d+\)$", re.ASCII)
"""What is added to the name of a heading that stands again."""
LABEL, NAME, VAGUE = 0, 1, 2
"""How surely a heading means a field: by its label, by a name in use, or by a word that may mean much."""
WEIGHTS = {LABEL: 4, NAME: 3, VAGUE: 1}
STATED = -1
ATTRIBUTE = "customer."
"""Targets that describe the customer in a file of another kind: `customer.name`."""

NAMING = frozenset({f"{ATTRIBUTE}name", f"{ATTRIBUTE}uscc"})
"""Targets that tell whose row it is where it has no customer code."""

NAMED_IN_RECORDS = ("name", "uscc")
"""What a record of a court or registry tells of the customer: its province is that of the court."""

ROLE_LABELS: Mapping[str, Words] = {
    "external_id": Words("编号", "Record ID"),
    "customer": Words("客户编号", "Customer ID"),
    "legal_entity": Words("法人主体", "Legal entity"),
    "reported_on": Words("登记日期", "Reported on"),
    "is_retracted": Words("已撤回", "Retracted"),
    "settled_on": Words("结清日期", "Settled on"),
    "terms": Words("账期", "Payment terms"),
    "paid": Words("已付金额", "Paid amount"),
    "open": Words("未付金额", "Open amount"),
    CHECKED_ON: Words("查询日期", "Checked on"),
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a heading may mean: a target, how surely, and what its numbers are to be multiplied by."""

    target: str
    rank: int
    factor: int = 1


@dataclass(frozen=True, slots=True)
class Column:
    """A recognised column; its numbers times `factor`, in `currency` where the heading says so."""

    heading: str
    target: str
    rank: int
    factor: int = 1
    currency: str = ""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a person states about a file, beside its headings: by options or by a map file."""

    kind: str = "auto"
    columns: Mapping[str, str] = field(default_factory=dict)
    date_formats: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recognition:
    """A file's kind and columns; `ignored` are the headings that mean nothing here."""

    kind: str
    columns: tuple[Column, ...]
    ignored: tuple[str, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    date_formats: Mapping[str, str] = field(default_factory=dict)

    def column(self, target: str) -> Column | None:
        """Give the column of a target, if the file has one."""
        return next((each for each in self.columns if each.target == target), None)

    def has(self, target: str) -> bool:
        """Tell whether a target has a column or a constant."""
        return target in self.constants or self.column(target) is not None


@dataclass(frozen=True, slots=True)
class _Match:
    kind: Kind
    columns: tuple[Column, ...]
    competing: Mapping[str, tuple[str, ...]]
    missing: tuple[str, ...]
    implied: Mapping[str, str]

    @property
    def weight(self) -> int:
        return sum(WEIGHTS.get(each.rank, WEIGHTS[LABEL]) for each in self.columns)


def label_of(kind: Kind, target: str) -> Words:
    """Give the words for a target of a kind."""
    if target.startswith(ATTRIBUTE):
        return KINDS["customer"].field(target.removeprefix(ATTRIBUTE)).label
    if any(each.name == target for each in kind.fields):
        return kind.field(target).label
    return ROLE_LABELS["customer"] if (kind.name, target) == ("customer", "external_id") else ROLE_LABELS[target]


def targets_of(kind: Kind) -> tuple[str, ...]:
    """Give everything a column of a kind's file may mean."""
    roles = ["external_id", "legal_entity", "reported_on", "is_retracted"]
    attributes: list[str] = []
    if kind.of_customer and kind.name != "customer":
        roles.insert(1, "customer")
        own = {each.name for each in kind.fields}
        told = NAMED_IN_RECORDS if kind.name in CHECK_SCOPES else synonyms.CUSTOMER_ATTRIBUTES
        attributes = [f"{ATTRIBUTE}{name}" for name in told if name not in own]
    settlement = [*synonyms.SETTLEMENT, "terms"] if kind.name == "invoice" else []
    if kind.name in CHECK_SCOPES:
        roles.append(CHECKED_ON)
    return (*roles, *(each.name for each in kind.fields), *settlement, *attributes)


@cache
def vocabulary(kind_name: str) -> Mapping[str, tuple[Meaning, ...]]:
    """Give what each plain heading may mean in a kind's file, the surest first."""
    kind = KINDS[kind_name]
    meanings: dict[str, dict[str, Meaning]] = {}
    for text, meaning in _entries(kind):
        known = meanings.setdefault(text, {})
        if text and (meaning.target not in known or known[meaning.target].rank > meaning.rank):
            known[meaning.target] = meaning
    own = {each.name for each in kind.fields}
    return {
        text: tuple(sorted(found.values(), key=lambda each: (each.rank, each.target not in own)))
        for text, found in meanings.items()
    }


def _entries(kind: Kind) -> list[tuple[str, Meaning]]:
    targets = targets_of(kind)
    entries: list[tuple[str, Meaning]] = []
    for target in targets:
        label = label_of(kind, target)
        entries += [(plain(text), Meaning(target, LABEL)) for text in (label.zh, label.en)]
        entries += [(text, Meaning(target, NAME)) for text in _names(kind, target)]
    for (of_kind, text), (target, factor) in {**synonyms.SCALED, **public_words.SCALED_HEADINGS}.items():
        if of_kind == kind.name:
            entries.append((text, Meaning(target, NAME, factor)))
    return entries + _vague_entries(kind, targets)


def _names(kind: Kind, target: str) -> list[str]:
    if target.startswith(ATTRIBUTE):
        return synonyms.CUSTOMER_ATTRIBUTES[target.removeprefix(ATTRIBUTE)].split()
    if target == CHECKED_ON and not any(each.name == target for each in kind.fields):
        return public_words.CHECKED_ON.split()
    if target == CURRENCY.name:
        return [*synonyms.CURRENCY_HEADINGS.split(), *synonyms.FIELDS[kind.name].get(target, "").split()]
    if target == "external_id":
        return _id_names(kind)
    shared = {**synonyms.ROLES, **(synonyms.SETTLEMENT if kind.name == "invoice" else {})}
    own = synonyms.FIELDS[kind.name][target] if target in synonyms.FIELDS[kind.name] else shared[target]
    return [*own.split(), *public_words.HEADINGS.get(kind.name, {}).get(target, "").split()]


def _id_names(kind: Kind) -> list[str]:
    compact = kind.name.replace("_", "")
    own = [f"{kind.label.zh}{word}" for word in ("编号", "代码", "单号", "号", "id")]
    own += [f"{compact}{word}" for word in ("id", "no", "number", "code", "key")]
    if kind.name == "customer":
        own += synonyms.ROLES["customer"].split()
    if kind.name == "payment":
        own += [f"{word}{end}" for word in ("收款", "付款") for end in ("编号", "代码", "单号", "号", "id")]
        own += ["流水号", "receiptno", "receiptid", "transactionid"]
    return [*synonyms.ROLES["external_id"].split(), *own]


def _vague_entries(kind: Kind, targets: Sequence[str]) -> list[tuple[str, Meaning]]:
    entries: list[tuple[str, Meaning]] = []
    if "customer" in targets:
        for text in synonyms.CUSTOMER_OR_NAME.split():
            entries += [(text, Meaning("customer", VAGUE)), (text, Meaning(f"{ATTRIBUTE}name", VAGUE))]
    if kind.name == "customer":
        entries += [(text, Meaning("external_id", VAGUE)) for text in synonyms.CUSTOMER_OR_NAME.split()]
        entries += [(text, Meaning("name", VAGUE)) for text in synonyms.CUSTOMER_OR_NAME.split()]
    entries += [(text, Meaning("external_id", VAGUE)) for text in ("id", "no", "number", "code", "号", "代码")]
    if "amount_minor" in targets:
        entries += [(text, Meaning("amount_minor", VAGUE)) for text in synonyms.GENERIC_AMOUNT.split()]
    for target, names in public_words.LESSER.get(kind.name, {}).items():
        entries += [(text, Meaning(target, VAGUE)) for text in names.split()]
    if kind.event_on is not None:
        entries += [(text, Meaning(kind.event_on, VAGUE)) for text in synonyms.GENERIC_DAY.split()]
    typed = next((each.name for each in kind.fields if each.choices and each.required), None)
    if typed:
        entries += [(text, Meaning(typed, VAGUE)) for text in synonyms.GENERIC_TYPE.split()]
    return entries


@cache
def known_headings() -> frozenset[str]:
    """Give every plain heading that means something in some kind's file."""
    return frozenset(text for name in KINDS for text in vocabulary(name))


def is_known(text: str) -> bool:
    """Tell whether a cell may be a heading that is understood."""
    if not text.strip() or len(text) > 80:
        return False
    heading = heading_of(text)
    return bool({heading.whole, heading.bare} & known_headings())


@cache
def kind_names() -> Mapping[str, str]:
    """Give the names people call kinds by: singular, plural, and the labels."""
    names = {"付款": "payment", "收款": "payment"}
    for kind in KINDS.values():
        for word in (kind.name, kind.label.zh, kind.label.en, plural_of(kind.name)):
            names[plain(word)] = kind.name
    return names


def plural_of(name: str) -> str:
    """Give the plural of a kind's name as the command line writes it."""
    irregular = {"person": "people", "news_item": "news_items"}
    if name in irregular:
        return irregular[name]
    return f"{name[:-1]}ies" if name.endswith("y") else f"{name}s"


def kind_called(name: str) -> str:
    """Give the kind by a name people use.

    Raises: KindUnknown.
    """
    known = kind_names().get(plain(name))
    if known is None:
        raise KindUnknown(kind=name, choices=", ".join(plural_of(each) for each in KINDS))
    return known


def recognise(headings: Sequence[str], *, stated: Stated, file_name: str = "") -> Recognition:
    """Find the kind and the columns.

    Raises: KindUnknown, KindAmbiguous, KindNotRecognised, ColumnsMissing, HeadingsCompete, HeadingRepeated,
        HeadingUnknown, FieldUnknown.
    """
    _check_stated_headings(headings, stated)
    if stated.kind != "auto":
        match = _match(headings, KINDS[kind_called(stated.kind)], stated, file_name)
        if match.missing:
            raise ColumnsMissing(
                **said(kind=match.kind.label, columns=[label_of(match.kind, target) for target in match.missing]),
                headings=", ".join(headings),
            ).asking(match.kind.name, match.missing)
    else:
        match = _likeliest(
            [_match(headings, kind, stated, file_name) for kind in _candidates(stated)], headings, file_name
        )
    for target, rivals in match.competing.items():
        label = label_of(match.kind, target)
        named = Words(f"{label.zh} ({target})", f"{label.en} ({target})")
        raise HeadingsCompete(**said(field=named), candidates=", ".join(rivals)).asking(target, rivals)
    _check_repeated(headings, match.columns, stated)
    return _recognition(match, headings, stated)


def _recognition(match: _Match, headings: Sequence[str], stated: Stated) -> Recognition:
    used = {column.heading for column in match.columns}
    ignored = tuple(heading for heading in headings if heading not in used)
    constants = {**match.implied, **stated.constants}
    return Recognition(match.kind.name, match.columns, ignored, constants, stated.date_formats)


def as_far_as_known(headings: Sequence[str], *, stated: Stated) -> Recognition:
    """Give the columns of a file of a stated kind, although some may be missing or claimed by several.

    Raises: KindUnknown, HeadingUnknown, FieldUnknown.
    """
    _check_stated_headings(headings, stated)
    return _recognition(_match(headings, KINDS[kind_called(stated.kind)], stated), headings, stated)


def _repeated(headings: Sequence[str], stated: Stated) -> dict[str, list[str]]:
    """Give the headings that say again, but for spelling, what an earlier one says, under that one's name.

    A heading that a map file names is taken as it is there.
    """
    first: dict[str, str] = {}
    again: dict[str, list[str]] = {}
    for heading in headings:
        base = _COUNTED.sub("", heading)
        same = plain(base if base != heading and base in headings else heading)
        if heading in stated.columns or not same:
            continue
        if same in first:
            again.setdefault(first[same], []).append(heading)
        else:
            first[same] = heading
    return again


def _check_repeated(headings: Sequence[str], columns: Sequence[Column], stated: Stated) -> None:
    targets = {column.heading: column.target for column in columns}
    for heading, later in _repeated(headings, stated).items():
        if heading in targets:
            places = ", ".join(column_letters(headings.index(each)) for each in (heading, *later))
            refusal = HeadingRepeated(heading=heading, columns=places, later=", ".join(later))
            raise refusal.asking(targets[heading], (heading, *later))


def column_letters(position: int) -> str:
    """Give the letters that spreadsheets call a column by: 0 is A, 26 is AA."""
    before, last = divmod(position, 26)
    return (column_letters(before - 1) if before else "") + chr(ord("A") + last)


def _check_stated_headings(headings: Sequence[str], stated: Stated) -> None:
    for heading in (*stated.columns, *stated.date_formats):
        if heading not in headings:
            raise HeadingUnknown(heading=heading, headings=", ".join(headings))


def _candidates(stated: Stated) -> list[Kind]:
    """Give the kinds that know every target the map file names."""
    wanted = [target for target in stated.columns.values() if target]
    fitting = [kind for kind in KINDS.values() if all(_target_called(kind, target) for target in wanted)]
    for target in [] if fitting else wanted:
        resolved(KINDS["invoice"], target)
    return fitting or list(KINDS.values())


def _target_called(kind: Kind, name: str) -> str | None:
    """Give the target a map file means: `amount` stands for `amount_minor`."""
    targets = targets_of(kind)
    return next((each for each in (name, f"{name}_minor") if each in targets), None)


def resolved(kind: Kind, name: str) -> str:
    """Give the target a map file means.

    Raises: FieldUnknown.
    """
    target = _target_called(kind, name)
    if target is None:
        choices = ", ".join(each.removesuffix("_minor") for each in targets_of(kind))
        raise FieldUnknown(**said(kind=kind.label), field=name, choices=choices)
    return target


def _likeliest(matches: Sequence[_Match], headings: Sequence[str], file_name: str) -> _Match:
    fitting = [match for match in matches if not match.missing and match.columns]
    if not fitting:
        refusal = KindNotRecognised(**said(nearest=_nearest(matches)), headings=", ".join(headings[:30]))
        raise refusal.asking("", [match.kind.name for match in _by_nearness(matches)])
    best = max(match.weight for match in fitting)
    rivals = [match for match in fitting if match.weight == best]
    if len(rivals) > 1:
        hinted = [match for match in rivals if _is_named(file_name, match.kind)]
        rivals = hinted or rivals
    if len(rivals) > 1:
        names = [match.kind.name for match in rivals]
        raise KindAmbiguous(candidates=", ".join(map(plural_of, names))).asking("", names)
    return rivals[0]


def _by_nearness(matches: Sequence[_Match]) -> list[_Match]:
    return sorted(matches, key=lambda match: (len(match.missing) - match.weight, match.kind.name))


def _nearest(matches: Sequence[_Match]) -> Words:
    near = _by_nearness(matches)[:2]
    told = [
        (match.kind, said(columns=[label_of(match.kind, target) for target in match.missing]))
        for match in near
        if match.columns
    ]
    return Words(
        "；".join(f"{kind.label.zh}（{plural_of(kind.name)}，缺 {lacks['columns_zh']}）" for kind, lacks in told)
        or "—",
        "; ".join(f"{plural_of(kind.name)} (lacks {lacks['columns']})" for kind, lacks in told) or "—",
    )


def _is_named(file_name: str, kind: Kind) -> bool:
    text = plain(file_name)
    return any(plain(word) in text for word in (kind.name, plural_of(kind.name), kind.label.zh))


def _match(headings: Sequence[str], kind: Kind, stated: Stated, file_name: str = "") -> _Match:
    taken: dict[str, Column] = {}
    for heading, target in stated.columns.items():
        if target:
            name = resolved(kind, target)
            taken[name] = _column(heading, heading_of(heading), Meaning(name, STATED, _factor(kind, heading, name)))
    repeated = {heading for later in _repeated(headings, stated).values() for heading in later}
    open_headings = [heading for heading in headings if heading not in stated.columns and heading not in repeated]
    competing = _assign(open_headings, kind, taken)
    told = {name: code for name, code in implied(kind.name, headings, file_name=file_name).items() if name not in taken}
    covered = set(taken) | set(stated.constants) | set(told)
    missing = tuple(target for target in _required(kind, covered) if target not in covered)
    return _Match(kind, tuple(taken.values()), competing, missing, told)


def _factor(kind: Kind, text: str, target: str) -> int:
    """Give what a heading's numbers are to be multiplied by when it means this target."""
    heading, words = heading_of(text), vocabulary(kind.name)
    meanings = words.get(heading.whole) or words.get(heading.bare, ())
    return next((each.factor for each in meanings if each.target == target), 1)


def _column(text: str, heading: Heading, meaning: Meaning) -> Column:
    factor = meaning.factor if meaning.factor != 1 else heading.factor
    return Column(text, meaning.target, meaning.rank, factor, heading.currency)


def _assign(headings: Sequence[str], kind: Kind, taken: dict[str, Column]) -> dict[str, tuple[str, ...]]:
    """Give each heading the surest target that is still free; return the targets that several claim equally."""
    words = vocabulary(kind.name)
    read = {text: heading_of(text) for text in headings}
    claims = {text: words.get(heading.whole) or words.get(heading.bare, ()) for text, heading in read.items()}
    assigned: set[str] = set()
    competing: dict[str, list[str]] = {}
    for rank in (LABEL, NAME, VAGUE):
        for text in headings:
            if text in assigned:
                continue
            meaning = next((each for each in claims[text] if each.rank == rank and each.target not in taken), None)
            if meaning is not None:
                taken[meaning.target] = _column(text, read[text], meaning)
                assigned.add(text)
    for text in headings:
        rivals = [each for each in claims[text] if text not in assigned and taken[each.target].rank == each.rank]
        if rivals and rivals[0].rank != VAGUE and rivals[0].target not in DESCRIBING:
            competing.setdefault(rivals[0].target, [taken[rivals[0].target].heading]).append(text)
    return {target: tuple(rivals) for target, rivals in competing.items()}


def _required(kind: Kind, covered: set[str]) -> tuple[str, ...]:
    required = [each.name for each in kind.fields if each.required]
    if kind.of_customer and kind.name != "customer" and not covered & NAMING:
        required.insert(0, "customer")
    return tuple(required)
