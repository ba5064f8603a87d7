"""The configuration fields in the connection dialog: fetched, shown, and kept the same as the draft."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from erpsync_desktop.dialogs.connection_page import ConnectionPage
from erpsync_desktop.dialogs.field_loader import FieldLoader
from erpsync_desktop.model.connector import is_plain_http
from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.widgets.message_panel import words
from erpsync_desktop.widgets.sentences import Sentence, explain, stage_text
from erpsync_desktop.widgets.theme import Tone
from erpsync_desktop.workspace.protocol import Workspace

_SAID_WHEN_ASKED = {ProblemCode.FIELD_MISSING, ProblemCode.SECRET_LOST}
"""That a field is empty is not said beside it before somebody wants to test or save."""


class ConnectionFields(QObject):
    """Stands between the form, the connector and the draft.

    Args:
        workspace: where the connector is asked.
        page: has the form, and what is said about it.
        draft: gives the draft of the moment.
        parent: the dialog.

    Signals:
        edited: ConnectionDraft with what somebody typed.
        loaded: ConnectionDraft with the fields that have come.
    """

    edited = Signal(object)
    loaded = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        page: ConnectionPage,
        draft: Callable[[], ConnectionDraft],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page, self._draft = page, draft
        self._loader = FieldLoader(workspace, self)
        self._by_key: dict[str, FieldMetadata] = {}
        self._typed_texts: dict[str, dict[str, str]] = {}
        self._connect()

    def _connect(self) -> None:
        page, form, loader = self._page, self._page.form, self._loader
        form.valueEdited.connect(self._type_value)
        form.invalidEdited.connect(self._type_invalid)
        form.secretEdited.connect(self._type_secret)
        form.fieldLeft.connect(lambda key: self._judge(key, left=True))
        form.listWanted.connect(loader.load_list)
        loader.listStarted.connect(form.list_loading)
        loader.listLoaded.connect(form.offer_list)
        loader.listFailed.connect(lambda name, error: form.list_failed(name, lambda: explain(error)))
        loader.stageEntered.connect(lambda stage: page.fields_busy.say(lambda: stage_text(stage)))
        loader.fieldsLoaded.connect(self._loaded)
        loader.fieldsFailed.connect(self._failed)

    def stop(self) -> None:
        """Hear nothing more from the connector; the dialog is about to be closed."""
        self._loader.stop()
        self._page.form.dissolve(self._page.window())

    def put_aside(self) -> None:
        """Keep the texts that are no values, for when this connector's fields are shown again."""
        connector = self._draft().connector
        if connector:
            self._typed_texts[connector.id] = self._page.form.invalid_texts

    def show(self) -> None:
        """Show the draft's fields; fetch them first where they are not there."""
        draft = self._draft()
        self._loader.stop()
        self._clear()
        if draft.connector is None:
            return
        if draft.connector.needs_site:
            needs_site = Problem(ProblemCode.CONNECTOR_NEEDS_SITE, field="connector")
            self._page.fields_failure.show_problem(Tone.INFO, needs_site)
            return
        if draft.fields is None:
            self._fetch()
        else:
            self._loader.begin_with(draft.connector)
            self._build()

    def _clear(self) -> None:
        self._by_key = {}
        self._page.clear_fields()
        self._page.fields_failure.clear()
        self._page.plain_http.clear()
        self._page.fields_busy.hide()

    def _fetch(self) -> None:
        connector = self._draft().connector
        if connector:
            self._page.fields_busy.show()
            self._page.fields_busy.start(lambda: self.tr("Fetching the configuration fields …"))
            self._loader.load(connector)

    def _loaded(self, fields: tuple[FieldMetadata, ...]) -> None:
        self._page.fields_busy.stop()
        self._page.fields_busy.hide()
        self.loaded.emit(self._draft().with_fields(fields))
        self._build()

    def _build(self) -> None:
        draft = self._draft()
        self._by_key = {item.key: item for item in draft.fields or ()}
        connector_id = draft.connector.id if draft.connector else ""
        self._page.show_fields(draft, self._typed_texts.pop(connector_id, {}))
        secret = any(item.kind.is_secret for item in self._by_key.values())
        if secret and draft.connector and is_plain_http(draft.connector.url):
            self._page.plain_http.show_sentences(Tone.WARNING, self._plain_http_text)

    def _failed(self, error: Exception) -> None:
        failure = self._page.fields_failure
        self._page.fields_busy.stop()
        self._page.fields_busy.hide()
        failure.show_sentences(
            Tone.ERROR, lambda: (words(self.tr("The configuration fields did not come.")), *explain(error))
        )
        failure.add_action(lambda: self.tr("Retry"), self._retry, "retryFieldsButton")

    def _retry(self) -> None:
        self._page.connector.setFocus()
        self._page.fields_failure.clear()
        self._fetch()

    # What is typed

    def _type_value(self, key: str, wire: str) -> None:
        self.edited.emit(self._draft().with_value(key, wire))
        self._judge(key)

    def _type_invalid(self, key: str, text: str) -> None:
        self.edited.emit(self._draft().with_invalid(key, self._by_key[key].misread(text)))
        self._judge(key)

    def _type_secret(self, key: str, secret: Secret) -> None:
        self.edited.emit(self._draft().with_secret(key, secret))
        self._judge(key)

    def _judge(self, key: str, *, left: bool = False) -> None:
        """Say beside an input what is wrong with it, once it was left, or at once if it was said before."""
        item, form = self._by_key.get(key), self._page.form
        problem = self._draft().field_problem(item) if item else None
        at_once = problem is None or problem.code is ProblemCode.FIELD_TOO_LONG
        quiet = problem is not None and problem.code in _SAID_WHEN_ASKED
        if at_once or form.has_problem(key) or (left and not quiet):
            form.set_problem(key, problem)

    def _plain_http_text(self) -> tuple[Sentence, ...]:
        return (
            words(
                self.tr("The connector’s address is not encrypted (http)."),
                self.tr("Passwords travel in plain text. Put the URL right if the connector offers https."),
            ),
        )
