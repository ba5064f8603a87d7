"""What changed in the ERP, before it is taken over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLabel, QTreeView
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.erp_change_texts import changed_text
from erpsync_desktop.dialogs.erp_changes_dialog import ErpChangesDialog
from erpsync_desktop.model.erp_schema import ActorChanges, FieldChange, ListChanges
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata, ListItem
from erpsync_desktop.model.values import FieldType
from erpsync_desktop.widgets import language

NAME = FieldMetadata("NAME", label='US:"Name";GE:"Firmenname"')
PHONE = FieldMetadata("PHONE", label="Phone", max_length=20)
ACTOR = ActorChanges(
    "Customer",
    new=(NAME,),
    gone=(PHONE, FieldMetadata("FAX", label="Fax")),
    changed=(FieldChange(NAME, replace(NAME, kind=FieldType.INTEGER)),),
)
LIST = ListChanges(
    "groups",
    new=(ListItem("3", "Gold"),),
    gone=(ListItem("1", "Iron"),),
    changed=((ListItem("2", "Tin"), ListItem("2", "Silver")),),
)

Opens = Callable[..., ErpChangesDialog]


@pytest.fixture
def opens(qtbot: QtBot) -> Opens:
    def opened(actors: Any = (), lists: Any = (), **options: Any) -> ErpChangesDialog:
        dialog = ErpChangesDialog(actors, lists, None, **options)
        qtbot.addWidget(dialog)
        dialog.open()
        return dialog

    return opened


def tree(dialog: ErpChangesDialog) -> list[str]:
    """All rows, indented, both columns."""
    view = dialog.findChild(QTreeView, "changesView")
    assert view is not None
    model, found = view.model(), []

    def walk(parent: QModelIndex, depth: int) -> None:
        for row in range(model.rowCount(parent)):
            cells = [str(model.index(row, column, parent).data() or "") for column in range(2)]
            found.append("  " * depth + " | ".join(cell for cell in cells if cell))
            walk(model.index(row, 0, parent), depth + 1)

    walk(QModelIndex(), 0)
    return found


def said(dialog: ErpChangesDialog) -> str:
    label = dialog.findChild(QLabel, "consequencesLabel")
    assert label is not None
    return label.text()


def test_fields_are_grouped_by_actor_type_and_kind_of_change(opens: Opens) -> None:
    dialog = opens((ACTOR,), in_use={"Customer": {"PHONE"}})
    assert tree(dialog) == [
        "Customer",
        "  New (1)",
        "    Name | Text",
        "  Gone (2)",
        "    Phone | configured here: it stays, marked, until it is unmapped",
        "    Fax | nothing is configured for it",
        "  Changed (1)",
        "    Name | type: Text → Integer",
    ]


def test_items_are_grouped_by_list(opens: Opens) -> None:
    assert tree(opens((), (LIST,))) == [
        "List “groups”",
        "  New (1)",
        "    Gold | 3",
        "  Gone (1)",
        "    Iron | 1",
        "  Changed (1)",
        "    Tin | now Silver",
    ]


def test_types_that_come_and_go_are_said(opens: Opens) -> None:
    dialog = opens((ActorChanges("Partner", type_is_new=True), ActorChanges("Supplier", type_is_gone=True)))
    assert tree(dialog) == [
        "Partner | new: the Sync Connector supports it now",
        "Supplier | gone: the Sync Connector does not support it any more",
    ]


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"kind": FieldType.DATETIME}, "type: Text → Date"),
        ({"access": FieldAccess.MANDATORY}, "now mandatory"),
        ({"access": FieldAccess.READ_ONLY}, "now read-only"),
        ({"max_length": 1500}, "length: 20 → 1,500"),
        ({"max_length": 0}, "length: 20 → no limit"),
        ({"list_name": "g"}, "list: – → g"),
        ({"label": "Telephone"}, "name: Phone → Telephone"),
        ({"description": "x"}, "other description"),
        ({"default": "x"}, "other default of the ERP"),
        ({"kind": FieldType.INTEGER, "max_length": 0}, "type: Text → Integer; length: 20 → no limit"),
    ],
)
def test_a_change_is_said_in_words(change: dict[str, Any], text: str) -> None:
    assert changed_text(FieldChange(PHONE, replace(PHONE, **change))) == text


def test_searching_is_a_change_too() -> None:
    assert changed_text(FieldChange(PHONE, PHONE, False, True)) == "can be searched now"
    assert changed_text(FieldChange(PHONE, PHONE, True, False)) == "cannot be searched any more"


def test_what_follows_is_said_only_where_it_follows(opens: Opens) -> None:
    assert "New fields come without a mapping." in said(opens((ACTOR,)))
    assert said(opens((), (LIST,))) == "New items of lists come without a SuperOffice item."


def test_very_many_items_are_counted(opens: Opens) -> None:
    items = tuple(ListItem(str(n), f"Item {n}") for n in range(20_000))
    rows = tree(opens((), (ListChanges("groups", new=items),)))
    assert rows[1] == "  New (20,000)"
    assert rows[-1].strip().startswith("… and 19,500 more") or "19500 more" in rows[-1]


def test_taking_over_accepts(opens: Opens) -> None:
    dialog = opens((ACTOR,))
    box = dialog.findChild(QDialogButtonBox, "buttonBox")
    assert box is not None
    box.button(QDialogButtonBox.StandardButton.Ok).click()
    assert dialog.result() == ErpChangesDialog.DialogCode.Accepted


def test_cancel_takes_nothing(opens: Opens) -> None:
    dialog = opens((ACTOR,))
    box = dialog.findChild(QDialogButtonBox, "buttonBox")
    assert box is not None
    box.button(QDialogButtonBox.StandardButton.Cancel).click()
    assert dialog.result() == ErpChangesDialog.DialogCode.Rejected


def test_names_follow_the_language(opens: Opens) -> None:
    dialog = opens((ACTOR,))
    language.install("de")
    QApplication.processEvents()
    assert any("Firmenname" in row for row in tree(dialog))
