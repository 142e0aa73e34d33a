"""What the sample company is not made for."""

from kedun.kernel.refusals import Invalid


class CustomersOutOfRange(Invalid):
    """A sample company has 1 to {limit} customers, not {customers}."""

    zh = "示例公司的客户数须在 1 至 {limit} 之间，不能是 {customers}。"


class MonthsOutOfRange(Invalid):
    """A sample company trades for 1 to {limit} months, not {months}."""

    zh = "示例公司的月数须在 1 至 {limit} 之间，不能是 {months}。"


class SeedNegative(Invalid):
    """The seed is a number from 0, not {seed}."""

    zh = "随机种子须为不小于 0 的整数，不能是 {seed}。"


class StartAfterUntil(Invalid):
    """The sample company starts on {start}, after its last day {until}."""

    zh = "示例公司的起始日 {start} 晚于截止日 {until}。"


class YearsOutOfRange(Invalid):
    """A sample company lives between {first} and {last}, not from {start} to {until}."""

    zh = "示例公司的起止日须在 {first} 至 {last} 之间，不能是 {start} 至 {until}。"


class FolderNotEmpty(Invalid):
    """The folder {folder} holds files already; choose an empty or a new one."""

    zh = "文件夹 {folder} 中已有文件；请选择空文件夹或新文件夹。"


class NowhereToGo(Invalid):
    """Say where the sample company goes: --out DIR or --into-database, one of them."""

    zh = "请指定示例公司的去处：--out DIR 或 --into-database，二者选一。"
