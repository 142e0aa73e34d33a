"""All operations of this stage."""

from kedun.accounts.api import Router
from kedun.portfolio.change.api import router as change
from kedun.portfolio.drill.api import router as drill
from kedun.portfolio.extracts.api import router as extracts
from kedun.portfolio.figures.api import router as figures
from kedun.portfolio.inbox.api import router as inbox
from kedun.portfolio.lists.api import router as lists
from kedun.portfolio.making.api import router as making
from kedun.portfolio.merging.api import router as merging
from kedun.portfolio.movement.api import router as movement
from kedun.portfolio.movements.api import router as movements
from kedun.portfolio.overview.api import router as overview
from kedun.portfolio.page.api import router as page
from kedun.portfolio.shapes.api import router as shapes
from kedun.portfolio.strategy.api import router as strategy
from kedun.portfolio.ties.api import router as ties
from kedun.portfolio.timeline.api import router as timeline
from kedun.portfolio.trial.api import router as trial
from kedun.portfolio.views.api import router as views
from kedun.portfolio.wayback.api import router as wayback
from kedun.portfolio.workbench.api import router as workbench

router = Router("portfolio")
for each in (
    *(inbox, lists, merging, page, change, wayback, movements, movement, drill, ties, timeline),
    *(views, overview, figures, workbench, extracts, trial, making, shapes, strategy),
):
    router.add(each)
