"""An ERP connection as it is being defined: pure, knows what is missing and whether the last test counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from erpsync_desktop.model import draft_rule
from erpsync_desktop.model.connection import ErpConnection
from erpsync_desktop.model.connector import SyncConnector
from erpsync_desktop.model.directory import Scope
from erpsync_desktop.model.errors import Problem
from erpsync_desktop.model.metadata import FieldMetadata
from erpsync_desktop.model.outcome import ConnectionTest
from erpsync_desktop.model.secret import Secret


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a test is about: exactly this connector at this address with these values.

    Attributes:
        connector_id: of the chosen connector; empty for none.
        url: its address.
        values: values on the wire by field key, without secrets.
        secrets: secrets that were typed.
        kept: keys of the fields whose stored secret is kept.
    """

    connector_id: str = ""
    url: str = ""
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
    secrets: Mapping[str, Secret] = field(default_factory=dict, hash=False)
    kept: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ConnectionDraft:
    """An ERP connection in the connection dialog. Every ``with_…`` gives a changed copy.

    Attributes:
        id: the GUID; made before the first save.
        original: the saved connection that is edited; None for a new one.
        taken: keys (``name_key``) of the other connections' names.
        connector: the chosen one.
        fields: what it asks for, in rank order; None until they are loaded.
        values: values on the wire by field key, without secrets and labels.
        secrets: secrets that were typed, by field key.
        stored: keys of the fields that have a secret in the keyring.
        lost: keys of the fields whose secret was saved once and is no longer in the keyring.
        left_empty: keys of the secret fields that were left or made empty: no default goes there.
        secret_problem: why the keyring could not be asked for the stored secrets.
        invalid: what is wrong with texts that are no value of their field's type, by field key.
        result: the last test, if it was of just this configuration.
        tested: the configuration that ``result`` is about.
        shelf: what was typed for connectors that were chosen before, by connector id.
        baseline: the configuration as it was opened; a configuration equal to it needs no new test.
    """

    id: str
    original: ErpConnection | None = None
    taken: frozenset[str] = frozenset()
    name: str = ""
    description: str = ""
    scope: Scope = field(default_factory=Scope)
    connector: SyncConnector | None = None
    fields: tuple[FieldMetadata, ...] | None = None
    values: Mapping[str, str] = field(default_factory=dict, hash=False)
    secrets: Mapping[str, Secret] = field(default_factory=dict, hash=False)
    stored: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()
    left_empty: frozenset[str] = frozenset()
    secret_problem: Problem | None = None
    invalid: Mapping[str, Problem] = field(default_factory=dict, hash=False)
    result: ConnectionTest | None = None
    tested: Configuration | None = None
    shelf: Mapping[str, Shelved] = field(default_factory=dict, hash=False)
    baseline: Configuration | None = None

    @classmethod
    def of(
        cls,
        original: ErpConnection,
        connector: SyncConnector | None,
        *,
        taken: frozenset[str] = frozenset(),
        lost: frozenset[str] = frozenset(),
        left_empty: frozenset[str] = frozenset(),
        secret_problem: Problem | None = None,
    ) -> ConnectionDraft:
        """A draft for editing a saved connection.

        Args:
            original: the connection as saved.
            connector: its connector; None where that is gone.
            taken: keys (``name_key``) of the other connections' names.
            lost: keys of its secrets that the keyring does not have any more.
            left_empty: keys of its secret fields that were left empty.
            secret_problem: why the keyring could not be asked.
        """
        draft = cls(
            id=original.id,
            original=original,
            taken=taken,
            name=original.name,
            description=original.description,
            scope=original.scope,
            connector=connector,
            values=dict(original.values),
            stored=original.secret_keys - lost,
            lost=lost,
            left_empty=left_empty,
            secret_problem=secret_problem,
        )
        return replace(draft, baseline=draft.configuration)

    # What it is

    @property
    def is_new(self) -> bool:
        """Whether this connection is not saved yet."""
        return self.original is None

    @property
    def locked(self) -> bool:
        """Whether connector and configuration cannot change because the connection is active."""
        return self.original is not None and self.original.active

    @property
    def configuration(self) -> Configuration:
        """What a test would be about now."""
        connector = self.connector
        return Configuration(
            connector_id=connector.id if connector else "",
            url=connector.url if connector else "",
            values=dict(self.values),
            secrets={key: secret for key, secret in self.secrets.items() if secret},
            kept=frozenset(key for key in self.stored if not self.secrets.get(key)),
        )

    @property
    def configuration_changed(self) -> bool:
        """Whether a save must tell the connector: new, or connector or a value differ from what is saved."""
        return self.is_new or bool(self.invalid) or self.configuration != self.baseline

    @property
    def test_counts(self) -> bool:
        """Whether the last test succeeded for exactly this configuration (an unchanged saved one counts)."""
        if not self.configuration_changed:
            return True
        return self.result is not None and self.result.passed and self.result_is_current

    @property
    def result_is_current(self) -> bool:
        """Whether the last test was of exactly this configuration."""
        return self.tested is not None and not self.invalid and self.tested == self.configuration

    # Changing it

    def with_connector(self, connector: SyncConnector | None) -> ConnectionDraft:
        """Choose a connector. What was typed for the one before is put on the shelf and comes back with it.

        The same connector with another address keeps what was typed; its fields must be loaded again.
        """
        if connector and self.connector and connector.id == self.connector.id:
            same = connector.url == self.connector.url
            return replace(self, connector=connector, fields=self.fields if same else None)
        shelf = dict(self.shelf)
        if self.connector:
            shelf[self.connector.id] = Shelved(
                self.values, self.secrets, self.invalid, self.stored, self.lost, self.left_empty
            )
        back = shelf.pop(connector.id, None) if connector else None
        back = back or Shelved()
        return replace(
            self,
            connector=connector,
            fields=None,
            values=back.values,
            secrets=back.secrets,
            invalid=back.invalid,
            stored=back.stored,
            lost=back.lost,
            left_empty=back.left_empty,
            shelf=shelf,
        )

    def without_fields(self) -> ConnectionDraft:
        """The fields are to be loaded (again); values stay."""
        return replace(self, fields=None)

    def with_fields(self, fields: tuple[FieldMetadata, ...]) -> ConnectionDraft:
        """Take what the connector asks for. Values that are there stay; new fields start with their defaults.

        That a saved connection gains or loses a field does not by itself ask for a new test, so that it can
        be renamed: what is opened is the baseline.
        """
        untouched = not self.is_new and not self.configuration_changed
        plain = {item.key: item for item in fields if item.kind.has_value and not item.kind.is_secret}
        secret = {item.key for item in fields if item.kind.is_secret}
        typable = {key for key, item in plain.items() if item.takes_input}
        values = {key: self._kept_value(item) for key, item in plain.items()}
        # A default of a secret field is as good as typed, unless one is stored.
        fresh = secret - self.stored - self.lost - self.left_empty
        secrets = {item.key: Secret(item.default) for item in fields if item.key in fresh and item.default}
        secrets |= {key: typed for key, typed in self.secrets.items() if key in secret}
        changed = replace(
            self,
            fields=fields,
            values=values,
            secrets=secrets,
            stored=self.stored & secret,
            lost=self.lost & secret,
            invalid={key: problem for key, problem in self.invalid.items() if key in typable},
        )
        return replace(changed, baseline=changed.configuration) if untouched else changed

    def _kept_value(self, item: FieldMetadata) -> str:
        if item.key not in self.values or (self.is_new and not item.takes_input):
            return item.start_value
        return self.values[item.key]

    def with_value(self, key: str, wire: str) -> ConnectionDraft:
        """Fill a field that is no secret, with a value on the wire."""
        invalid = {other: problem for other, problem in self.invalid.items() if other != key}
        return replace(self, values={**self.values, key: wire}, invalid=invalid)

    def with_invalid(self, key: str, problem: Problem) -> ConnectionDraft:
        """A text was typed that is no value of its field's type. The last good value stays beneath."""
        return replace(self, invalid={**self.invalid, key: problem})

    def with_secret(self, key: str, secret: Secret) -> ConnectionDraft:
        """Type a secret; an empty one keeps what is stored."""
        if secret:
            return replace(self, secrets={**self.secrets, key: secret}, left_empty=self.left_empty - {key})
        secrets = {other: typed for other, typed in self.secrets.items() if other != key}
        return replace(self, secrets=secrets, left_empty=self.left_empty | {key})

    def with_test(self, result: ConnectionTest, of: ConnectionDraft) -> ConnectionDraft:
        """Take the result of a test of an earlier state of this draft; it counts while nothing differs.

        One that comes late, about other values, does not displace one that is about these.
        """
        if self.result_is_current and of.configuration != self.configuration:
            return self
        return replace(self, result=result, tested=of.configuration)

    def typed_over(self, fresh: ConnectionDraft) -> ConnectionDraft:
        """What is typed here, over what somebody else saved meanwhile.

        Whatever differs from what is saved now needs a new test.

        Args:
            fresh: a draft of the connection as it is saved now.
        """
        same = self.connector is not None and fresh.connector is not None
        same = same and self.connector.id == fresh.connector.id  # type: ignore[union-attr]
        return replace(
            self,
            original=fresh.original,
            taken=fresh.taken,
            stored=fresh.stored if same else self.stored,
            lost=fresh.lost if same else self.lost,
            left_empty=fresh.left_empty if same else self.left_empty,
            baseline=fresh.baseline,
            result=None,
            tested=None,
        )

    def deactivated(self, now: ErpConnection) -> ConnectionDraft:
        """The connection was switched off, so connector and configuration can change.

        Args:
            now: as it is saved now. Where more than that was saved meanwhile, a save still finds it out.
        """
        if self.original is None:
            return self
        alone = now.version == self.original.version + 1
        version = now.version if alone else self.original.version
        return replace(self, original=replace(self.original, active=False, version=version))

    # What is missing

    def missing(self) -> tuple[Problem, ...]:
        """Why OK is off, in the order of the dialog; empty when the draft can be saved."""
        return tuple(draft_rule.missing(self))

    def untestable(self) -> tuple[Problem, ...]:
        """Why it cannot be tested; empty when it can."""
        return tuple(draft_rule.configuration_problems(self))

    def field_problem(self, item: FieldMetadata) -> Problem | None:
        """What is wrong with one field, or None."""
        return draft_rule.field_problem(self, item)


@dataclass(frozen=True, slots=True)
class Shelved:
    """What was typed for a connector that is not chosen at the moment."""

    values: Mapping[str, str] = field(default_factory=dict, hash=False)
    secrets: Mapping[str, Secret] = field(default_factory=dict, hash=False)
    invalid: Mapping[str, Problem] = field(default_factory=dict, hash=False)
    stored: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()
    left_empty: frozenset[str] = frozenset()
