"""The values that a connector is sent: those of the draft or the database, with the secrets put in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from erpsync_desktop.model.errors import Problem, ProblemCode, SecretError

if TYPE_CHECKING:
    from erpsync_desktop.model.connection import ErpConnection
    from erpsync_desktop.model.draft import ConnectionDraft
    from erpsync_desktop.model.secret import Secret
    from erpsync_desktop.secrets import SecretStore


def read_secrets(
    store: SecretStore, items: Mapping[str, str], labels: Mapping[str, str] | None = None
) -> dict[str, Secret]:
    """The secrets of entries, by field key.

    Raises:
        SecretError: the keyring does not answer, or an entry is gone (SECRET_LOST at its field).
    """
    found: dict[str, Secret] = {}
    for key, item in items.items():
        secret = store.get(item)
        if secret is None:
            params = {"label": (labels or {}).get(key, key)}
            raise SecretError(Problem(ProblemCode.SECRET_LOST, params, field=f"field:{key}"))
        found[key] = secret
    return found


def labels_of(draft: ConnectionDraft) -> dict[str, str]:
    """The fields' labels as sent, by key."""
    return {field.key: field.label or field.key for field in draft.fields or ()}


def kept_items(draft: ConnectionDraft, items: Mapping[str, str]) -> dict[str, str]:
    """Which entries the draft keeps. Raises SecretError for one that the database does not have."""
    labels = labels_of(draft)
    kept: dict[str, str] = {}
    for key in sorted(draft.configuration.kept):
        if key not in items:
            params = {"label": labels.get(key, key)}
            raise SecretError(Problem(ProblemCode.SECRET_LOST, params, field=f"field:{key}"))
        kept[key] = items[key]
    return kept


def typed_secrets(draft: ConnectionDraft) -> dict[str, Secret]:
    """The secrets that were typed for fields that the connector asks for."""
    asked = secret_keys(draft)
    return {key: typed for key, typed in draft.configuration.secrets.items() if key in asked}


def plain_values(draft: ConnectionDraft) -> dict[str, str]:
    """All values but labels and secrets; read-only ones with what they stand at."""
    plain = (field for field in draft.fields or () if field.kind.has_value and not field.kind.is_secret)
    return {field.key: draft.values.get(field.key, field.start_value) for field in plain}


def wire_values(draft: ConnectionDraft, secrets: Mapping[str, Secret]) -> dict[str, str]:
    """What a draft's connector is sent: every field but labels, a secret that was left empty as empty."""
    plain = plain_values(draft)
    asked = [field for field in draft.fields or () if field.kind.has_value]
    return {
        field.key: plain[field.key] if field.key in plain else _reveal(secrets.get(field.key))
        for field in asked
    }


def saved_values(saved: ErpConnection, secrets: Mapping[str, Secret], empty: Iterable[str]) -> dict[str, str]:
    """What a saved connection's connector is sent; ``empty`` are keys of secrets that were left empty."""
    left_empty = dict.fromkeys(empty, "")
    return dict(saved.values) | left_empty | {key: secret.reveal() for key, secret in secrets.items()}


def secret_keys(draft: ConnectionDraft) -> frozenset[str]:
    """Keys of the secret fields that the connector asks for."""
    return frozenset(field.key for field in draft.fields or () if field.kind.is_secret)


def _reveal(secret: Secret | None) -> str:
    return secret.reveal() if secret else ""
