"""The entry with windows: ``erpsync-desktop``, ``python -m erpsync_desktop``."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the program; an error at start is shown in a window, since there may be no console."""
    try:
        from erpsync_desktop.app import main as run

        return run()
    except Exception as error:  # noqa: BLE001  there is nobody else left to tell
        _tell(error)
        return 1


def _tell(error: Exception) -> None:
    if sys.stderr is not None:
        import traceback

        traceback.print_exception(error)
    from PySide6.QtWidgets import QApplication, QMessageBox

    app = QApplication.instance() or QApplication(sys.argv[:1])
    box = QMessageBox()
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle("ERP Sync Desktop")
    box.setText(QApplication.translate("Main", "ERP Sync Desktop could not start."))
    box.setInformativeText(type(error).__name__)
    box.finished.connect(app.quit)
    box.open()
    app.exec()


if __name__ == "__main__":
    sys.exit(main())
