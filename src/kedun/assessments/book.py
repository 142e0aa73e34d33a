"""The totals of the whole book at a month-end, from the mirror."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from kedun.assessments.policy import Policy
from kedun.assessments.store import Question
from kedun.facts.sources import Reach
from kedun.indicators.sql import measured
from kedun.indicators.together import book_totals


def totals(policy: Policy, question: Question, mirror: Path) -> Mapping[str, int]:
    """Compute every total of the book as of a day; those of which nothing is known are left out."""
    program = policy.indicators
    direct = {each.measure.key for each in program.book.values() if each.measure}
    wanted = direct.union(*(program.measures[key].rests_on for key in direct))
    chosen = {key: measure for key, measure in program.measures.items() if key in wanted}
    queries = measured(chosen, program.views, Reach("duckdb"))
    columns = ", ".join(f'"{key}"' for key in chosen)
    named = ", ".join(f"{name} AS ({query})" for name, query in queries)
    sql = f"WITH {named} SELECT {columns or 'customer_id'} FROM measured"
    with duckdb.connect(str(mirror), read_only=True) as book:
        (asked,) = book.extract_statements(sql)
        values = {name: value for name, value in question.parameters(policy).items() if name in asked.named_parameters}
        rows = book.execute(asked, values).fetchall()
    return book_totals(program.book.values(), [dict(zip(chosen, row, strict=False)) for row in rows])
