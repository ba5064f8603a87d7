"""The windows that configure a connection are named after it."""

from dataclasses import replace
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from erpsync_desktop.dialogs.defaults_dialog import DefaultsDialog
from erpsync_desktop.dialogs.list_mapping_dialog import ListMappingDialog
from erpsync_desktop.dialogs.mappings_dialog import MappingsDialog
from erpsync_desktop.dialogs.rank_dialog import RankDialog
from erpsync_desktop.dialogs.setup_dialog import SetupDialog
from erpsync_desktop.workspace.protocol import Workspace
from tests.dialogs.fake_workspace import FakeWorkspace
from tests.dialogs.mapping_world import CONNECTION, context


@pytest.mark.parametrize("kind", [DefaultsDialog, ListMappingDialog, MappingsDialog, RankDialog])
def test_a_long_name_on_two_lines_fits_a_title(qtbot: QtBot, kind: type[SetupDialog]) -> None:
    named = replace(CONNECTION, name="Finance\nof " + "everything " * 40)
    dialog = kind(cast("Workspace", FakeWorkspace(context=context())), named)  # type: ignore[call-arg]
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: not dialog._tasks)
    assert "Finance of everything" in dialog.windowTitle()
    assert len(dialog.windowTitle()) < 200
    dialog.reject()
