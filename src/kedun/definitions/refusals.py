"""What definitions refuses; each names the file and, where it can, line and column."""

from kedun.kernel.refusals import Conflict, Invalid, NotFound


class DefinitionTooLarge(Invalid):
    """{file} is larger than {most} bytes."""

    zh = "{file} 超过 {most} 字节。"


class NotUtf8(Invalid):
    """{file}, line {line}: the file is not UTF-8 text. Save it as UTF-8."""

    zh = "{file} 第 {line} 行：文件不是 UTF-8 编码，请另存为 UTF-8。"


class BadYaml(Invalid):
    """{file}, line {line}, column {column}: this is not valid YAML: {problem}."""

    zh = "{file} 第 {line} 行第 {column} 列：不是有效的 YAML：{problem}。"


class AliasInDefinition(Invalid):
    """{file}, line {line}, column {column}: anchors (&) and aliases (*) are not allowed; write the text out."""

    zh = "{file} 第 {line} 行第 {column} 列：不允许使用锚点 (&) 和别名 (*)，请直接写出内容。"


class TagInDefinition(Invalid):
    """{file}, line {line}, column {column}: the tag {tag} is not allowed; only plain values are read."""

    zh = "{file} 第 {line} 行第 {column} 列：不允许使用标签 {tag}，只读取普通值。"


class DefinitionTooDeep(Invalid):
    """{file}, line {line}, column {column}: nested deeper than {most} levels."""

    zh = "{file} 第 {line} 行第 {column} 列：嵌套超过 {most} 层。"


class NotOneDocument(Invalid):
    """{file}, line {line}, column {column}: a file holds exactly one YAML document."""

    zh = "{file} 第 {line} 行第 {column} 列：一个文件只能包含一个 YAML 文档。"


class KeyNotText(Invalid):
    """{file}, line {line}, column {column}: a key must be text; put it in quotes."""

    zh = "{file} 第 {line} 行第 {column} 列：键必须是文本，请加引号。"


class DuplicateKey(Invalid):
    """{file}, line {line}, column {column}: the key "{key}" stands here a second time."""

    zh = "{file} 第 {line} 行第 {column} 列：键“{key}”重复出现。"


class AmbiguousValue(Invalid):
    """{file}, line {line}, column {column}: "{value}" can be read in several ways. Quote it if it is text; write true, false, null or a plain decimal number otherwise."""

    zh = "{file} 第 {line} 行第 {column} 列：“{value}”有多种读法。文本请加引号；否则请写 true、false、null 或普通十进制数。"


class NotAMapping(Invalid):
    """{file}: a definition is a mapping of names to values."""

    zh = "{file}：定义必须是“名称: 值”的映射。"


class UnknownDefinitionKind(Invalid):
    """{file}: "{found}" is not a kind of definition. Name the folder or the file after one of: {known}."""

    zh = "{file}：“{found}”不是定义的种类。请将文件夹或文件命名为：{known}。"


class OneDocumentOfKind(Invalid):
    """{file}: there is exactly one document of {kind}, the file {kind}.yaml. Put what you mean into that file."""

    zh = "{file}：{kind} 只有一份文档，即文件 {kind}.yaml，请将内容写入该文件。"


class SameKeyTwice(Invalid):
    """{first} and {second} define the same {kind} "{key}"."""

    zh = "{first} 与 {second} 定义了同一个 {kind}“{key}”。"


class TooManyDefinitions(Invalid):
    """The folder {folder} holds more than {most} definitions."""

    zh = "文件夹 {folder} 中的定义超过 {most} 个。"


class StarterFolderNotFound(NotFound):
    """There is no folder of definitions at {folder}."""

    zh = "没有找到定义文件夹 {folder}。"


class DefinitionNotFound(NotFound):
    """There is no version {version} of {kind} "{key}"."""

    zh = "不存在 {kind}“{key}”的第 {version} 版。"


class DefinitionChangedMeanwhile(Conflict):
    """The {kind} "{key}" was changed meanwhile (you saw version {seen}, it is at {present}). Look again, then repeat."""

    zh = "{kind}“{key}”已被更改（您看到的是第 {seen} 版，现在是第 {present} 版）。请刷新后重试。"
