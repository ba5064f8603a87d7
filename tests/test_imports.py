"""What the tests watch of the imports."""

from __future__ import annotations

import importlib
import sys
import threading

import pytest

from tests.imports import ImportedInTheBackground

MODULE = "erpsync_desktop.widgets.folding"


def test_a_module_of_the_screens_is_not_imported_in_the_background(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, MODULE, raising=False)
    refused: list[Exception] = []

    def load() -> None:
        try:
            importlib.import_module(MODULE)
        except ImportedInTheBackground as error:
            refused.append(error)

    thread = threading.Thread(target=load)
    thread.start()
    thread.join()
    assert refused
