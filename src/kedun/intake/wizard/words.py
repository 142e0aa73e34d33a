"""What the steps of an import are called on a screen, and what is said otherwise there than on the command line."""

from collections.abc import Mapping

from kedun.facts.kinds import KINDS
from kedun.intake import refusals
from kedun.intake.outcome import problems_of
from kedun.intake.planned import NOTES, Note
from kedun.intake.rejects import Problem, reason
from kedun.kernel.hashing import Json
from kedun.kernel.refusals import Refusal
from kedun.kernel.words import Language, Param, Words

STATES: Mapping[str, Words] = {
    "waiting": Words("等待中", "waiting"),
    "running": Words("导入中", "running"),
    "done": Words("已完成", "done"),
    "refused": Words("已拒绝", "refused"),
    "failed": Words("失败", "failed"),
    "undoing": Words("撤销中", "being undone"),
    "undone": Words("已撤销", "undone"),
}
FAILED = Words(
    "程序在处理这个文件时出错，已停止。错误编号 {number}，服务器日志中以此编号记录了原因。已写入的部分保留；可以重试，不会重复写入。",
    "The program failed while it worked on this file, and has stopped. The error has the number {number}, under which the"
    " server's log tells the cause. What was written is kept; try again, and nothing is written twice.",
)
STEPS: Mapping[str, Words] = {
    "read": Words("读取文件", "Reading the file"),
    "check": Words("检查各行", "Checking the rows"),
    "facts": Words("写入数据", "Storing the rows"),
    "undo": Words("撤销", "Undoing"),
}
_NOTES: Mapping[str, Words] = {
    "sheets_unread": Words("还有工作表没有读取：{sheets}", "Sheets not read: {sheets}"),
    "payments_not_supplied": Words(
        "注意：文件没有写明回款情况，此前也没有导入过回款；在导入回款之前，每张发票都按未付计算。下一步：导入回款文件",
        "Attention: the file tells nothing of payments, and none were ever imported; until payments are imported every"
        " invoice counts as open. Next: import a file of payments",
    ),
    **{
        f"withdrawn_{kind.name}": Words(
            f"{kind.label.zh}：{{rows}} 条记录已撤回，因为来源“{{source}}”的文件中不再有；不同的文件请用不同的来源名称分开",
            f"{kind.label.en}: {{rows}} records withdrawn, because the file of the source {{source}} no longer has them;"
            " keep different files apart by different names of source",
        )
        for kind in KINDS.values()
    },
}
_REASONS: Mapping[str, Words] = {
    "paid_without_day": Words(
        "写明已付金额，但没有回款日期（可指明文件的截止日）",
        "an amount was paid, but no day is given (the file's day can be stated)",
    ),
}
_REFUSALS: Mapping[str, Words] = {
    "kind_not_recognised": Words(
        "从表头看不出文件内容的种类。最接近：{nearest}",
        "The headings do not tell what the file holds. Nearest: {nearest}",
    ),
    "kind_ambiguous": Words("表头同时符合多个种类：{candidates}", "The headings fit several kinds: {candidates}"),
    "headings_compete": Words(
        "有多列都可能是“{field}”：{candidates}", "Several columns could be “{field}”: {candidates}"
    ),
    "heading_repeated": Words(
        "表头“{heading}”重复出现在第 {columns} 列", "The heading “{heading}” stands more than once, over {columns}"
    ),
    "dates_ambiguous": Words(
        "“{column}”列的日期（如 {example}）符合多种格式：{candidates}",
        "The dates in column “{column}” (such as {example}) fit several formats: {candidates}",
    ),
    "dates_mixed": Words(
        "“{column}”列混用了多种日期格式：{candidates}",
        "The dates in column “{column}” are written in several formats: {candidates}",
    ),
    "paid_without_day": Words(
        "“{column}”列写明已付多少，但没有哪一列写明何时回款",
        "Column “{column}” says how much was paid, but no column says when",
    ),
}


def said_note(note: Note, language: Language) -> str:
    """Say a note for a screen."""
    return _NOTES.get(note.code, NOTES[note.code]).say(language, **note.params)


def said_problem(problem: Problem, language: Language) -> str:
    """Say what is wrong with a cell, for a screen."""
    words = _REASONS.get(problem.code)
    return words.say(language, **problem.params) if words else reason(problem, language)


def said_refusal(stored: Mapping[str, Json], language: Language) -> tuple[str, str]:
    """Give the code and the text of a stored refusal, for a screen."""
    code = str(stored.get("code", ""))
    params = problems_of([{"column": "", "value": "", "code": code, "params": stored.get("params") or {}}])[0].params
    words = _REFUSALS.get(code)
    if words is not None:
        return code, words.say(language, **_in(language, params))
    kind = _known().get(code)
    return code, kind(**params).say(language) if kind else code


def _in(language: Language, params: Mapping[str, Param]) -> dict[str, Param]:
    """Take of parameters that are words those of the language."""
    if language == "en":
        return dict(params)
    return {name: params.get(f"{name}_zh", value) for name, value in params.items()}


def _known() -> dict[str, type[Refusal]]:
    found = (each for each in vars(refusals).values() if isinstance(each, type) and issubclass(each, Refusal))
    return {each.code(): each for each in found}
