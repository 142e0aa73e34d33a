"""A group and a contagion as whoever asks may see them: names of customers in scope, the others as sums."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kedun.alerts.readable import choice_word
from kedun.facts.groups.membership import Node
from kedun.facts.groups.queries import Bond
from kedun.facts.masking import shown_name
from kedun.kernel.money import Minor
from kedun.kernel.words import Words
from kedun.portfolio.lists.shown import View
from kedun.portfolio.said import Said
from kedun.portfolio.ties.contagion import Contagion, Hit, Tie, TieKind
from kedun.portfolio.ties.queries import Standing

MOST_SHOWN: Final = 100
"""So many members, or parties that are hit, are shown one by one; those with most at stake."""
MOST_TIES: Final = 10

TIE_WORDS: Final[Mapping[TieKind, Words]] = {
    "group": Words("同一集团", "same group"),
    "guarantee": Words("为其担保", "stands in as guarantor"),
    "sales": Words("依赖其采购", "sells to it"),
    "purchases": Words("依赖其供货", "buys from it"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the parties: code and name of customers in scope, standings, names of parties that are none."""

    seen: Mapping[int, tuple[str, str]]
    standings: Mapping[int, Standing]
    parties: Mapping[Node, str]
    shows_others: bool

    def owed(self) -> dict[Node, Minor]:
        """Give what each customer owes; nothing where it is not known."""
        return {customer: each.receivable_minor or 0 for customer, each in self.standings.items()}

    def code(self, node: Node) -> str | None:
        """Give the code of a customer in scope."""
        return self.seen[node][0] if isinstance(node, int) and node in self.seen else None

    def name(self, node: Node, view: View) -> str | None:
        """Give the name of a party, or what stands for it; None for a customer out of scope and a hidden name."""
        if isinstance(node, int):
            told = self.seen.get(node)
            return shown_name(told[1], code=told[0], masks=view.masks, language=view.language) if told else None
        return None if "names" in view.masks else self.parties.get(node)


def _total(view: View, amounts: Iterable[Minor | None]) -> Any:
    return view.money(sum(amount or 0 for amount in amounts))


@dataclass(frozen=True, slots=True)
class GroupSheet:
    """A group, to be written."""

    customer: int
    members: Collection[int]
    relations: Sequence[Bond]
    known: Known
    view: View
    said: Said

    def document(self) -> dict[str, Any]:
        """Write members, relations and sums."""
        standings = [self.known.standings[each] for each in self.members if each in self.known.standings]
        shown = sorted((each for each in self.members if each in self.known.seen), key=self._order)[:MOST_SHOWN]
        rest = [each for each in self.members if each not in shown]
        amounts = ["receivable", "overdue", "amount"] if "amounts" in self.view.masks else []
        names = ["group", "name", "party"] if "names" in self.view.masks else []
        return {
            "count": len(self.members),
            "receivable": _total(self.view, (each.receivable_minor for each in standings)) if self._may_add else None,
            "overdue": _total(self.view, (each.overdue_minor for each in standings)) if self._may_add else None,
            "members": [self._member(each) for each in shown],
            "others": self._others(rest) if rest and self.known.shows_others else None,
            "relations": [told for each in self.relations if (told := self._relation(each))],
            "masked": [*names, *amounts],
        }

    @property
    def _may_add(self) -> bool:
        return self.known.shows_others or all(each in self.known.seen for each in self.members)

    def _order(self, customer: int) -> tuple[bool, int, str]:
        standing = self.known.standings.get(customer)
        return (
            customer != self.customer,
            -((standing and standing.receivable_minor) or 0),
            self.known.seen[customer][0],
        )

    def _member(self, customer: int) -> dict[str, Any]:
        standing = self.known.standings.get(customer)
        return {
            "code": self.known.seen[customer][0],
            "name": self.known.name(customer, self.view),
            "is_self": customer == self.customer,
            "grade": {"code": standing.grade, "words": self.said.grades.get(standing.grade, standing.grade)}
            if standing
            else None,
            "receivable": self.view.money(standing.receivable_minor) if standing else None,
            "overdue": self.view.money(standing.overdue_minor) if standing else None,
            "overdue_days_max": standing.overdue_days_max if standing else None,
        }

    def _others(self, rest: Collection[int]) -> dict[str, Any]:
        standings = [self.known.standings[each] for each in rest if each in self.known.standings]
        return {
            "count": len(rest),
            "receivable": _total(self.view, (each.receivable_minor for each in standings)),
            "overdue": _total(self.view, (each.overdue_minor for each in standings)),
        }

    def _relation(self, bond: Bond) -> dict[str, Any] | None:
        """Write a relation of a customer in scope."""
        code = self.known.code(bond.customer)
        if code is None:
            return None
        return {
            "code": code,
            "party_code": self.known.code(bond.party),
            "party": self.known.name(bond.party, self.view),
            "type": {"code": bond.relation_type, "words": choice_word(bond.relation_type, self.view.language)},
            "share": None if bond.share_permille is None else bond.share_permille / 1000,
            "amount": self.view.money(bond.amount_minor),
        }


@dataclass(frozen=True, slots=True)
class HitSheet:
    """A contagion, to be written."""

    customer: int
    found: Contagion
    known: Known
    view: View

    def document(self) -> dict[str, Any]:
        """Write who is hit, and the sums."""
        own = self.known.owed().get(self.customer)
        shown = [hit for hit in self.found.hits if self._is_seen(hit)][:MOST_SHOWN]
        rest = [hit for hit in self.found.hits if hit not in shown]
        adds = self.known.shows_others or not rest
        first, second = self.found.first_minor, self.found.second_minor
        amounts = ["own", "first", "second", "total", "receivable", "amount"] if "amounts" in self.view.masks else []
        return {
            "own": self.view.money(own),
            "first": self.view.money(first) if adds else None,
            "second": self.view.money(second) if adds else None,
            "total": self.view.money((own or 0) + first + second) if adds else None,
            "hits": [self._hit(hit) for hit in shown],
            "others": self._others(rest) if rest and self.known.shows_others else None,
            "unknown_ties": self.found.unknown,
            "masked": [*(["name"] if "names" in self.view.masks else []), *amounts],
        }

    def _is_seen(self, hit: Hit) -> bool:
        return not isinstance(hit.node, int) or hit.node in self.known.seen

    def _others(self, rest: Sequence[Hit]) -> dict[str, Any]:
        return {
            "count": len(rest),
            "first": _total(self.view, (hit.first_minor for hit in rest)),
            "second": _total(self.view, (hit.second_minor for hit in rest)),
        }

    def _hit(self, hit: Hit) -> dict[str, Any]:
        standing = self.known.standings.get(hit.node) if isinstance(hit.node, int) else None
        return {
            "code": self.known.code(hit.node),
            "name": self.known.name(hit.node, self.view),
            "round": hit.round,
            "distress": hit.distress_permille / 1000,
            "receivable": self.view.money(standing.receivable_minor) if standing else None,
            "first": self.view.money(hit.first_minor),
            "second": self.view.money(hit.second_minor),
            "ties": [self._tie(tie) for tie in hit.ties[:MOST_TIES]],
        }

    def _tie(self, tie: Tie) -> dict[str, Any]:
        return {
            "kind": tie.kind,
            "words": TIE_WORDS[tie.kind].say(self.view.language),
            "code": self.known.code(tie.source),
            "name": self.known.name(tie.source, self.view),
            "amount": self.view.money(tie.amount_minor),
            "share": None if tie.share_permille is None else tie.share_permille / 1000,
        }
