"""Why a request with typed rows is refused as a whole."""

from collections.abc import Sequence

from kedun.accounts.refusals import FieldError
from kedun.kernel.refusals import Conflict, Forbidden, Invalid, NotFound


class KindNotYours(Forbidden):
    """Your role does not write {kind}."""

    zh = "您的角色不能写入 {kind}。"


class SourceReserved(Forbidden):
    """Facts of the source {source} are written by kedun itself."""

    zh = "来源 {source} 的数据由系统自身写入。"


class CompleteNotPossible(Invalid):
    """Rows missing from a delivery of {kind} cannot be retracted; retract them one by one."""

    zh = "不能撤回交付中缺少的 {kind}，请逐条撤回。"


class CompleteNeedsRows(Invalid):
    """A complete delivery without rows would retract everything; send its rows."""

    zh = "声明为完整但没有任何行的交付会撤回全部数据，请附上各行。"


class FactMissing(NotFound):
    """There is no {kind} {external_id} of the source {source}, or you may not see it."""

    zh = "没有来源 {source} 的 {kind} {external_id}，或您无权查看。"


class CustomerHasFacts(Conflict):
    """Customer {external_id} has invoices or other records; retract them first."""

    zh = "客户 {external_id} 仍有发票或其他记录，请先撤回它们。"


class FactNotTaken(Invalid):
    """The fact was not taken; see its fields."""

    zh = "该记录未被接受，请查看各字段。"

    def __init__(self, fields: Sequence[FieldError]) -> None:
        super().__init__()
        self.fields = tuple(fields)
