"""What makes the start quicker is in force, and harmless where it does not apply."""

import gc
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from erpsync_desktop import quick_start

PROGRAM = """
import linecache
from pathlib import Path
import PySide6.QtCore
from erpsync_desktop.quick_start import skip_source_search
assert not {skipped} or skip_source_search()
import sqlalchemy
print(any(Path(name).parts[-2:] == ("sqlalchemy", "__init__.py") for name in linecache.cache))
"""


@pytest.mark.parametrize("skipped", [False, True])
def test_no_source_is_read_for_an_import_any_more(skipped: bool) -> None:
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(skipped=skipped)],
        env=os.environ | {"PYTHONPATH": str(Path.cwd())},
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout.strip() == str(not skipped)


@pytest.mark.parametrize("hook", [None, ModuleType("shibokensupport.feature")])
def test_another_pyside_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch, hook: ModuleType | None) -> None:
    monkeypatch.setitem(sys.modules, "shibokensupport.feature", hook)
    assert not quick_start.skip_source_search()
    assert hook is None or not hasattr(hook, "_mod_uses_pyside")


def test_cycles_are_looked_for_rarely() -> None:
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    try:
        quick_start.collect_rarely()
        while_starting = gc.get_threshold()[0]
        quick_start.collect_in_portions()
        assert 700 < gc.get_threshold()[0] < while_starting
        assert gc.isenabled()
    finally:
        gc.set_threshold(*before)


def test_the_screen_waits_shortly_for_the_background() -> None:
    before = sys.getswitchinterval()
    try:
        quick_start.switch_often()
        assert sys.getswitchinterval() <= 0.001
    finally:
        sys.setswitchinterval(before)
