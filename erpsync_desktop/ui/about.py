"""About the program."""

from __future__ import annotations

import platform

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from erpsync_desktop import __version__
from erpsync_desktop.widgets.theme import application_icon


def show_about(parent: QWidget, place: str) -> QMessageBox:
    """Show name, version and licence, without blocking.

    Args:
        parent: the window.
        place: where the workspace is.
    """
    box = QMessageBox(parent)
    box.setObjectName("aboutBox")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(QCoreApplication.translate("About", "About ERP Sync Desktop"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    box.setIconPixmap(application_icon().pixmap(64, 64))
    version = QCoreApplication.translate("About", "ERP Sync Desktop {version}")
    purpose = QCoreApplication.translate(
        "About", "Sets up, tests and looks after SuperOffice Sync Connectors and ERP connections."
    )
    box.setText(version.format(version=__version__))
    workspace = QCoreApplication.translate("About", "Workspace: {place}").format(place=place)
    licence = QCoreApplication.translate("About", "Licence: MIT")
    technical = f"Python {platform.python_version()}, Qt {qVersion()}"
    box.setInformativeText("\n\n".join((purpose, f"{workspace}\n{licence}\n{technical}")))
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.button(QMessageBox.StandardButton.Close).setText(QCoreApplication.translate("About", "Close"))
    box.open()
    return box
