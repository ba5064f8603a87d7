"""What came of many changes at once, in words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from erpsync_desktop.dialogs.mapping_results import MappingResults, grouped, mapped_text
from erpsync_desktop.widgets import language


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("code", "number"), [("en", "1,022"), ("de", "1.022")])
def test_large_numbers_are_written_as_the_language_does(code: str, number: str) -> None:
    language.install(code)
    QApplication.processEvents()
    results = MappingResults()
    for say in (results.unchanged, results.mapped, results.not_copied, results.more):
        assert number in say(1022)
    assert number in mapped_text("Customer", 1022)[0].problem


def test_small_numbers_stay_as_they_are() -> None:
    assert grouped("3 of them", 3) == "3 of them"
