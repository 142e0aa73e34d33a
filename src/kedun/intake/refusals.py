"""Why a whole file is refused; a single row that is wrong is a reject instead."""

from collections.abc import Sequence
from typing import Self

from kedun.kernel.refusals import Conflict, Invalid, NotFound
from kedun.kernel.words import Language, Words


def said(**params: Words | Sequence[Words]) -> dict[str, str]:
    """Give parameters that are words, or lists of words, in both languages."""
    told: dict[str, str] = {}
    for name, given in params.items():
        words = [given] if isinstance(given, Words) else given
        told[name] = ", ".join(each.en for each in words)
        told[f"{name}_zh"] = "、".join(each.zh for each in words)
    return told


class Spoken(Invalid):
    """The file is not valid."""

    # Parameters that are words stand twice, as `said` gives them: `name` in English, `name_zh` in Chinese.
    zh = "文件无效。"

    def say(self, language: Language) -> str:
        """Give the text a person reads, its parameters in the same language where they are words."""
        if language == "en":
            return super().say(language)
        return self.words().say(
            language, **{name: self.params.get(f"{name}_zh", given) for name, given in self.params.items()}
        )


class FileAsks(Spoken):
    """The file can be understood in several ways."""

    zh = "文件可以有几种理解。"

    about: str = ""
    options: tuple[str, ...] = ()

    def asking(self, about: str, options: Sequence[str] = ()) -> Self:
        """Say what has to be chosen, and between what, as codes that a program can send back."""
        self.about, self.options = about, tuple(options)
        return self


class FileMissing(NotFound):
    """There is no file {file}."""

    zh = "找不到文件 {file}。"


class FileTooLarge(Invalid):
    """The file holds {bytes} bytes; at most {limit} are taken. Split it, or raise KEDUN_IMPORT_MAX_MIB."""

    zh = "文件有 {bytes} 字节，最多接受 {limit} 字节。请拆分文件，或调高 KEDUN_IMPORT_MAX_MIB。"


class FileEmpty(Invalid):
    """The file is empty."""

    zh = "文件是空的。"


class NoDataRows(Invalid):
    """The file has headings but no rows below them."""

    zh = "文件只有表头，没有数据行。"


class EndingNotKnown(Invalid):
    """Files ending in "{ending}" are not read. Save it as one of: {allowed}."""

    zh = "不支持以“{ending}”结尾的文件。请另存为：{allowed}。"


class NotWhatItsEndingSays(Spoken):
    """The file ends in "{ending}" but holds {found}. Save it anew as CSV or Excel workbook (.xlsx)."""

    zh = "文件以“{ending}”结尾，内容却是{found}。请另存为 CSV 或 Excel 工作簿（.xlsx）。"


class PasswordProtected(Invalid):
    """The workbook is protected by a password. Save it without one."""

    zh = "工作簿设有密码。请另存为没有密码的文件。"


class WorkbookDamaged(Invalid):
    """The workbook cannot be read: {detail}."""

    zh = "工作簿无法读取：{detail}。"


class WorkbookUnpacksTooLarge(Invalid):
    """Unpacked, the workbook would hold more than {limit} bytes."""

    zh = "工作簿解压后超过 {limit} 字节。"


class WorkbookPackedTooTightly(Invalid):
    """The workbook unpacks to more than {limit} times its size; such files are not opened."""

    zh = "工作簿解压后超过原大小的 {limit} 倍，不予打开。"


class WorkbookHasTooManyParts(Invalid):
    """The workbook has {parts} parts; at most {limit} are taken."""

    zh = "工作簿包含 {parts} 个部件，最多接受 {limit} 个。"


class WorkbookDeclaresEntities(Invalid):
    """The workbook declares a document type or entities, which no spreadsheet program writes."""

    zh = "工作簿声明了文档类型或实体，正常的表格软件不会这样写，不予打开。"


class SheetMissing(Invalid):
    """There is no sheet "{sheet}". The workbook has: {sheets}."""

    zh = "没有名为“{sheet}”的工作表。工作簿包含：{sheets}。"


class TooManyRows(Invalid):
    """The file has more than {limit} rows. Split it."""

    zh = "文件超过 {limit} 行。请拆分。"


class TooManyColumns(Invalid):
    """The file has {columns} columns; at most {limit} are taken."""

    zh = "文件有 {columns} 列，最多接受 {limit} 列。"


class TooManyCells(Invalid):
    """The sheet spans {cells} cells; at most {limit} are taken. Delete the empty rows and columns, or split it."""

    zh = "工作表跨越 {cells} 个单元格，最多接受 {limit} 个。请删除空行空列，或拆分文件。"


class CellTooLong(Invalid):
    """A cell in row {row} holds more than {limit} characters. Perhaps a quotation mark is not closed."""

    zh = "第 {row} 行有单元格超过 {limit} 个字符。可能是引号没有配对。"


class QuoteNotClosed(Invalid):
    """A quotation mark opened in row {row} is not closed before the file ends."""

    zh = "第 {row} 行的引号直到文件结尾都没有配对。"


class NulCharacters(Invalid):
    """The file contains NUL characters; it is not a table of text."""

    zh = "文件含有 NUL 字符，不是文本表格。"


class EncodingNotKnown(Invalid):
    """The characters of the file cannot be read. Save it as UTF-8 or GB18030."""

    zh = "无法识别文件的字符编码。请另存为 UTF-8 或 GB18030。"


class HeadingsMissing(Invalid):
    """No row of headings was found among the first {rows} rows."""

    zh = "前 {rows} 行中没有找到表头。"


class KindNotRecognised(FileAsks):
    """What the file holds is not clear from its headings. Nearest: {nearest}. State it by --kind, or start from `kedun template`."""

    zh = "从表头看不出文件内容的种类。最接近：{nearest}。请用 --kind 指明，或从 `kedun template` 的模板开始。"


class KindAmbiguous(FileAsks):
    """The headings fit several kinds: {candidates}. State one by --kind."""

    zh = "表头同时符合多个种类：{candidates}。请用 --kind 指明其一。"


class KindUnknown(Invalid):
    """There is no kind "{kind}". Choose one of: {choices}."""

    zh = "没有名为“{kind}”的种类。可选：{choices}。"


class ColumnsMissing(FileAsks):
    """A file of {kind} needs these columns: {columns}. Its headings are: {headings}."""

    zh = "{kind}文件缺少这些列：{columns}。现有表头：{headings}。"


class HeadingsCompete(FileAsks):
    """Several columns could be "{field}": {candidates}. Choose one by a map file."""

    zh = "有多列都可能是“{field}”：{candidates}。请用映射文件指明其一。"


class HeadingRepeated(FileAsks):
    """The heading "{heading}" stands more than once, over columns {columns}. Rename or delete all but one, or choose by a map file, where the later are called {later}."""

    zh = "表头“{heading}”重复出现在第 {columns} 列。请只保留一列或改名，或用映射文件指明（其后的列名为 {later}）。"


class HeadingUnknown(Invalid):
    """The file has no column "{heading}". Its headings are: {headings}."""

    zh = "文件没有“{heading}”这一列。现有表头：{headings}。"


class FieldUnknown(Spoken):
    """A file of {kind} has no field "{field}". Choose one of: {choices}."""

    zh = "{kind}文件没有字段“{field}”。可选：{choices}。"


class MapFileInvalid(Spoken):
    """The map file cannot be used: {detail}."""

    zh = "映射文件无法使用：{detail}。"


class DatesAmbiguous(FileAsks):
    """The dates in column "{column}" (such as {example}) fit several formats: {candidates}. Choose by --date-format "{column}=FORMAT"."""

    zh = '“{column}”列的日期（如 {example}）符合多种格式：{candidates}。请用 --date-format "{column}=格式" 指明。'


class DatesMixed(FileAsks):
    """The dates in column "{column}" are written in several formats: {candidates}. Choose by --date-format "{column}=FORMAT"; the others become rejects."""

    zh = '“{column}”列混用了多种日期格式：{candidates}。请用 --date-format "{column}=格式" 指明；其余的将进入拒收行。'


class DateFormatInvalid(Invalid):
    """The text "{text}" is not a date format. Write COLUMN=FORMAT, with a format such as %Y-%m-%d, %d/%m/%Y or excel."""

    zh = "“{text}”不是日期格式。请写成 列名=格式，格式如 %Y-%m-%d、%d/%m/%Y 或 excel。"


class PaidWithoutDay(FileAsks):
    """Column "{column}" says how much was paid, but no column says when. State the file's day by --as-of-day, or leave the column out by a map file."""

    zh = "“{column}”列写明已付多少，但没有哪一列写明何时回款。请用 --as-of-day 指明文件的截止日，或用映射文件略去该列。"


class CurrencyUnknown(Invalid):
    """The text "{currency}" is not a currency code of ISO 4217, such as CNY or USD."""

    zh = "“{currency}”不是 ISO 4217 币种代码（如 CNY、USD）。"


class ImportMissing(NotFound):
    """There is no import {number}."""

    zh = "没有编号为 {number} 的导入。"


class ImportRunning(Conflict):
    """Import {number} is being worked on by another process."""

    zh = "导入 {number} 正由另一个进程处理。"


class ImportTakenBack(Conflict):
    """Import {number} was taken back, or is being taken back."""

    zh = "导入 {number} 已撤销或正在撤销。"


class OriginalMissing(Conflict):
    """The original file {sha256} is no longer kept, so its rows cannot be replayed."""

    zh = "原始文件 {sha256} 已不存在，无法重放其中的行。"


class RejectMissing(NotFound):
    """Import {number} has no open reject in row {row}."""

    zh = "导入 {number} 的第 {row} 行没有待处理的拒收记录。"


class RejectsFileUnreadable(Invalid):
    """The file was not written by `kedun rejects export`: its first columns must be Import, Row, Reason."""

    zh = "这不是 `kedun rejects export` 写出的文件：前几列必须是 导入号、行号、原因。"
