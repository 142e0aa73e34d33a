"""What a file leaves open, as questions with choices; each is answered provisionally, so that a preview can go on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kedun.facts.kinds import KINDS
from kedun.intake.dates import day_in
from kedun.intake.planned import Plan
from kedun.intake.recognition import Recognition, Stated, as_far_as_known, label_of, recognise
from kedun.intake.refusals import (
    ColumnsMissing,
    DatesAmbiguous,
    DatesMixed,
    FileAsks,
    HeadingRepeated,
    HeadingsCompete,
    KindAmbiguous,
    KindNotRecognised,
    PaidWithoutDay,
)
from kedun.intake.sheet import Sheet
from kedun.kernel.days import to_date
from kedun.kernel.words import Language, Words

MOST_QUESTIONS = 60
IGNORE = "ignore"
AS_OF_DAY = "as_of_day"

TEXTS: Mapping[str, Words] = {
    "kind_not_recognised": Words(
        "从表头看不出文件内容的种类，请选择", "The headings do not tell what the file holds; choose its kind"
    ),
    "kind_ambiguous": Words("表头同时符合多个种类，请选择", "The headings fit several kinds; choose one"),
    "columns_missing": Words("缺少“{about}”，请指明是哪一列", "“{about}” is missing; choose the column that holds it"),
    "headings_compete": Words("有多列都可能是“{about}”，请选择一列", "Several columns could be “{about}”; choose one"),
    "heading_repeated": Words(
        "表头“{heading}”重复出现，请选择哪一列是“{about}”",
        "The heading “{heading}” stands more than once; choose the column that is “{about}”",
    ),
    "dates_ambiguous": Words(
        "“{about}”列的日期可以有几种读法，请选择", "The dates in “{about}” can be read in several ways; choose one"
    ),
    "dates_mixed": Words(
        "“{about}”列混用了多种日期格式，请选择一种，其余的行将被拒收",
        "The dates in “{about}” are written in several formats; choose one, and rows in others are rejected",
    ),
    "paid_without_day": Words(
        "“{about}”列写明已付多少，但没有回款日期：请指明文件的截止日，或不使用该列",
        "“{about}” says how much was paid but not when: state the day of the file, or leave the column out",
    ),
}
CHOICES: Mapping[str, Words] = {
    AS_OF_DAY: Words("指明文件的截止日", "State the day of the file"),
    IGNORE: Words("不使用该列", "Leave the column out"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: the value to send back, how it is called, and what an example would then mean."""

    value: str
    label: Words
    example: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Something the file leaves open. `about`: the target or heading in question, as a program names it."""

    code: str
    about: str
    shown: Words
    choices: tuple[Choice, ...]
    heading: str = ""

    def say(self, language: Language) -> str:
        """Give the question as a person reads it."""
        return TEXTS[self.code].say(language, about=self.shown.say(language), heading=self.heading)


@dataclass(frozen=True, slots=True)
class Understanding:
    """How a file is understood, with what was assumed where questions are open; without a plan where none is possible."""

    stated: Stated
    recognition: Recognition | None
    plan: Plan | None
    questions: tuple[Question, ...]
    missing: tuple[str, ...] = ()


def understand(
    sheet: Sheet, stated: Stated, *, file_name: str, plan: Callable[[Sheet, Recognition], Plan]
) -> Understanding:
    """Read what a file holds as far as it can be told, and gather everything that a person has to choose.

    Raises: what a person stated wrongly, and whatever refuses the whole file.
    """
    questions: list[Question] = []
    recognition: Recognition | None = None
    while len(questions) < MOST_QUESTIONS:
        try:
            recognition = recognise(sheet.headings, stated=stated, file_name=f"{file_name} {sheet.name}")
            return Understanding(stated, recognition, plan(sheet, recognition), tuple(questions))
        except ColumnsMissing as asked:
            recognition = as_far_as_known(sheet.headings, stated=replace(stated, kind=asked.about))
            questions += [_missing(asked.about, target, recognition) for target in asked.options]
            return Understanding(stated, recognition, None, tuple(questions), asked.options)
        except KindNotRecognised as asked:
            questions.append(_question(asked, sheet, recognition, stated))
            break
        except FileAsks as asked:
            if not isinstance(asked, (DatesAmbiguous, DatesMixed, PaidWithoutDay)):
                recognition = None
            questions.append(_question(asked, sheet, recognition, stated))
            stated = _assumed(stated, asked)
    return Understanding(stated, recognition, None, tuple(questions))


def _assumed(stated: Stated, asked: FileAsks) -> Stated:
    """Answer a question by its first choice."""
    match asked:
        case KindAmbiguous():
            return replace(stated, kind=asked.options[0])
        case DatesAmbiguous() | DatesMixed():
            return replace(stated, date_formats={**stated.date_formats, asked.about: asked.options[0]})
        case PaidWithoutDay():
            return replace(stated, columns={**stated.columns, asked.about: ""})
        case _:
            first, *others = asked.options
            return replace(stated, columns={**stated.columns, **dict.fromkeys(others, ""), first: asked.about})


def _question(asked: FileAsks, sheet: Sheet, recognition: Recognition | None, stated: Stated) -> Question:
    code = asked.code()
    match asked:
        case KindNotRecognised() | KindAmbiguous():
            kinds = tuple(Choice(name, KINDS[name].label) for name in asked.options)
            return Question(code, "kind", Words("", ""), kinds)
        case DatesAmbiguous() | DatesMixed():
            example = str(asked.params.get("example", "")) or _example(sheet, asked.about)
            formats = tuple(Choice(each, Words(each, each), _read_as(example, each)) for each in asked.options)
            return Question(code, asked.about, Words(asked.about, asked.about), formats)
        case PaidWithoutDay():
            ways = tuple(Choice(each, words) for each, words in CHOICES.items())
            return Question(code, asked.about, Words(asked.about, asked.about), ways)
        case HeadingsCompete() | HeadingRepeated():
            columns = tuple(Choice(each, Words(each, each), _example(sheet, each)) for each in asked.options)
            label = _label(asked.about, recognition.kind if recognition else stated.kind)
            return Question(code, asked.about, label, columns, str(asked.params.get("heading", "")))
    raise AssertionError(code)


def _label(target: str, kind: str) -> Words:
    """Give a target's words; where the kind is not settled, those of the first kind that has it."""
    named = [KINDS[kind]] if kind in KINDS else []
    for each in (*named, *KINDS.values()):
        try:
            return label_of(each, target)
        except KeyError:
            continue
    return Words(target, target)


def _missing(kind: str, target: str, recognition: Recognition) -> Question:
    free = tuple(Choice(each, Words(each, each)) for each in recognition.ignored)
    return Question("columns_missing", target, label_of(KINDS[kind], target), free)


def _example(sheet: Sheet, heading: str) -> str:
    return next((text for text in sheet.column(heading)[:200].to_pylist() if text), "")


def _read_as(example: str, pattern: str) -> str:
    """Say which day an example would be."""
    day = day_in(example, pattern)
    return "" if day is None else f"{example} → {to_date(day).isoformat()}"
