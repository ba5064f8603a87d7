"""Each rule of the house is broken by a bad example and kept by a good one."""

import subprocess
from pathlib import Path

import pytest

from scripts import house_rules


def violations(text: str, path: str = "erpsync_desktop/module.py") -> list[str]:
    return [violation.text for violation in house_rules.check_python(path, text)]


@pytest.mark.parametrize(
    "code",
    [
        "import os\npid = os.fork()\n",
        "import os\nme = os.getuid()\n",
        "import signal\nlast = signal.SIGKILL\n",
        "import fcntl\n",
        "from pwd import getpwuid\n",
        "from os import fork\n",
        "import os\nflags = os.O_NOFOLLOW\n",
    ],
)
def test_a_posix_only_name_is_found(code: str) -> None:
    assert len(violations(code)) == 1


@pytest.mark.parametrize(
    "code",
    [
        "import os, sys\nif sys.platform != 'win32':\n    os.getuid()\n",
        "import os\nif os.name == 'posix':\n    import fcntl\n",
        "import os\nflag = os.O_NOFOLLOW if hasattr(os, 'O_NOFOLLOW') else 0\n",
        "import os\nos.getpid()\n",
    ],
)
def test_a_posix_name_in_a_platform_branch_is_fine(code: str) -> None:
    assert violations(code) == []


@pytest.mark.parametrize(
    "code",
    [
        "dialog.exec()",
        "self._dialog.exec_()",
        "QMessageBox.question(self, '', '')",
        "QFileDialog.getOpenFileName()",
    ],
)
def test_a_blocking_dialog_is_found(code: str) -> None:
    assert len(violations(code)) == 1


@pytest.mark.parametrize(
    "code", ["app.exec()", "QApplication.exec()", "dialog.open()", "exec('1')", "qapp.exec()"]
)
def test_the_event_loop_and_open_are_fine(code: str) -> None:
    assert violations(code) == []


@pytest.mark.parametrize("handler", ["except:", "except Exception:", "except BaseException as error:"])
def test_a_broad_except_without_a_reason_is_found(handler: str) -> None:
    assert len(violations(f"try:\n    work()\n{handler}\n    pass\n")) == 1


def test_a_lint_exemption_is_no_reason() -> None:
    assert len(violations("try:\n    work()\nexcept Exception:  # noqa: BLE001\n    pass\n")) == 1


@pytest.mark.parametrize(
    "rest",
    [
        "except Exception:\n    undo()\n    raise\n",
        "except Exception as error:\n    raise Failed from error\n",
        "except Exception:  # noqa: BLE001 - the worker must report whatever happened\n    report()\n",
        "except Exception:\n    # Whatever it is, the button must come back.\n    report()\n",
        "except ValueError:\n    pass\n",
    ],
)
def test_an_except_that_raises_or_says_why_is_fine(rest: str) -> None:
    assert violations(f"try:\n    work()\n{rest}") == []


TEST = "tests/test_module.py"


@pytest.mark.parametrize("code", ["time.sleep(1)", "qtbot.wait(50)", "QTest.qWait(5)"])
def test_sleeping_in_a_test_is_found(code: str) -> None:
    assert len(violations(code, TEST)) == 1


@pytest.mark.parametrize("code", ["qtbot.waitUntil(ready)", "qtbot.waitSignal(signal)", "thread.wait(5)"])
def test_waiting_for_something_in_a_test_is_fine(code: str) -> None:
    assert violations(code, TEST) == []


@pytest.mark.parametrize(
    "code",
    [
        "pytest.skip('no')",
        "@pytest.mark.skipif(True, reason='')\ndef helper(): ...",
        "pytest.importorskip('x')",
    ],
)
def test_skipping_is_found(code: str) -> None:
    assert len(violations(code, TEST)) == 1


def test_a_test_that_expects_nothing_is_found() -> None:
    assert violations("def test_it():\n    work()\n", TEST) == ["test_it expects nothing"]


@pytest.mark.parametrize(
    "body", ["assert work()", "with pytest.raises(ValueError):\n        work()", "assert_saved(work())"]
)
def test_a_test_that_expects_something_is_fine(body: str) -> None:
    assert violations(f"def test_it():\n    {body}\n", TEST) == []


def test_a_test_whose_helper_expects_something_is_fine() -> None:
    code = "def becomes(x):\n    until(x)\ndef until(x):\n    assert x\ndef test_it():\n    becomes(1)\n"
    assert violations(code, TEST) == []


# Put together here, because this file is checked by the same rules.
@pytest.mark.parametrize(
    "line",
    [
        "see https://" + "pypi" + ".org/project/zeep",
        '"resolved": "https://' + "registry." + 'npmjs.org/soap"',
        "lies in /" + "work/main",
        "cd /" + "root/.venv",
        "in /" + "home/anna/erpsync",
        "at C:" + "\\Users\\anna",
        "as in issue" + " 7",
        "fixes #" + "12",
        "# TO" + "DO: later",
    ],
)
def test_a_word_that_has_no_place_in_a_file_is_found(line: str) -> None:
    assert len(list(house_rules.check_text("README.md", line))) == 1


@pytest.mark.parametrize(
    "line",
    [
        "https://docs.superoffice.com/en/",
        "a network of machines",
        "colour: #123456;",
        "&#39;",
        "5 issues remain",
    ],
)
def test_ordinary_text_is_fine(line: str) -> None:
    assert list(house_rules.check_text("README.md", line)) == []


def test_new_files_are_checked_and_ignored_ones_are_not(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    (tmp_path / ".gitignore").write_text("ignored.py\n", encoding="utf-8")
    for name in ("ignored.py", "new.py"):
        (tmp_path / name).write_text("# TO" + "DO\n", encoding="utf-8")
    found = list(house_rules.check(house_rules.project_files(tmp_path), tmp_path))
    assert [violation.path for violation in found] == ["new.py"]
