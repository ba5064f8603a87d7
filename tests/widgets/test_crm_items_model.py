"""The table of a list's items."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from erpsync_desktop.model.catalogue_items import ItemRow
from erpsync_desktop.widgets.crm_items_model import ENGLISH, KEY, NOTE, CrmItemsModel
from erpsync_desktop.widgets.table_keys import spare_headers

ROWS = tuple(ItemRow(key, key.upper()) for key in "abcd")


def made(qapp: object) -> CrmItemsModel:
    model = CrmItemsModel()
    model.set_rows(ROWS)
    return model


def keys(model: CrmItemsModel) -> str:
    return "".join(row.key for row in model.rows)


def test_rows_move_together_and_stop_at_the_end(qapp: object) -> None:
    model = made(qapp)
    assert model.move((1, 2), -1) == (0, 1)
    assert keys(model) == "bcad"
    assert model.move((0, 1), -1) == (0, 1)
    assert keys(model) == "bcad"
    assert model.move((0, 3), 1) == (1, 3)
    assert keys(model) == "cbad"


def test_what_is_wrong_stands_in_words_with_a_sign_and_not_elsewhere(qapp: object) -> None:
    model = made(qapp)
    assert model.setData(model.index(1, KEY), "a")
    note = model.index(1, NOTE)
    assert "already that of another item" in note.data()
    assert note.data(Qt.ItemDataRole.DecorationRole) is not None
    assert model.index(0, NOTE).data() is None
    assert len(model.problems) == 1
    assert not model.setData(note, "x")
    assert not note.flags() & Qt.ItemFlag.ItemIsEditable


def test_typing_the_same_again_is_no_change(qtbot: QtBot) -> None:
    model = made(None)
    with qtbot.assertNotEmitted(model.edited):
        assert model.setData(model.index(0, ENGLISH), "A")


def test_rows_are_numbered(qapp: object) -> None:
    assert made(qapp).headerData(3, Qt.Orientation.Vertical) == 4


def test_to_paint_the_headers_no_cell_is_asked_for(qtbot: QtBot) -> None:
    asked = []

    class Asked(CrmItemsModel):
        def flags(self, index: object) -> Qt.ItemFlag:
            asked.append(index)
            return super().flags(index)  # type: ignore[arg-type]

    model = Asked()
    model.set_rows([ItemRow(str(number), "x") for number in range(2_000)])
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    spare_headers(view)
    view.show()
    view.selectAll()
    view.grab()
    assert len(asked) < 2_000
