"""The OK rule, held against a second writing of it, over any sequence of what can be done in the dialog."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import SyncConnector
from erpsync_desktop.model.directory import Scope
from erpsync_desktop.model.draft import ConnectionDraft
from erpsync_desktop.model.errors import Problem, ProblemCode
from erpsync_desktop.model.metadata import FieldAccess, FieldMetadata
from erpsync_desktop.model.outcome import ConnectionTest, Outcome, OutcomeState
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.model.values import FieldType

EXCEL = SyncConnector("excel", "Excel", "https://erp.example/excel")
CONNECTORS = {
    "none": None,
    "excel": EXCEL,
    "excel moved": replace(EXCEL, url="https://new.example/excel"),
    "other": SyncConnector("other", "Other", "https://erp.example/other"),
    "site": SyncConnector("site", "Site", "app://0123"),
}
FIELDS = {
    "excel": (
        FieldMetadata("Note", FieldType.LABEL),
        FieldMetadata("Server", FieldType.TEXT, access=FieldAccess.MANDATORY, max_length=5),
        FieldMetadata("Port", FieldType.INTEGER, default="[I:1]"),
        FieldMetadata("Password", FieldType.PASSWORD, access=FieldAccess.MANDATORY),
        FieldMetadata("Version", FieldType.TEXT, default="7", access=FieldAccess.READ_ONLY),
    ),
    "other": (
        FieldMetadata("Book", FieldType.LIST, access=FieldAccess.MANDATORY),
        FieldMetadata("Token", FieldType.PASSWORD),
    ),
    "site": (),
}
START = {
    "excel": {"Server": "", "Port": "[I:1]", "Version": "7"},
    "other": {"Book": ""},
    "site": {},
}
BAD = Problem(ProblemCode.FIELD_NOT_AN_INTEGER, field="field:Port")
SAVED = ErpConnection(
    "guid",
    "excel",
    "ERP",
    values={"Server": "srv", "Port": "[I:2]", "Version": "7"},
    secret_keys=frozenset({"Password"}),
)
NOBODY = Scope(everyone=False)


@dataclass(frozen=True)
class Remembered:
    """One test, as the second writing remembers it."""

    passed: bool
    what: object


@dataclass
class Screen:
    """The dialog once more, in plain dictionaries that are changed in place."""

    edited: bool
    name: str = ""
    description: str = ""
    scope: Scope = field(default_factory=Scope)
    connector: str = "none"
    loaded: bool = False
    typed: dict[str, dict[str, str]] = field(default_factory=dict)
    passwords: dict[str, dict[str, str]] = field(default_factory=dict)
    bad: dict[str, set[str]] = field(default_factory=dict)
    last: Remembered | None = None
    opened: object = None

    @property
    def connector_id(self) -> str:
        return self.connector.split()[0]

    @property
    def what(self) -> object:
        """What a test would be about."""
        key = self.connector_id
        secrets = {name: text for name, text in self.passwords.get(key, {}).items() if text}
        if self.edited and key == "excel":
            secrets.setdefault("Password", "(kept)")
        return (self.connector, dict(self.typed.get(key, {})), secrets)

    @property
    def can_be_saved(self) -> bool:
        general = (
            0 < len(self.name.strip()) <= 255
            and self.name.strip().casefold() != "taken"
            and len(self.description) <= 4000
            and self.scope != NOBODY
        )
        bad = self.bad.get(self.connector_id)
        if self.edited and self.what == self.opened and not bad:
            return general
        tested = self.last is not None and self.last.passed and self.last.what == self.what
        return general and self.loaded and not bad and self._fields_are_filled() and tested

    def _fields_are_filled(self) -> bool:
        typed = self.typed.get(self.connector_id, {})
        passwords = self.passwords.get(self.connector_id, {})
        if self.connector_id == "excel":
            password = bool(passwords.get("Password")) or self.edited
            port = typed["Port"] in {"", "[I:1]", "[I:2]"}
            return typed["Server"] in {"srv", "other"} and port and password
        return self.connector_id == "other" and typed["Book"] == "1"


Step = Callable[[ConnectionDraft, Screen, list[tuple[ConnectionDraft, object]]], ConnectionDraft]


def _result(passed: bool) -> ConnectionTest:
    state = OutcomeState.WARNING if passed else OutcomeState.ERROR
    return ConnectionTest(datetime.now(UTC), 0.1, Outcome(state))


def _rename(name: str) -> Step:
    def step(draft: ConnectionDraft, screen: Screen, past: object) -> ConnectionDraft:
        screen.name = name
        return replace(draft, name=name)

    return step


def _describe(text: str) -> Step:
    def step(draft: ConnectionDraft, screen: Screen, past: object) -> ConnectionDraft:
        screen.description = text
        return replace(draft, description=text)

    return step


def _scope(scope: Scope) -> Step:
    def step(draft: ConnectionDraft, screen: Screen, past: object) -> ConnectionDraft:
        screen.scope = scope
        return replace(draft, scope=scope)

    return step


def _choose(connector: str) -> Step:
    def step(draft: ConnectionDraft, screen: Screen, past: object) -> ConnectionDraft:
        screen.loaded = screen.loaded and connector == screen.connector
        screen.connector = connector
        return draft.with_connector(CONNECTORS[connector])

    return step


def _load(draft: ConnectionDraft, screen: Screen, past: object) -> ConnectionDraft:
    if screen.connector == "none":
        return draft
    screen.loaded = True
    screen.typed[screen.connector_id] = START[screen.connector_id] | screen.typed.get(screen.connector_id, {})
    return draft.with_fields(FIELDS[screen.connector_id])


def _unload(draft: ConnectionDraft, screen: Screen, past: object) -> ConnectionDraft:
    screen.loaded = False
    return draft.without_fields()


def _fill(connector: str, key: str, wire: str) -> Step:
    def step(draft: ConnectionDraft, screen: Screen, past: object) -> ConnectionDraft:
        if screen.connector_id != connector or not screen.loaded:
            return draft
        screen.typed[connector][key] = wire
        screen.bad.get(connector, set()).discard(key)
        return draft.with_value(key, wire)

    return step


def _mistype(draft: ConnectionDraft, screen: Screen, past: object) -> ConnectionDraft:
    if screen.connector_id != "excel" or not screen.loaded:
        return draft
    screen.bad.setdefault("excel", set()).add("Port")
    return draft.with_invalid("Port", BAD)


def _password(connector: str, key: str, text: str) -> Step:
    def step(draft: ConnectionDraft, screen: Screen, past: object) -> ConnectionDraft:
        if screen.connector_id != connector or not screen.loaded:
            return draft
        screen.passwords.setdefault(connector, {})[key] = text
        return draft.with_secret(key, Secret(text))

    return step


def _test(passed: bool, ago: int) -> Step:
    def step(
        draft: ConnectionDraft, screen: Screen, past: list[tuple[ConnectionDraft, object]]
    ) -> ConnectionDraft:
        of, what = ([*past, (draft, screen.what)])[-1 - min(ago, len(past))]
        now = screen.last is not None and screen.last.what == screen.what
        if not (now and what != screen.what and not screen.bad.get(screen.connector_id)):
            screen.last = Remembered(passed, what)
        return draft.with_test(_result(passed), of)

    return step


steps: st.SearchStrategy[Step] = st.one_of(
    st.sampled_from(["", "  ", "ERP", " TAKEN", "x" * 256, "שלום"]).map(_rename),
    st.sampled_from(["", "text", "x" * 4001]).map(_describe),
    st.sampled_from([Scope(), NOBODY, Scope(everyone=False, group_ids=frozenset({"g"}))]).map(_scope),
    st.sampled_from([*CONNECTORS]).map(_choose),
    st.just(_load),
    st.just(_unload),
    st.builds(
        _fill, st.just("excel"), st.just("Server"), st.sampled_from(["", " ", "srv", "other", "longer"])
    ),
    st.builds(_fill, st.just("excel"), st.just("Port"), st.sampled_from(["", "[I:1]", "[I:2]", "[I:x]"])),
    st.builds(_fill, st.just("other"), st.just("Book"), st.sampled_from(["", "1"])),
    st.just(_mistype),
    st.builds(_password, st.just("excel"), st.just("Password"), st.sampled_from(["", "one", "two"])),
    st.builds(_password, st.just("other"), st.just("Token"), st.sampled_from(["", "one"])),
    st.builds(_test, st.booleans(), st.just(0)),
    st.builds(_test, st.booleans(), st.integers(0, 4)),
)
# Nearly complete, so that random steps reach both sides of the rule often.
GOOD_START: list[Step] = [
    _rename("ERP"),
    _choose("excel"),
    _load,
    _fill("excel", "Server", "srv"),
    _password("excel", "Password", "one"),
    _test(True, 0),
]


def _new() -> tuple[ConnectionDraft, Screen]:
    return ConnectionDraft("guid", taken=frozenset({"taken"})), Screen(edited=False)


def _opened() -> tuple[ConnectionDraft, Screen]:
    screen = Screen(edited=True, name="ERP", connector="excel", typed={"excel": dict(SAVED.values)})
    screen.opened = screen.what
    return ConnectionDraft.of(SAVED, EXCEL, taken=frozenset({"taken"})), screen


starts = st.sampled_from([(_new, []), (_new, GOOD_START), (_opened, []), (_opened, [_load])])


@settings(max_examples=400)
@given(starts, st.lists(steps, max_size=25))
def test_ok_is_on_exactly_when_the_documented_conditions_hold(
    start: tuple[Callable[[], tuple[ConnectionDraft, Screen]], list[Step]], more: list[Step]
) -> None:
    draft, screen = start[0]()
    past: list[tuple[ConnectionDraft, object]] = []
    for step in [*start[1], *more]:
        before = (draft, screen.what)
        draft = step(draft, screen, past)
        past.append(before)
        assert (not draft.missing()) == screen.can_be_saved, draft.missing()
        assert all(problem.field for problem in draft.missing())


@given(starts, st.lists(steps, max_size=12), st.text(), st.text(), st.booleans())
def test_name_scope_and_description_never_ask_for_a_new_test(
    start: tuple[Callable[[], tuple[ConnectionDraft, Screen]], list[Step]],
    more: list[Step],
    name: str,
    description: str,
    everyone: bool,
) -> None:
    draft, screen = start[0]()
    for step in [*start[1], *more]:
        draft = step(draft, screen, [])
    changed = replace(draft, name=name, description=description, scope=Scope(everyone=everyone))
    assert changed.test_counts == draft.test_counts
    assert changed.configuration_changed == draft.configuration_changed


@given(st.lists(steps, max_size=12), st.text(), st.sampled_from(["Server", "Port"]))
def test_a_changed_value_asks_for_a_new_test_and_the_tested_one_for_none(
    more: list[Step], wire: str, key: str
) -> None:
    draft, screen = _new()
    for step in [*GOOD_START, *more]:
        draft = step(draft, screen, [])
    if not draft.test_counts or draft.connector is None or draft.connector.id != "excel" or not draft.fields:
        draft, screen = _new()
        for step in GOOD_START:
            draft = step(draft, screen, [])
    tested = draft.values[key]
    changed = draft.with_value(key, wire)
    assert changed.test_counts == (wire == tested)
    assert changed.with_value(key, tested).test_counts


@given(st.lists(steps, max_size=12), st.sampled_from(["other", "site", "none"]))
def test_another_connector_and_back_loses_nothing(more: list[Step], detour: str) -> None:
    draft, screen = _new()
    for step in [*GOOD_START, *more]:
        draft = step(draft, screen, [])
    if draft.connector is None or draft.connector.id == detour:
        return
    away = draft.with_connector(CONNECTORS[detour])
    back = away.with_connector(draft.connector)
    assert back.configuration == draft.configuration
    assert back.invalid == draft.invalid
    assert back.test_counts == draft.test_counts
    if draft.fields is not None:
        assert back.with_fields(draft.fields).missing() == draft.missing()
