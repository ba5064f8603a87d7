"""The translatable strings in Python code, by its syntax tree, and calls that cannot be translated.

lupdate passes in silence over what it does not understand; comparing its harvest with this one tells.
"""

import ast
import dataclasses
from collections.abc import Iterator
from pathlib import Path

_IN_CONTEXT = {"translate", "QT_TRANSLATE_NOOP", "QT_TRANSLATE_N_NOOP"}
_NOT_PLAIN = "only a plain string can be translated, with {name} and format() for what varies"


@dataclasses.dataclass(frozen=True)
class Call:
    """A string that is to be translated, and the context in which Qt will look for it."""

    line: int
    context: str
    source: str


@dataclasses.dataclass(frozen=True)
class Mistake:
    """A call that cannot be translated, and why."""

    line: int
    reason: str


class _Visitor(ast.NodeVisitor):
    def __init__(self) -> None:
        self.classes: list[str] = []
        self.found: list[Call | Mistake] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.classes.append(node.name)
        self.generic_visit(node)
        self.classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        name = ast.unparse(node.func)
        if name.endswith(".tr"):
            self._tr(node, name)
        elif name.split(".")[-1] in _IN_CONTEXT and len(node.args) > 1:
            self._in_context(node)
        self.generic_visit(node)

    def _tr(self, node: ast.Call, name: str) -> None:
        if name != "self.tr" or not self.classes or not node.args:
            self._wrong(node, f"{name}() is looked up in another context than it is extracted to")
        elif (source := _text(node.args[0])) is None:
            self._wrong(node, _NOT_PLAIN)
        else:
            self.found.append(Call(node.lineno, self.classes[-1], source))

    def _in_context(self, node: ast.Call) -> None:
        context, source = _text(node.args[0]), _text(node.args[1])
        if source is None:
            # A variable is looked up; its text was marked elsewhere by QT_TRANSLATE_NOOP.
            if _is_composed(node.args[1]):
                self._wrong(node, _NOT_PLAIN)
        elif context is None:
            self._wrong(node, "the context must be a plain string")
        else:
            self.found.append(Call(node.lineno, context, source))

    def _wrong(self, node: ast.Call, reason: str) -> None:
        self.found.append(Mistake(node.lineno, reason))


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _is_composed(node: ast.expr) -> bool:
    """Tell whether a text is put together on the spot, so that no translation of it can exist."""
    formats = (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "format"
    )
    return formats or isinstance(node, ast.JoinedStr | ast.BinOp)


def find(path: Path) -> Iterator[Call | Mistake]:
    """Yield every translatable string of a Python file and every call that cannot be translated."""
    visitor = _Visitor()
    visitor.visit(ast.parse(path.read_text(encoding="utf-8")))
    yield from visitor.found
