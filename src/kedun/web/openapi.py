"""Prints the OpenAPI document without a database: `python -m kedun.web.openapi > openapi.json`.

With a language, `python -m kedun.web.openapi zh`, the list of all operations in Markdown.
"""

import json
import os
import sys
from collections.abc import Mapping
from typing import Any

from kedun.accounts.rights import COLUMNS, rights
from kedun.accounts.roles import ROLES
from kedun.kernel.words import Language, Words

TITLE = Words("# 接口", "# API")
NOTE = Words(
    "完整的请求与应答格式见运行中的 `/api/v1/openapi.json`。错误一律为 `application/problem+json`。\n"
    "路径中的 `{code}` 为客户代码：`/` 写作 `~2F`，`~` 写作 `~7E`；代码若为 `.`、`..` 或另有所指的词（如 `export`），"
    "首字符同样写作 `~` 加两位十六进制（`~65xport`）。",
    "Every body and answer in full: `/api/v1/openapi.json` of a running kedun. Errors are `application/problem+json`.\n"
    "The `{code}` of a path is a customer's code with `/` written as `~2F` and `~` as `~7E`; where the code is `.`, `..`"
    " or a word that names something else, such as `export`, its first character is written so too (`~65xport`).",
)
HEADINGS = Words(
    "| 操作 | 用途 | 角色 | 拒绝 |\n|---|---|---|---|", "| Operation | For | Who | Refuses |\n|---|---|---|---|"
)
EVERY_ROLE = Words("所有角色", "every role")


def markdown(document: Mapping[str, Any], language: Language) -> str:
    """Write every operation: address, what it is for, who may, how it refuses."""
    rows = [
        f"| `{method.upper()} {path}` | {' '.join((operation.get('description') or operation['summary']).split())} "
        f"| {_who(operation['operationId'], language)} | {_refusals(operation)} |"
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
    ]
    table = "\n".join([HEADINGS.say(language), *rows])
    return f"{TITLE.say(language)}\n\n{NOTE.say(language)}\n\n{table}\n"


def _who(operation: str, language: Language) -> str:
    may = rights().operations.get(operation, frozenset())
    if may >= set(ROLES):
        return ", ".join([EVERY_ROLE.say(language), *sorted(may - set(ROLES))])
    return ", ".join(column for column in COLUMNS if column in may)


def _refusals(operation: Mapping[str, Any]) -> str:
    return " ".join(str(status) for status in operation["responses"] if 400 <= int(status) != 500)


def main() -> None:
    """Print the document, or the list in a language."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kedun.web.settings")
    django.setup()
    from kedun.web.api import api

    document = api.get_openapi_schema()
    if sys.argv[1:] in (["zh"], ["en"]):
        sys.stdout.write(markdown(document, "zh" if sys.argv[1] == "zh" else "en"))
        return
    json.dump(document, sys.stdout, ensure_ascii=False, indent=2, sort_keys=True)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
