"""Everyone or some: the two buttons and the link."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.scope_choice import ScopeChoice
from erpsync_desktop.model.directory import Directory, Scope


def test_the_link_stands_beneath_where_it_does_not_fit_beside(qtbot: QtBot) -> None:
    choice = ScopeChoice(Directory())
    qtbot.addWidget(choice)
    choice.show_scope(Scope(everyone=False))
    choice.resize(900, 200)
    choice.show()
    beside = choice.link.sizeHint().width() + choice.specific.sizeHint().width() + 20
    choice.resize(beside - 40, 200)
    qtbot.waitUntil(lambda: not _in_one_row(choice.specific, choice.link))
    assert choice.link.width() >= choice.link.sizeHint().width()
    choice.resize(beside + 40, 200)
    qtbot.waitUntil(lambda: _in_one_row(choice.specific, choice.link))
    assert choice.link.width() >= choice.link.sizeHint().width()


def _in_one_row(one: QWidget, other: QWidget) -> bool:
    return one.geometry().bottom() >= other.geometry().top()
