"""Check the rules of this house that no stock tool knows, by the syntax trees and texts of all files.

In the package: nothing POSIX-only outside a branch that asks for the platform, no dialog that blocks
(``exec()``). In the tests: no sleeping, no skipping, no test without an expectation. Everywhere: no broad
``except`` without a reason, no address of a package registry, path of one machine or reference to a ticket.
"""

import ast
import dataclasses
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

POSIX_MODULES = {"fcntl", "grp", "posix", "pty", "pwd", "resource", "syslog", "termios", "tty"}
POSIX_NAMES = {
    *(f"os.{name}" for name in ("chown", "fork", "getegid", "geteuid", "getgid", "getuid", "killpg")),
    *(f"os.{name}" for name in ("mkfifo", "setsid", "uname", "O_CLOEXEC", "O_NOFOLLOW", "WNOHANG")),
    *(f"signal.{name}" for name in ("SIGALRM", "SIGHUP", "SIGKILL", "SIGQUIT", "SIGUSR1", "SIGUSR2")),
    *(f"signal.{name}" for name in ("alarm", "pause", "setitimer")),
}
BLOCKING_DIALOGS = re.compile(
    r"^(QMessageBox\.(about|critical|information|question|warning)"
    r"|QFileDialog\.get\w+|QInputDialog\.get\w+|QColorDialog\.getColor|QFontDialog\.getFont)$"
)
MAY_EXEC = re.compile(r"(^|\.)(_?app|_?application|qapp|Q(Core|Gui)?Application|instance\(\))$")
SLEEPS = {
    "time.sleep",
    "sleep",
    "asyncio.sleep",
    "qtbot.wait",
    "QTest.qWait",
    "QTest.qSleep",
    "QThread.msleep",
}
SKIPS = re.compile(r"^pytest\.(skip|importorskip|mark\.(skip|skipif|xfail))$")
EXPECTS = re.compile(r"assert|check|expect|raises|warns|fail|verify|must|wait", re.IGNORECASE)

TEXT_RULES = {
    # Written so that no pattern matches itself.
    re.compile(
        r"py[p]i\.org|pythonhost[e]d\.org|registr[y]\.npmjs|de[b]\.debian\.org"
    ): "names a registry's host",
    re.compile(
        r"(?<![\w.~])/(wor[k]|roo[t])/|/hom[e]/[a-z]|[A-Z]:[\\]+User[s]"
    ): "names a path of one machine",
    re.compile(r"\b[Ii]ssu[e]s?\s+(#\s*)?\d|(?<![\w&#])#\d{1,4}\b(?![\w;])"): "refers to a ticket",
    re.compile(r"\b(TOD[O]|FIXM[E])\b"): "leaves something to be done",
}
BINARY = {".png", ".ico", ".icns", ".xlsx", ".sqlite", ".db", ".gz", ".zip", ".qm", ".woff2", ".pdf"}


@dataclasses.dataclass(frozen=True, order=True)
class Violation:
    """A rule broken at one place."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


@dataclasses.dataclass(frozen=True)
class Module:
    """A parsed Python file; ``parents`` leads from each node to the one around it."""

    lines: list[str]
    tree: ast.Module
    parents: dict[ast.AST, ast.AST]

    @classmethod
    def parse(cls, text: str) -> "Module":
        """Parse the text of a file."""
        tree = ast.parse(text)
        parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        return cls(text.splitlines(), tree, parents)

    def around(self, node: ast.AST) -> Iterator[ast.AST]:
        """Yield the nodes around a node, the nearest first."""
        while node in self.parents:
            node = self.parents[node]
            yield node


Found = Iterator[tuple[int, str]]
Rule = Callable[[Module], Found]


def posix_only(module: Module) -> Found:
    """Windows has no such call; ask for the platform around it."""
    for node in ast.walk(module.tree):
        for name in _posix_names(node):
            if not any(_asks_for_platform(outer) for outer in module.around(node)):
                yield getattr(node, "lineno", 0), f"{name} is POSIX-only and stands outside a platform branch"


def _posix_names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Attribute) and ast.unparse(node) in POSIX_NAMES:
        yield ast.unparse(node)
    elif isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if alias.name in POSIX_MODULES)
    elif isinstance(node, ast.ImportFrom) and node.module:
        names = {f"{node.module}.{alias.name}" for alias in node.names}
        yield from ({node.module} & POSIX_MODULES) | (names & POSIX_NAMES)


def _asks_for_platform(node: ast.AST) -> bool:
    if not isinstance(node, ast.If | ast.IfExp):
        return False
    test = ast.unparse(node.test)
    return any(word in test for word in ("sys.platform", "os.name", "platform.system", "hasattr("))


def blocking_dialogs(module: Module) -> Found:
    """A nested event loop can be left in any order; dialogs open with ``open()``."""
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func)
        receiver, _, method = name.rpartition(".")
        if method in {"exec", "exec_"} and receiver and not MAY_EXEC.search(receiver):
            yield node.lineno, f"{name}() blocks; dialogs open with open(), menus with popup()"
        elif BLOCKING_DIALOGS.match(name):
            yield node.lineno, f"{name}() blocks; make the dialog and open() it"


def broad_except(module: Module) -> Found:
    """Who catches everything says why, or raises it again."""
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.ExceptHandler):
            continue
        name = ast.unparse(node.type) if node.type else ""
        raises = any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
        if name in {"", "Exception", "BaseException"} and not raises and not _has_reason(module, node):
            yield (
                node.lineno,
                f"except {name or 'everything'} without raising it again or a comment that says why",
            )


def _has_reason(module: Module, node: ast.ExceptHandler) -> bool:
    lines = module.lines[node.lineno - 1 : node.body[0].lineno]
    comments = " ".join(line.partition("#")[2] for line in lines)
    return bool(re.search(r"\w+ \w+", re.sub(r"noqa: [A-Z0-9, ]+", "", comments)))


def sleeping_tests(module: Module) -> Found:
    """A test waits for a signal or a condition, never for time to pass."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in SLEEPS:
            yield node.lineno, f"{ast.unparse(node.func)}() in a test; wait for a signal or a condition"


def skipping_tests(module: Module) -> Found:
    """A skipped test proves nothing."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute) and SKIPS.match(ast.unparse(node)):
            yield node.lineno, f"{ast.unparse(node)} in a test; no test is skipped"


def tests_without_expectation(module: Module) -> Found:
    """A test that expects nothing, by itself or by a helper of its file, cannot fail."""
    functions = [node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef)]
    expecting: set[str] = set()
    while more := {f.name for f in functions if _expects(f, expecting)} - expecting:
        expecting |= more
    for function in functions:
        if function.name.startswith("test_") and function.name not in expecting:
            yield function.lineno, f"{function.name} expects nothing"


def _expects(function: ast.FunctionDef, helpers: set[str]) -> bool:
    return any(
        isinstance(node, ast.Assert) or (isinstance(node, ast.Call) and _is_expectation(node, helpers))
        for node in ast.walk(function)
    )


def _is_expectation(call: ast.Call, helpers: set[str]) -> bool:
    name = ast.unparse(call.func)
    return bool(EXPECTS.search(name)) or name.rpartition(".")[2] in helpers


RULES: dict[str, tuple[Rule, ...]] = {
    "erpsync_desktop/": (posix_only, blocking_dialogs, broad_except),
    "tests/": (sleeping_tests, skipping_tests, tests_without_expectation, broad_except),
    "scripts/": (broad_except,),
    "benchmarks/": (broad_except,),
}


def check_python(path: str, text: str) -> Iterator[Violation]:
    """Yield the violations of a Python file, whose path in the checkout chooses the rules."""
    rules = next((rules for folder, rules in RULES.items() if path.startswith(folder)), ())
    module = Module.parse(text)
    for rule in rules:
        yield from (Violation(path, line, message) for line, message in rule(module))


def check_text(path: str, text: str) -> Iterator[Violation]:
    """Yield words that have no place in a committed file."""
    for number, line in enumerate(text.splitlines(), start=1):
        for pattern, message in TEXT_RULES.items():
            if match := pattern.search(line):
                yield Violation(path, number, f"{message}: {match.group()}")


def project_files(root: Path = ROOT) -> list[Path]:
    """Return the files that are committed or would be."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=root, capture_output=True, check=True).stdout.decode().split("\0")
    return [root / name for name in sorted(set(names)) if name and (root / name).is_file()]


def check(files: Iterable[Path], root: Path = ROOT) -> Iterator[Violation]:
    """Yield the violations of all rules in ``files``."""
    for file in files:
        if file.suffix in BINARY:
            continue
        path = file.relative_to(root).as_posix()
        text = file.read_text(encoding="utf-8")
        yield from check_text(path, text)
        if file.suffix == ".py":
            yield from check_python(path, text)


def main() -> int:
    """Print the violations; return the exit code."""
    violations = sorted(check(project_files()))
    for violation in violations:
        print(violation, file=sys.stderr)
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
