"""What can be done to Sync Connectors."""

from __future__ import annotations

from collections.abc import Sequence

from erpsync_desktop.model.connector import ConnectorDraft, SyncConnector
from erpsync_desktop.ui.actions import Actions
from erpsync_desktop.ui.lasting import Batch, Named, for_each
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.sentences import shown_name


class ConnectorActions(Actions):
    """Add, edit, delete, restore and remove for ever."""

    def add(self) -> None:
        """Open the dialog for a new connector."""
        self._open(None)

    def edit(self, selected: Sequence[SyncConnector]) -> None:
        """Open the dialog for a connector."""
        if len(selected) == 1 and not selected[0].deleted_at:
            self._open(selected[0].id)

    def _open(self, connector_id: str | None) -> None:
        if not self.slot.begin():
            return
        workspace = self.workspace

        def show(draft: ConnectorDraft) -> None:
            from erpsync_desktop.dialogs.connector_dialog import ConnectorDialog

            self.open_dialog(ConnectorDialog(workspace, draft, self.window))

        self.jobs.run(
            lambda: self.tr("Opening …"),
            lambda _watch: workspace.connector_draft(connector_id),
            show,
            failed=self.opening_failed,
        )

    def delete(self, selected: Sequence[SyncConnector]) -> None:
        """Hide connectors; that can be taken back."""
        if not selected:
            return
        workspace = self.workspace
        work = for_each(selected, lambda key, _watch: workspace.delete_connector(key))
        self.jobs.run(lambda: self.tr("Deleting …"), work, self._deleted)

    def _deleted(self, batch: Batch) -> None:
        done = tuple(batch.done)
        if done:
            self.jobs.offer_undo(
                lambda: self._deleted_text(batch),
                lambda: self.tr("Undo delete of Sync Connector"),
                lambda: self._restore(done),
            )
        if batch.error:
            self.jobs.show_error(batch.error)

    def _deleted_text(self, batch: Batch) -> str:
        if len(batch.done) == 1:
            return self.tr("Sync Connector “{name}” was deleted.").format(name=shown_name(batch.done[0].name))
        return self.tr("{count} Sync Connectors were deleted.").format(
            count=uilocale().toString(len(batch.done))
        )

    def restore(self, selected: Sequence[SyncConnector]) -> None:
        """Show deleted connectors again."""
        self._restore(tuple(one for one in selected if one.deleted_at))

    def _restore(self, records: Sequence[Named]) -> None:
        workspace = self.workspace
        work = for_each(records, lambda key, _watch: workspace.restore_connector(key))

        def done(batch: Batch) -> None:
            self.touched.emit(self.ids(batch.done))
            self.tell_batch(batch, lambda: self._restored_text(batch))

        self.jobs.run(lambda: self.tr("Restoring …"), work, done)

    def _restored_text(self, batch: Batch) -> str:
        if len(batch.done) == 1:
            return self.tr("Sync Connector “{name}” was restored.").format(
                name=shown_name(batch.done[0].name)
            )
        return self.tr("{count} Sync Connectors were restored.").format(
            count=uilocale().toString(len(batch.done))
        )

    def purge(self, selected: Sequence[SyncConnector]) -> None:
        """Remove deleted connectors for ever, after asking."""
        records = tuple(one for one in selected if one.deleted_at)
        if not records:
            return
        from erpsync_desktop.dialogs.confirm import confirm

        confirm(
            self.window,
            self.tr("Remove Sync Connectors for ever"),
            self._question(records),
            self.tr("Remove for ever"),
            lambda: self._purge(records),
        )

    def _question(self, records: Sequence[SyncConnector]) -> str:
        if len(records) == 1:
            question = self.tr("Remove the Sync Connector “{name}” for ever? This cannot be undone.")
            return question.format(name=shown_name(records[0].name))
        question = self.tr("Remove {count} Sync Connectors for ever? This cannot be undone.")
        return question.format(count=uilocale().toString(len(records)))

    def _purge(self, records: Sequence[SyncConnector]) -> None:
        workspace = self.workspace
        work = for_each(records, lambda key, _watch: workspace.purge_connector(key))

        def done(batch: Batch) -> None:
            self.tell_batch(batch, lambda: self._purged_text(batch))

        self.jobs.run(lambda: self.tr("Removing …"), work, done)

    def _purged_text(self, batch: Batch) -> str:
        if len(batch.done) == 1:
            text = self.tr("Sync Connector “{name}” was removed for ever.")
            return text.format(name=shown_name(batch.done[0].name))
        text = self.tr("{count} Sync Connectors were removed for ever.")
        return text.format(count=uilocale().toString(len(batch.done)))
