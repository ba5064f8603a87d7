"""Loads the summary of the selected connection in the background, once the selection has settled."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from erpsync_desktop.widgets.tasks import Task, run_in_background

if TYPE_CHECKING:
    from erpsync_desktop.model.connection import ErpConnection
    from erpsync_desktop.model.watch import Watch
    from erpsync_desktop.ui.summary_view import SummaryView
    from erpsync_desktop.ui.sync_tab import SyncTab
    from erpsync_desktop.workspace.protocol import Workspace

_SETTLES_MS = 150
"""A key that is held down selects a row more often than that."""


class SummaryLoader(QObject):
    """Makes the summary's view at the first use, which is after the rows are shown.

    Args:
        tab: has the lists, and a place for the view.
    """

    def __init__(self, tab: SyncTab) -> None:
        super().__init__(tab)
        self._tab = tab
        self._workspace: Workspace | None = None
        self._view: SummaryView | None = None
        self._task: Task | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SETTLES_MS)
        self._soon.timeout.connect(self._load)
        tab.connections.view.selectionAltered.connect(self.refresh)

    def set_workspace(self, workspace: Workspace | None) -> None:
        """Load from another workspace from now on."""
        self._workspace = workspace
        self._stop()
        self._soon.stop()
        if self._view is not None:
            self._view.say("")

    def refresh(self) -> None:
        """Load again soon: the selection, or what is saved, is another."""
        if self._workspace is not None:
            self._soon.start()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _load(self) -> None:
        self._stop()
        workspace, selected = self._workspace, self._tab.connections.selected
        if workspace is None:
            return
        if len(selected) != 1 or selected[0].deleted_at:
            self._say(self._why_nothing(selected))
            return
        work = _loading(workspace, selected[0].id)
        self._task = run_in_background(self, work, done=self._say, failed=self._fail)

    def _why_nothing(self, selected: tuple[ErpConnection, ...]) -> str:
        if not selected:
            return self.tr("Select an ERP connection to see here what it synchronises.")
        if len(selected) == 1:
            return self.tr("This ERP connection is deleted. Restore it to see here what it synchronises.")
        return self.tr("Select one ERP connection alone to see here what it synchronises.")

    def _say(self, text: str) -> None:
        self._task = None
        self._shown_view().say(text)

    def _fail(self, error: Exception) -> None:
        from erpsync_desktop.widgets.sentences import explain

        self._say("\n".join(said.text for said in explain(error)))

    def _shown_view(self) -> SummaryView:
        if self._view is None:
            from erpsync_desktop.ui.summary_view import SummaryView

            self._view = SummaryView(self._tab)
            self._tab.add_summary(self._view)
        return self._view


def _loading(workspace: Workspace, connection_id: str) -> Callable[[Watch], str]:
    from erpsync_desktop.model.summary import summary
    from erpsync_desktop.ui.summary_texts import summary_text

    def work(watch: Watch) -> str:
        return summary_text(summary(workspace.sync_context(connection_id, watch, ask=False)))

    return work
