"""The totals of the whole book at a month-end; from PostgreSQL, so that the mirror is made once and has them."""

from collections.abc import Mapping

from kedun.assessments.policy import Policy
from kedun.assessments.store import Question
from kedun.facts.prepared.store import fetch
from kedun.facts.sources import Reach, kind_rows
from kedun.indicators.sql import measured
from kedun.indicators.together import book_totals


def totals(policy: Policy, question: Question) -> Mapping[str, int]:
    """Compute every total of the book as of a day; those of which nothing is known are left out."""
    program = policy.indicators
    direct = {each.measure.key for each in program.book.values() if each.measure}
    wanted = direct.union(*(program.measures[key].rests_on for key in direct))
    chosen = {key: measure for key, measure in program.measures.items() if key in wanted}
    reach = Reach("postgres")
    if not chosen:
        return book_totals(program.book.values(), [{} for _ in fetch(kind_rows("customer", reach), {})])
    named = ", ".join(f"{name} AS ({query})" for name, query in measured(chosen, program.views, reach))
    columns = ", ".join(f'"{key}"' for key in chosen)
    rows = fetch(f"WITH {named} SELECT {columns} FROM measured", question.parameters(policy))
    return book_totals(program.book.values(), [dict(zip(chosen, row, strict=True)) for row in rows])
