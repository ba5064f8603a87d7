"""What can be done to ERP connections, but for testing them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.naming import LONGEST_NAME, name_key
from erpsync_desktop.model.watch import Watch
from erpsync_desktop.ui.actions import Actions
from erpsync_desktop.ui.lasting import Batch, Named, for_each
from erpsync_desktop.widgets.language import uilocale
from erpsync_desktop.widgets.sentences import shown_name
from erpsync_desktop.workspace.protocol import Contents

if TYPE_CHECKING:
    from erpsync_desktop.dialogs.activation_dialog import ActivationDialog


class ConnectionActions(Actions):
    """Add, configure, duplicate, switch on and off, delete, restore and remove for ever.

    Signals:
        settled: a connection (by id) is no longer being switched on or off.
        goWanted: the user wants to go where a reason against activating is put right; with the connection and
            the ``Problem``.
    """

    settled = Signal(str)
    goWanted = Signal(object, object)  # noqa: N815  Qt's way of naming

    # Dialog

    def add(self) -> None:
        """Open the dialog for a new connection."""
        self._open(None)

    def configure(self, selected: Sequence[ErpConnection]) -> None:
        """Open the dialog for a connection."""
        if len(selected) == 1 and not selected[0].deleted_at:
            self._open(selected[0].id)

    def _open(self, connection_id: str | None) -> None:
        if not self.slot.begin():
            return
        workspace = self.workspace

        def read(_watch: Watch) -> Callable[[], None]:
            draft, contents = workspace.connection_draft(connection_id), workspace.contents()

            def show() -> None:
                from erpsync_desktop.dialogs.connection_dialog import ConnectionDialog

                connectors, directory = contents.connectors, contents.directory
                self.open_dialog(ConnectionDialog(workspace, draft, connectors, directory, self.window))

            return show

        self.jobs.run(lambda: self.tr("Opening …"), read, lambda show: show(), failed=self.opening_failed)

    # Duplicate

    def duplicate(self, selected: Sequence[ErpConnection]) -> None:
        """Copy a connection under a name that is free."""
        if len(selected) != 1:
            return
        workspace, original = self.workspace, selected[0]
        template, numbered = self.tr("{name} (copy)"), self.tr("{name} (copy {number})")

        def work(_watch: Watch) -> ErpConnection:
            contents: Contents = workspace.contents()
            taken = {name_key(one.name) for one in contents.connections}
            name = next(
                name for name in copy_names(original.name, template, numbered) if name_key(name) not in taken
            )
            return workspace.duplicate_connection(original.id, name)

        def done(copy: ErpConnection) -> None:
            self.touched.emit((copy.id,))
            self.jobs.tell(lambda: self._copied_text(copy.name))

        self.jobs.run(lambda: self.tr("Duplicating …"), work, done)

    def _copied_text(self, name: str) -> str:
        text = self.tr("“{name}” was made as a copy. It is inactive and not tested yet.")
        return text.format(name=shown_name(name))

    # Active

    def set_active(self, connection: ErpConnection, active: bool) -> None:
        """Switch a connection on or off; the reasons why that is refused are shown together."""
        workspace, name = self.workspace, shown_name(connection.name)

        def text() -> str:
            template = self.tr("Switching “{name}” on") if active else self.tr("Switching “{name}” off")
            return template.format(name=name)

        def done(reasons: tuple[Problem, ...]) -> None:
            if reasons:
                self.settled.emit(connection.id)
                self._refuse(connection, active, reasons)
                return
            self.touched.emit(())  # the box shows what is wanted until the rows are read again
            self.jobs.tell(lambda: self._switched_text(name, active))

        def failed(error: Exception) -> None:
            self.settled.emit(connection.id)
            self.jobs.show_error(error)

        self.jobs.run(
            text,
            lambda watch: workspace.set_active(connection.id, active, watch),
            done,
            failed=failed,
            cancelled=lambda: self.settled.emit(connection.id),
        )

    def _switched_text(self, name: str, active: bool) -> str:
        said = self.tr("“{name}” is active now.") if active else self.tr("“{name}” is inactive now.")
        return said.format(name=name)

    def _refuse(self, connection: ErpConnection, active: bool, reasons: tuple[Problem, ...]) -> None:
        """Show the reasons, after the dialog that somebody opened meanwhile."""

        def make() -> ActivationDialog:
            from erpsync_desktop.dialogs.activation_dialog import ActivationDialog

            dialog = ActivationDialog(connection.name, reasons, self.window)
            dialog.goWanted.connect(lambda reason: self.goWanted.emit(connection, reason))
            return dialog

        if not self.slot.free:
            self.jobs.tell(lambda: self._refused_text(shown_name(connection.name), active))
        self.slot.open_when_free(make)

    def _refused_text(self, name: str, active: bool) -> str:
        said = (
            self.tr("“{name}” could not be activated.")
            if active
            else self.tr("“{name}” could not be deactivated.")
        )
        return said.format(name=name)

    # Delete and after

    def delete(self, selected: Sequence[ErpConnection]) -> None:
        """Hide connections; that can be taken back."""
        if not selected:
            return
        workspace = self.workspace
        work = for_each(selected, lambda key, _watch: workspace.delete_connection(key))
        self.jobs.run(lambda: self.tr("Deleting …"), work, self._deleted)

    def _deleted(self, batch: Batch) -> None:
        done = tuple(batch.done)
        if done:
            self.jobs.offer_undo(
                lambda: self._deleted_text(done),
                lambda: self.tr("Undo delete of ERP connection"),
                lambda: self._restore(done),
            )
        if batch.error:
            self.jobs.show_error(batch.error)

    def _deleted_text(self, done: Sequence[Named]) -> str:
        if len(done) == 1:
            text = self.tr("“{name}” was deleted. Its configuration and secrets are kept for now.")
            return text.format(name=shown_name(done[0].name))
        text = self.tr("{count} ERP connections were deleted. Configuration and secrets are kept for now.")
        return text.format(count=uilocale().toString(len(done)))

    def restore(self, selected: Sequence[ErpConnection]) -> None:
        """Show deleted connections again."""
        self._restore(tuple(one for one in selected if one.deleted_at))

    def _restore(self, records: Sequence[Named]) -> None:
        workspace = self.workspace
        work = for_each(records, lambda key, _watch: workspace.restore_connection(key))

        def done(batch: Batch) -> None:
            self.touched.emit(self.ids(batch.done))
            self.tell_batch(batch, lambda: self._restored_text(batch.done))

        self.jobs.run(lambda: self.tr("Restoring …"), work, done)

    def _restored_text(self, done: Sequence[Named]) -> str:
        if len(done) == 1:
            return self.tr("“{name}” was restored.").format(name=shown_name(done[0].name))
        return self.tr("{count} ERP connections were restored.").format(count=uilocale().toString(len(done)))

    def purge(self, selected: Sequence[ErpConnection]) -> None:
        """Remove deleted connections for ever, after asking."""
        records = tuple(one for one in selected if one.deleted_at)
        if not records:
            return
        from erpsync_desktop.dialogs.confirm import confirm

        confirm(
            self.window,
            self.tr("Remove ERP connections for ever"),
            self._question(records),
            self.tr("Remove for ever"),
            lambda: self._purge(records),
        )

    def _question(self, records: Sequence[ErpConnection]) -> str:
        secrets = sum(len(one.secret_keys) for one in records)
        locale = uilocale()
        if len(records) == 1:
            question = self.tr(
                "Remove “{name}” for ever? Its configuration goes with it, here and at the Sync Connector, "
                "and so do its stored secrets (number: {secrets}). This cannot be undone."
            )
            return question.format(name=shown_name(records[0].name), secrets=locale.toString(secrets))
        question = self.tr(
            "Remove {count} ERP connections for ever? Their configuration goes with them, here and at the "
            "Sync Connector, and so do their stored secrets (number: {secrets}). This cannot be undone."
        )
        return question.format(count=locale.toString(len(records)), secrets=locale.toString(secrets))

    def _purge(self, records: Sequence[ErpConnection]) -> None:
        workspace = self.workspace
        work = for_each(records, workspace.purge_connection)

        def done(batch: Batch) -> None:
            self.tell_batch(batch, lambda: self._purged_text(batch.done))

        def cancelled() -> None:
            self.jobs.tell(lambda: self.tr("Removing was stopped. What is listed is still there."))

        # A connector that hangs is asked once a connection: that can be stopped.
        self.jobs.run(lambda: self.tr("Removing …"), work, done, cancelled=cancelled)

    def _purged_text(self, done: Sequence[Named]) -> str:
        if len(done) == 1:
            return self.tr("“{name}” was removed for ever.").format(name=shown_name(done[0].name))
        text = self.tr("{count} ERP connections were removed for ever.")
        return text.format(count=uilocale().toString(len(done)))


def copy_names(name: str, template: str, numbered: str) -> Iterable[str]:
    """Names for a copy, the nicest first, none longer than a name may be.

    Args:
        name: of the original.
        template: of the first copy, with ``{name}``.
        numbered: of further copies, with ``{name}`` and ``{number}``.
    """
    room = LONGEST_NAME - len(numbered) - 6
    short = name if len(name) <= room else name[:room].rstrip()
    yield template.format(name=short)
    number = 2
    while True:
        yield numbered.format(name=short, number=number)
        number += 1
