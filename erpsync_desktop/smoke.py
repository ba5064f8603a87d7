"""Whether the program starts where it is installed: paints its window and finds its resources."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from erpsync_desktop.resource_files import resource_path
from erpsync_desktop.widgets import language

if TYPE_CHECKING:
    from erpsync_desktop.ui.main_window import MainWindow

_LONGEST_MS = 60_000
_NEEDED = ("icons/erpsync.svg", "help/help_de.html", "help/help_en.html", "translations/erpsync_de.qm")


def run_smoke_test(make_window: Callable[[str], MainWindow]) -> int:
    """Open a window on a new workspace in a temporary folder, check the resources, and close it.

    Args:
        make_window: makes the main window for the path of a workspace.

    Returns:
        0 if all is well; else 1, and what is wrong is on standard error.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        window = make_window(str(Path(folder) / "smoke.sqlite"))

        def end() -> None:
            wrong.extend(missing_resources())
            window.close()
            app.quit()

        def give_up() -> None:
            wrong.append("the window was not ready in time")
            app.quit()

        def fail(error: Exception) -> None:
            wrong.append(f"the workspace does not open: {error}")
            end()

        window.ready.connect(end)
        window.failed.connect(fail)
        QTimer.singleShot(_LONGEST_MS, window, give_up)
        window.show()
        app.exec()
        window.close()
    for text in wrong:
        sys.stderr.write(f"{text}\n")
    return 1 if wrong else 0


def missing_resources() -> list[str]:
    """What is not there, or does not do what it should."""
    wrong = []
    for name in _NEEDED:
        try:
            resource_path(name)
        except FileNotFoundError as error:
            wrong.append(str(error))
    before = language.current_language()
    language.install("de")
    english = "ERP &connections"
    if QCoreApplication.translate("ConnectionsPanel", english) == english:
        wrong.append("the German translation is not loaded")
    language.install(before)
    return wrong
