"""What the steps of an import refuse."""

from kedun.kernel.refusals import Conflict, Forbidden, Invalid, NotFound, Unavailable


class UploadMissing(NotFound):
    """There is no file {file_id}; hand it in again."""

    zh = "没有文件 {file_id}，请重新上传。"


class MappingMissing(NotFound):
    """There is no remembered mapping {number}."""

    zh = "没有编号为 {number} 的列映射。"


class ScopeMayNotImport(Forbidden):
    """Files are imported by people who may see every customer."""

    zh = "只有可以查看全部客户的人员才能导入文件。"


class ImportNotDone(Conflict):
    """Import {number} is {state}; only one that is done can be taken back or corrected."""

    zh = "导入 {number} 的状态为 {state}，只有已完成的导入才能撤销或更正。"


class ImportNotFailed(Conflict):
    """Import {number} is {state}; only one that broke down is tried again."""

    zh = "导入 {number} 的状态为 {state}，只有失败的导入才能重试。"


class AnotherFileIsRead(Unavailable):
    """Another large file is being read at present; try again in a few seconds."""

    zh = "正在读取另一个大文件，请几秒后重试。"


class RowNotReadable(Invalid):
    """Row {row} has no column "{heading}"."""

    zh = "第 {row} 行没有“{heading}”这一列。"


class FileNameNotUsable(Invalid):
    """The file needs a name of at most {limit} characters."""

    zh = "文件需要有名称，最多 {limit} 个字符。"


class KindNotFound(NotFound):
    """There is no kind of fact called {kind}."""

    zh = "没有名为 {kind} 的数据种类。"
