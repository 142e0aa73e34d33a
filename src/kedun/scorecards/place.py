"""From cards to a place: score after signals, raw grade, value tier, quadrant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kedun.expressions import Type
from kedun.facts.steps import Layers, in_layers, types_of
from kedun.kernel.refusals import Invalid
from kedun.scorecards.definition import Card, Grading, Matrix, ValueCard
from kedun.scorecards.score import FADING_POINTS, HUNDRED, card_layers

HEALTH, VALUE = "health", "value"


class BandsNotAscending(Invalid):
    """The cut-offs must rise and only the last band is open: {bands}."""

    zh = "分级的界限必须递增，且只有最后一级没有界限：{bands}。"


class MatrixHasGaps(Invalid):
    """The matrix must place every value tier and grade exactly once; look at {cells}."""

    zh = "矩阵必须把每个价值层级与风险等级恰好放置一次，请检查 {cells}。"


@dataclass(frozen=True, slots=True)
class Placing:
    """The card, value card, grading and matrix that together place a customer."""

    card: Card
    value: ValueCard
    grading: Grading
    matrix: Matrix

    def layers(self, known: Mapping[str, Type]) -> Layers:
        """Turn all four into steps.

        Shape: those of both cards, and `signal_points`, `score_hundredths`, `score_low_hundredths`,
        `score_high_hundredths` (0…10000), `score` (0 to 100), `grade`, `value_tier`, `quadrant` (texts).
        Raises: BinsNotAscending, BoundRefused, UnknownIndicator, BandsNotAscending, MatrixHasGaps.
        """
        self._check_matrix()
        cards = card_layers(self.card, known, prefix=HEALTH) + card_layers(self.value.card, known, prefix=VALUE)
        scope = {**known, **types_of(cards)}
        score = in_layers(self._score(scope), scope, mode="row", shipped=True)
        scope |= types_of(score)
        points = in_layers(
            {"score": f"ratio(score_hundredths, {HUNDRED})", "coverage": f"{HEALTH}_coverage"}, scope, mode="reading"
        )
        scope |= types_of(points)
        return cards + score + points + in_layers(self._place(), scope, mode="row", shipped=True)

    def _score(self, scope: Mapping[str, Type]) -> dict[str, str]:
        fading = (
            f"CASE WHEN {FADING_POINTS} IS NULL THEN 0 ELSE clamp(quotient({FADING_POINTS}, 1000), 0, {self.card.signal_cap}) END"
            if FADING_POINTS in scope
            else "0"
        )
        names = {"score_hundredths": "score", "score_low_hundredths": "low", "score_high_hundredths": "high"}
        scores = {name: f"greatest({HEALTH}_{part} - {HUNDRED} * signal_points, 0)" for name, part in names.items()}
        return {"signal_points": fading, **scores}

    def _place(self) -> dict[str, str]:
        grade = _cut("score_hundredths", _rising([(band.below, band.grade) for band in self.grading.bands]), "unrated")
        tier = _cut(f"{VALUE}_score", _rising([(tier.below, tier.tier) for tier in self.value.tiers]), "unknown")
        cells = " ".join(
            f"WHEN value_tier = '{tier}' AND grade = '{grade}' THEN '{name}'"
            for name, quadrant in self.matrix.quadrants.items()
            for tier, grade in quadrant.cells
        )
        return {"grade": grade, "value_tier": tier, "quadrant": f"CASE {cells} ELSE 'unplaced' END"}

    def _check_matrix(self) -> None:
        wanted = {(tier.tier, band.grade) for tier in self.value.tiers for band in self.grading.bands}
        cells = [cell for quadrant in self.matrix.quadrants.values() for cell in quadrant.cells]
        wrong = (wanted ^ set(cells)) | {cell for cell in cells if cells.count(cell) > 1}
        if wrong:
            raise MatrixHasGaps(cells=", ".join(f"{tier}/{grade}" for tier, grade in sorted(wrong)))


Bands = Sequence[tuple[int | None, str]]


def _rising(bands: Bands) -> Bands:
    bounds = [below for below, _ in bands]
    given = [below for below in bounds if below is not None]
    if bounds[-1] is not None or len(given) != len(bounds) - 1 or given != sorted(set(given)):
        raise BandsNotAscending(bands=", ".join(str(below) for below in bounds))
    return bands


def _cut(name: str, bands: Bands, otherwise: str) -> str:
    """Cut a score in hundredths into bands: below the bound belongs to the band."""
    cases = " ".join(f"WHEN {name} < {below * HUNDRED} THEN '{band}'" for below, band in bands if below is not None)
    last = bands[-1][1]
    return f"CASE {cases} WHEN {name} IS NOT NULL THEN '{last}' ELSE '{otherwise}' END"
