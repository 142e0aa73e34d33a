"""Reading assessments, under /api/v1."""

from ninja import Query

from kedun.accounts.api import Request, Router, language, log_access, masks, page, position, scope
from kedun.assessments.models import Assessment
from kedun.assessments.queries import live_policy, reporting_currency
from kedun.facts.queries import last_batch
from kedun.kernel.days import to_date
from kedun.portfolio.extracts.queries import newest
from kedun.portfolio.extracts.schemas import AssessmentLine, AssessmentPage, AssessmentQuery
from kedun.portfolio.lists.schemas import ScoreShown
from kedun.portfolio.lists.shown import View, points, units
from kedun.portfolio.queries import today_here

router = Router("assessments")


@router.get("/assessments", response=AssessmentPage)
def assessments(request: Request, query: Query[AssessmentQuery]) -> AssessmentPage:
    """List the newest assessment of every customer with all its readings, for programs that keep a copy."""
    on, known_at = today_here(), last_batch()
    view = View(reporting_currency(), masks(request), language(request), units(live_policy(on).policy))
    purpose = f"assessments {query.since}"
    after = position(query, purpose)
    start = int(str(after[0])) if after else 0
    found = newest(scope=scope(request), on=on, since=query.since, after=start, limit=query.limit + 1)
    made = page(found, query, purpose=purpose, key=lambda each: (each.pk,), shown=lambda each: _line(each, view))
    log_access(request, "assessments", "", len(made.items))
    amounts = [key for key, unit in view.units.items() if unit == "minor" and "amounts" in view.masks]
    return AssessmentPage(**dict(made), currency=view.currency, masked=amounts, known_at=known_at)


def _line(each: Assessment, view: View) -> AssessmentLine:
    return AssessmentLine(
        customer=each.customer.code,
        as_of=to_date(each.as_of),
        known_at=each.known_batch,
        assessed_at=each.assessed_at,
        policy=each.policy_hash,
        score=ScoreShown(
            value=points(each.score), low=points(each.low), high=points(each.high), coverage=each.coverage
        ),
        raw_grade=each.raw_grade,
        grade=each.standing_grade,
        grade_since=to_date(each.standing_since),
        value=points(each.value_points),
        value_tier=each.value_tier,
        quadrant=each.quadrant,
        readings={key: view.reading(key, value) for key, value in each.readings.items()},
        missing=each.missing,
        points=each.points,
        verdicts={rule: found["verdict"] for rule, found in each.verdicts.items()},
    )
