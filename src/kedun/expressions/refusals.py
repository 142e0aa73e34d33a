"""Why an expression is refused: where, what stands there, and what to write instead."""

from kedun.expressions.values import TYPE_WORDS
from kedun.kernel.refusals import Invalid
from kedun.kernel.words import Language, Param


class ExpressionRefused(Invalid):
    """Column {position}, "{excerpt}": the expression is refused.

    Write: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：表达式无效。请改为：{suggestion}"

    def __init__(self, *, position: int, excerpt: str, suggestion: str, **params: Param) -> None:
        super().__init__(position=position, excerpt=excerpt, suggestion=suggestion, **params)
        self.position = position
        self.excerpt = excerpt
        self.suggestion = suggestion

    def say(self, language: Language) -> str:
        """Give the text a person reads, with types in that person's language."""
        params = dict(self.params)
        for name in params.keys() & {"wanted", "given"}:
            params[name] = TYPE_WORDS[str(params[name])].say(language)
        return self.words().say(language, **params)


class EmptyExpression(ExpressionRefused):
    """The expression is empty.

    Write for example: {suggestion}
    """

    zh = "表达式为空。例如可写：{suggestion}"


class TextTooLong(ExpressionRefused):
    """The expression has more than {limit} characters.

    {suggestion} or fewer are allowed: split it into named parts.
    """

    zh = "表达式超过 {limit} 个字符。最多 {suggestion} 个：请拆成若干有名称的部分。"


class TooManyParts(ExpressionRefused):
    """The expression has more than {limit} parts.

    {suggestion} or fewer are allowed: split it into named parts.
    """

    zh = "表达式的组成部分超过 {limit} 个。最多 {suggestion} 个：请拆成若干有名称的部分。"


class TooDeep(ExpressionRefused):
    """Column {position}, "{excerpt}": nested more than {limit} levels deep.

    {suggestion} or fewer are allowed: split it into named parts.
    """

    zh = "第 {position} 列“{excerpt}”：嵌套超过 {limit} 层。最多 {suggestion} 层：请拆成若干有名称的部分。"


class TooManyProducts(ExpressionRefused):
    """Column {position}, "{excerpt}": one reading multiplies or divides more than {limit} times.

    {suggestion} or fewer are allowed, those of the indicators it names included.
    """

    zh = "第 {position} 列“{excerpt}”：一个指标的乘除运算超过 {limit} 次。最多 {suggestion} 次，所引用指标中的也计算在内。"


class ExtremesTooDeep(ExpressionRefused):
    """Column {position}, "{excerpt}": least, greatest and clamp stand inside one another more than {limit} levels deep.

    {suggestion} or fewer are allowed: give one call several arguments.
    """

    zh = "第 {position} 列“{excerpt}”：least、greatest、clamp 相互嵌套超过 {limit} 层。最多 {suggestion} 层：可在一次调用中给出多个参数。"


class StrangeCharacter(ExpressionRefused):
    """Column {position}: the character "{excerpt}" is not part of the language.

    Names are written like: {suggestion}
    """

    zh = "第 {position} 列：字符“{excerpt}”不属于本语言。名称的写法如：{suggestion}"


class HiddenCharacter(ExpressionRefused):
    """Column {position}: the invisible character {excerpt} is not allowed.

    Write instead: {suggestion}
    """

    zh = "第 {position} 列：不允许不可见字符 {excerpt}。请改为：{suggestion}"


class LookAlike(ExpressionRefused):
    """Column {position}: "{excerpt}" only looks like a character of the language.

    Write: {suggestion}
    """

    zh = "第 {position} 列：“{excerpt}”是全角或相似字符。请改用半角：{suggestion}"


class UnclosedQuote(ExpressionRefused):
    """Column {position}, "{excerpt}": the quotation mark is never closed.

    Write: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：引号没有闭合。请改为：{suggestion}"


class CommentRefused(ExpressionRefused):
    """Column {position}, "{excerpt}": comments are not part of an expression; two minus signs need a space.

    Write: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：表达式中不能有注释；连续两个减号之间请加空格。请改为：{suggestion}"


class UnknownOperator(ExpressionRefused):
    """Column {position}: the language has no operator "{excerpt}".

    Write: {suggestion}
    """

    zh = "第 {position} 列：没有运算符“{excerpt}”。请改为：{suggestion}"


class MalformedNumber(ExpressionRefused):
    """Column {position}, "{excerpt}": not a number of the language (digits, or digits.digits).

    Write for example: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：数字写法不对（只能是整数或小数）。例如可写：{suggestion}"


class NumberTooLarge(ExpressionRefused):
    """Column {position}, "{excerpt}": whole numbers reach from -9223372036854775808 to 9223372036854775807.

    Write at most: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：整数范围为 -9223372036854775808 到 9223372036854775807。最多写：{suggestion}"


class TooManyDigits(ExpressionRefused):
    """Column {position}, "{excerpt}": a decimal number has at most {limit} digits.

    Write: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：小数最多 {limit} 位数字。请改为：{suggestion}"


class MalformedName(ExpressionRefused):
    """Column {position}, "{excerpt}": names are small letters, digits and _, at most 63, beginning with a letter.

    Write: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：名称只能用小写字母、数字和下划线，以字母开头，最多 63 个字符。请改为：{suggestion}"


class UnknownName(ExpressionRefused):
    """Column {position}: there is nothing named "{excerpt}" here.

    The nearest known name is: {suggestion}
    """

    zh = "第 {position} 列：这里没有名为“{excerpt}”的内容。最接近的名称是：{suggestion}"


class UnknownFunction(ExpressionRefused):
    """Column {position}: the language has no function "{excerpt}".

    Write: {suggestion}
    """

    zh = "第 {position} 列：没有函数“{excerpt}”。请改为：{suggestion}"


class DatesRefused(ExpressionRefused):
    """Column {position}, "{excerpt}": dates are calculated differently by every engine.

    Use a column counted in days: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：各引擎的日期运算结果不同，不能使用。请用按天计数的列：{suggestion}"


class RoundingRefused(ExpressionRefused):
    """Column {position}, "{excerpt}": engines round differently; numbers are rounded when shown.

    Compare the number itself: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：各引擎取整结果不同；数值只在显示时取整。请直接比较数值：{suggestion}"


class TextFunctionRefused(ExpressionRefused):
    """Column {position}, "{excerpt}": texts are only compared as a whole.

    Write: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：文本只能整体比较。请改为：{suggestion}"


class AggregateRefused(ExpressionRefused):
    """Column {position}, "{excerpt}": adding up many rows is what a measure does; name the measure.

    In a measure write: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：汇总多行属于度量（measure），请在此引用度量的名称。在度量中可写：{suggestion}"


class ChainedComparison(ExpressionRefused):
    """Column {position}, "{excerpt}": comparisons cannot follow one another.

    Write: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：比较不能连写。请改为：{suggestion}"


class UnexpectedEnd(ExpressionRefused):
    """Column {position}: the expression ends too early, after "{excerpt}".

    Expected here: {suggestion}
    """

    zh = "第 {position} 列：表达式在“{excerpt}”之后意外结束。此处应为：{suggestion}"


class Unexpected(ExpressionRefused):
    """Column {position}: "{excerpt}" does not belong here.

    Expected here: {suggestion}
    """

    zh = "第 {position} 列：“{excerpt}”不应出现在这里。此处应为：{suggestion}"


class TrailingText(ExpressionRefused):
    """Column {position}: the expression is complete before "{excerpt}".

    Join the two parts, for example: {suggestion}
    """

    zh = "第 {position} 列：“{excerpt}”之前表达式已经完整。请把两部分连接起来，例如：{suggestion}"


class NullInList(ExpressionRefused):
    """Column {position}, "{excerpt}": a list never contains NULL.

    Ask separately: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：列表中不能有 NULL。请另写：{suggestion}"


class NullMisplaced(ExpressionRefused):
    """Column {position}, "{excerpt}": NULL stands only after THEN and ELSE, beside an arm with a value.

    To ask for a missing value write: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：NULL 只能写在 THEN 或 ELSE 之后，且另有分支给出值。判断缺失请写：{suggestion}"


class WrongType(ExpressionRefused):
    """Column {position}, "{excerpt}": this is {given}, but {wanted} is needed.

    Write for example: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：这里是{given}，需要的是{wanted}。例如可写：{suggestion}"


class OrderRefused(ExpressionRefused):
    """Column {position}, "{excerpt}": this is {given}; only numbers have an order.

    Write for example: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：这里是{given}；只有数值可以比较大小。例如可写：{suggestion}"


class WrongArity(ExpressionRefused):
    """Column {position}, "{excerpt}": the function does not take {count} arguments.

    Write: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：该函数不接受 {count} 个参数。请改为：{suggestion}"


class DecimalRefused(ExpressionRefused):
    """Column {position}, "{excerpt}": a row calculates in whole numbers; decimals are only compared with.

    Write for example: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：逐行计算只用整数；小数只能用于比较。例如可写：{suggestion}"


class ReadingsOnly(ExpressionRefused):
    """Column {position}, "{excerpt}": a ratio belongs in an indicator, not in a row.

    Compare products instead: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：比率只能用于指标，不能用于逐行计算。请改为比较乘积：{suggestion}"


class ShippedOnly(ExpressionRefused):
    """Column {position}, "{excerpt}": only shipped views and cards may divide whole numbers.

    Write: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：只有系统自带的视图和评分卡可以做整数除法。请改为：{suggestion}"


class ArithmeticOverflow(Invalid):
    """The calculation {left} {operator} {right} leaves the range of numbers."""

    zh = "计算 {left} {operator} {right} 超出数值范围。"


class ConstantOverflow(ExpressionRefused):
    """Column {position}, "{excerpt}": the constant leaves the range of whole numbers.

    Write at most: {suggestion}
    """

    zh = "第 {position} 列“{excerpt}”：常量超出整数范围。最多写：{suggestion}"
