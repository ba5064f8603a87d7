"""What holds for every window in both languages: access keys, names for screen readers, the Tab key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.activation_dialog import ActivationDialog
from erpsync_desktop.dialogs.catalogue_import_dialog import CatalogueImportDialog
from erpsync_desktop.dialogs.connection_dialog import ConnectionDialog
from erpsync_desktop.dialogs.connector_dialog import ConnectorDialog
from erpsync_desktop.dialogs.crm_field_dialog import CrmFieldDialog
from erpsync_desktop.dialogs.crm_list_dialog import CrmListDialog
from erpsync_desktop.dialogs.default_dialog import DefaultDialog
from erpsync_desktop.dialogs.defaults_dialog import DefaultsDialog
from erpsync_desktop.dialogs.erp_changes_dialog import ErpChangesDialog
from erpsync_desktop.dialogs.error_dialog import ErrorDialog
from erpsync_desktop.dialogs.group_dialog import GroupDialog
from erpsync_desktop.dialogs.help_window import HelpWindow
from erpsync_desktop.dialogs.import_dialog import ImportDialog
from erpsync_desktop.dialogs.list_mapping_dialog import ListMappingDialog
from erpsync_desktop.dialogs.mappings_dialog import MappingsDialog
from erpsync_desktop.dialogs.priority_dialog import PriorityDialog
from erpsync_desktop.dialogs.rank_dialog import RankDialog
from erpsync_desktop.dialogs.scope_dialog import ScopeDialog
from erpsync_desktop.dialogs.setup_dialog import SetupDialog
from erpsync_desktop.dialogs.user_dialog import UserDialog
from erpsync_desktop.model.catalogue import Catalogue, CrmEntity, CrmField
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import ConnectorDraft, SyncConnector
from erpsync_desktop.model.directory import Directory, Group, Scope, User
from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.erp_schema import ActorChanges, ActorSchema, ErpList, ErpSchema
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.sync_setup import SyncContext, SyncSetup, completed
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.ui.catalogue_page import CataloguePage
from erpsync_desktop.ui.directory_page import DirectoryPage
from erpsync_desktop.ui.summary_view import SummaryView
from erpsync_desktop.widgets import language
from erpsync_desktop.widgets.access_keys import access_key
from erpsync_desktop.widgets.sentences import Sentence
from erpsync_desktop.workspace.protocol import Workspace
from tests.dialogs.fake_workspace import FakeWorkspace
from tests.dialogs.list_world import countries, unreadable
from tests.dialogs.mapping_world import CUSTOMER, NAME_TO_CRM, UNREAD, mapped
from tests.dialogs.mapping_world import context as mapping_context
from tests.ui.fake_workspace import FakeWorkspace as DirectoryWorkspace

DIRECTORY = Directory((Group("g1", "Sales"),), (User("u1", "anna", "Anna Lindqvist", "g1"),))
SAMPLE = SyncConnector("c1", "Sample ERP", "http://127.0.0.1:9/x")
PROBLEM = Problem(ProblemCode.NAME_MISSING)
FINANCE = ErpConnection("e1", "c1", "Finance")
ERP = ErpSchema(
    (ActorSchema("Customer", (FieldMetadata("NAME"), FieldMetadata("CITY"))), ActorSchema("Project"))
)
CONTEXT = SyncContext(FINANCE, ERP, setup=completed(SyncSetup(), ERP))
WORKSPACE = cast("Workspace", FakeWorkspace(context=CONTEXT, pairs=(countries(AT="1", DE="1"), unreadable())))
MAPPINGS = mapping_context(CUSTOMER, UNREAD, setup=mapped(NAME_TO_CRM))
MAPPINGS_WORKSPACE = cast("Workspace", FakeWorkspace(context=MAPPINGS))
CHANGES = ActorChanges("Customer", new=(FieldMetadata("NAME", label='US:"Name";GE:"Firmenname"'),))
UNMAPPED = cast("Workspace", FakeWorkspace())
DIRECTORY_WORKSPACE = cast("Workspace", DirectoryWorkspace())
CATALOGUE = Catalogue((CrmField(CrmEntity.COMPANY, "NAME", "Name"),))


class _CatalogueWorkspace:
    """Saves nothing: the dialogs are only looked at."""

    save_crm_field = save_crm_list = None


CATALOGUE_WORKSPACE = cast("Workspace", _CatalogueWorkspace())


def _connection() -> QWidget:
    return ConnectionDialog(WORKSPACE, ConnectionDraft("guid"), (SAMPLE,), DIRECTORY)


def _default() -> QWidget:
    field = FieldMetadata("LIMIT", FieldType.DOUBLE, 'US:"Limit";GE:"Grenze"', "How much")
    return DefaultDialog(lambda name, _watch: ErpList(name), (field,), field, None)


WINDOWS: dict[str, Callable[[], QWidget]] = {
    "activation": lambda: ActivationDialog("Finance", (PROBLEM,)),
    "catalogue": lambda: CataloguePage(None),
    "catalogue import": lambda: CatalogueImportDialog(WORKSPACE),
    "connection": _connection,
    "connector": lambda: ConnectorDialog(WORKSPACE, ConnectorDraft()),
    "crm field": lambda: CrmFieldDialog(CATALOGUE_WORKSPACE, CATALOGUE, None),
    "crm list": lambda: CrmListDialog(CATALOGUE_WORKSPACE, CATALOGUE, None),
    "crm standard field": lambda: CrmFieldDialog(CATALOGUE_WORKSPACE, CATALOGUE, CATALOGUE.fields[0]),
    "default": _default,
    "defaults": lambda: DefaultsDialog(WORKSPACE, FINANCE),
    "directory": lambda: DirectoryPage(None),
    "error": lambda: ErrorDialog(lambda: (Sentence("a", "b", "c", "details"),)),
    "group": lambda: GroupDialog(DIRECTORY_WORKSPACE, DIRECTORY, None),
    "help": HelpWindow,
    "import": lambda: ImportDialog(WORKSPACE),
    "list mapping": lambda: ListMappingDialog(WORKSPACE, FINANCE),
    "list mapping, nothing mapped": lambda: ListMappingDialog(UNMAPPED, FINANCE),
    "mappings": lambda: MappingsDialog(MAPPINGS_WORKSPACE, FINANCE),
    "erp changes": lambda: ErpChangesDialog((CHANGES,), ()),
    "priority": lambda: PriorityDialog(WORKSPACE, (FINANCE, ErpConnection("e2", "c1", "Old", active=True))),
    "rank": lambda: RankDialog(WORKSPACE, FINANCE),
    "scope": lambda: ScopeDialog(DIRECTORY, Scope(False, frozenset({"g1", "gone"}))),
    "summary": SummaryView,
    "user": lambda: UserDialog(DIRECTORY_WORKSPACE, DIRECTORY, None),
}
CASES = [(name, code) for name in WINDOWS for code in language.LANGUAGES]


@pytest.fixture(params=CASES, ids="-".join)
def window(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[QWidget]:
    """Each window; made in the one language and then switched to the other."""
    name, code = request.param
    language.install("de" if code == "en" else "en")
    made = _shown(qtbot, name)
    language.install(code)
    QApplication.processEvents()
    yield made
    language.install("en")


def _visible(window: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    return (each for each in window.findChildren(kind) if each.isVisible())


def test_no_access_key_is_given_twice(window: QWidget) -> None:
    texts = [each.text() for each in _visible(window, QAbstractButton) if isinstance(each, QAbstractButton)]
    texts += [each.text() for each in _visible(window, QLabel) if isinstance(each, QLabel) and each.buddy()]
    counts = Counter(key for text in texts if (key := access_key(text)))
    assert not [key for key, count in counts.items() if count > 1], texts


INPUTS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)


def _controls(window: QWidget) -> Iterator[QWidget]:
    for kind in INPUTS:
        for each in _visible(window, kind):
            inside = each.objectName().startswith("qt_") or isinstance(each, QHeaderView)
            part = isinstance(each.parentWidget(), QComboBox | QLineEdit | QAbstractItemView)
            if not inside and not part:
                yield each


def test_every_control_has_a_name_for_screen_readers(window: QWidget) -> None:
    named_by_label = {each.buddy() for each in window.findChildren(QLabel) if each.buddy()}
    nameless = [
        each.objectName()
        for each in _controls(window)
        if not each.accessibleName()
        and not (isinstance(each, QAbstractButton) and each.text())
        and each not in named_by_label
    ]
    assert not nameless


def test_the_tab_key_comes_to_every_control(window: QWidget) -> None:
    no_stop = [
        each.objectName() for each in _controls(window) if not each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert not no_stop


@pytest.mark.parametrize(("name", "code"), CASES)
def test_after_a_switch_all_is_said_as_in_a_new_window(qtbot: QtBot, name: str, code: str) -> None:
    language.install("de" if code == "en" else "en")
    switched = _shown(qtbot, name)
    language.install(code)
    new = _shown(qtbot, name)
    said, wanted = _said(switched), _said(new)
    language.install("en")
    assert said == wanted


def _shown(qtbot: QtBot, name: str) -> QWidget:
    made = WINDOWS[name]()
    qtbot.addWidget(made)
    made.show()
    if isinstance(made, SetupDialog):
        # It loads in the background, and asks the ERP there whether something has changed since.
        qtbot.waitUntil(lambda: made.body.isVisible() and not made._tasks)
    QApplication.processEvents()
    return made


def _said(window: QWidget) -> list[str]:
    texts = [window.windowTitle()]
    for each in _visible(window, QWidget):
        texts += [each.accessibleName(), each.accessibleDescription(), each.toolTip()]
        if isinstance(each, QAbstractButton | QLabel):
            texts.append(each.text())
        if isinstance(each, QLineEdit):
            texts.append(each.placeholderText())
        if isinstance(each, QHeaderView) and each.model():
            across = each.orientation()
            texts += [str(each.model().headerData(n, across)) for n in range(each.count())]
    return [text for text in texts if text]  # a scroll bar that comes or goes says nothing


@pytest.mark.parametrize("name", sorted(set(WINDOWS) - {"list mapping"}))  # whose two lists take 360
@pytest.mark.parametrize("code", language.LANGUAGES)
def test_it_fits_a_small_screen_with_everything_twice_as_large(qtbot: QtBot, name: str, code: str) -> None:
    language.install(code)
    window = _shown(qtbot, name)
    least = window.minimumSizeHint().expandedTo(window.minimumSize())
    language.install("en")
    assert least.width() <= 1280 // 2
    assert least.height() <= (720 - 64) // 2  # below the title bar
