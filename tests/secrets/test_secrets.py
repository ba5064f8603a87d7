from __future__ import annotations

import threading
from collections.abc import Callable

import keyring
import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import InitError, KeyringLocked, NoKeyringError

from erpsync_desktop.model.errors import ProblemCode, SecretError
from erpsync_desktop.model.secret import Secret
from erpsync_desktop.secrets import LONGEST_SECRET, SERVICE, SecretStore
from tests.memory_keyring import MemoryKeyring
from tests.secrets.backends import Forgetful, MacLike, Stubborn, WindowsLike


def code_of(work: Callable[[], object]) -> ProblemCode:
    with pytest.raises(SecretError) as caught:
        work()
    assert caught.value.__cause__ is None
    return caught.value.problem.code


def chain_of(*backends: KeyringBackend) -> KeyringBackend:
    class Chain(chainer.ChainerBackend):
        priority = 1
        viable = True

        @property
        def backends(self) -> list[KeyringBackend]:
            return list(backends)

    return Chain()  # type: ignore[no-untyped-call]


def no_keyring() -> KeyringBackend:
    return fail.Keyring()  # type: ignore[no-untyped-call]


def null_keyring() -> KeyringBackend:
    return null.Keyring()  # type: ignore[no-untyped-call]


def plaintext_backend() -> KeyringBackend:
    backend = type("PlaintextKeyring", (MemoryKeyring,), {"__module__": "keyrings.alt.file"})()
    assert isinstance(backend, KeyringBackend)
    return backend


def test_a_secret_is_one_entry_under_the_programs_name(memory_keyring: MemoryKeyring) -> None:
    SecretStore().put("North / Password", Secret("s3cret"))
    assert memory_keyring.passwords == {(SERVICE, "North / Password"): "s3cret"}


def test_what_was_put_is_got_by_another_store() -> None:
    SecretStore().put("item", Secret("s3cret"))
    assert SecretStore().get("item") == Secret("s3cret")


def test_a_secret_that_is_not_there_is_none() -> None:
    assert SecretStore().get("item") is None


def test_the_keyring_that_is_given_is_used_instead_of_the_systems(memory_keyring: MemoryKeyring) -> None:
    own = MemoryKeyring()
    SecretStore(own).put("item", Secret("s3cret"))
    assert memory_keyring.passwords == {}
    assert own.passwords == {(SERVICE, "item"): "s3cret"}


@pytest.mark.parametrize("length", [1_199, 1_200, 1_201, 2_400, 2_401, LONGEST_SECRET])
def test_a_long_secret_fits_into_the_windows_credential_locker(length: int) -> None:
    backend = WindowsLike()
    SecretStore(backend).put("item", Secret("x" * length))
    assert SecretStore(backend).get("item") == Secret("x" * length)


def test_no_character_is_cut_in_two() -> None:
    backend = WindowsLike()
    text = "a" + "𝔸" * 3_000
    SecretStore(backend).put("item", Secret(text))
    assert SecretStore(backend).get("item") == Secret(text)
    assert len(backend.passwords) > 2


def test_removing_a_split_secret_removes_every_part() -> None:
    backend = WindowsLike()
    store = SecretStore(backend)
    store.put("item", Secret("x" * 9_000))
    store.delete("item")
    assert backend.passwords == {}


def test_a_split_secret_whose_part_is_gone_counts_as_gone() -> None:
    backend = WindowsLike()
    SecretStore(backend).put("item", Secret("x" * 9_000))
    del backend.passwords[SERVICE, "item [3]"]
    assert SecretStore(backend).get("item") is None


def test_a_split_secret_whose_part_is_gone_can_be_removed() -> None:
    backend = WindowsLike()
    store = SecretStore(backend)
    store.put("item", Secret("x" * 9_000))
    del backend.passwords[SERVICE, "item [3]"]
    store.delete("item")
    assert backend.passwords == {}


@pytest.mark.parametrize("text", ["erpsync-split:3", "erpsync-split:", "erpsync-split:x"])
def test_a_secret_that_looks_like_the_mark_of_a_split_one_comes_back_as_it_was(text: str) -> None:
    store = SecretStore()
    store.put("item", Secret(text))
    assert store.get("item") == Secret(text)


@pytest.mark.parametrize("head", ["erpsync-split:x", "erpsync-split:", "erpsync-split:0", "erpsync-split:²"])
def test_a_damaged_mark_counts_as_gone_and_can_be_removed(memory_keyring: MemoryKeyring, head: str) -> None:
    memory_keyring.passwords[SERVICE, "item"] = head
    store = SecretStore()
    assert store.get("item") is None
    store.delete("item")
    assert memory_keyring.passwords == {}


def test_a_secret_that_is_too_long_is_refused_before_anything_is_kept(memory_keyring: MemoryKeyring) -> None:
    store = SecretStore()
    with pytest.raises(SecretError) as caught:
        store.check(Secret("x" * (LONGEST_SECRET + 1)), "Password")
    assert caught.value.problem.code is ProblemCode.SECRET_TOO_LONG
    assert caught.value.problem.params == {"label": "Password", "limit": LONGEST_SECRET}
    assert code_of(lambda: store.put("item", Secret("x" * 70_000))) is ProblemCode.SECRET_TOO_LONG
    assert memory_keyring.passwords == {}


def test_half_a_character_is_refused() -> None:
    assert code_of(lambda: SecretStore().put("item", Secret("a\ud800"))) is ProblemCode.FIELD_BAD_CHARACTERS


@given(text=st.text(max_size=4_000))
def test_every_text_comes_back_as_it_was(text: str) -> None:
    store = SecretStore(WindowsLike())
    store.put("item", Secret(text))
    assert store.get("item") == Secret(text)


def test_removing_what_is_not_there_is_no_error() -> None:
    store = SecretStore(MacLike())
    store.delete("item")
    assert store.get("item") is None


def test_an_entry_that_went_away_in_between_is_no_error() -> None:
    class Racing(MemoryKeyring):
        def delete_password(self, service: str, username: str) -> None:
            super().delete_password(service, username)
            super().delete_password(service, username)

    backend = Racing()
    store = SecretStore(backend)
    store.put("item", Secret("s3cret"))
    store.delete("item")
    assert backend.passwords == {}


def test_an_entry_that_cannot_be_removed_is_an_error() -> None:
    store = SecretStore(Stubborn())
    store.put("item", Secret("s3cret"))
    assert code_of(lambda: store.delete("item")) is ProblemCode.KEYRING_REFUSED


def test_a_keyring_that_keeps_nothing_is_found_out() -> None:
    assert code_of(lambda: SecretStore(Forgetful()).put("i", Secret("x"))) is ProblemCode.KEYRING_REFUSED


@pytest.mark.parametrize(
    "make",
    [
        no_keyring,
        null_keyring,
        plaintext_backend,
        chain_of,
        lambda: chain_of(plaintext_backend(), null_keyring()),
    ],
)
def test_a_keyring_that_is_none_counts_as_missing(make: Callable[[], KeyringBackend]) -> None:
    store = SecretStore(make())
    assert code_of(store.require) is ProblemCode.KEYRING_MISSING
    assert code_of(lambda: store.put("item", Secret("x"))) is ProblemCode.KEYRING_MISSING
    assert code_of(lambda: store.get("item")) is ProblemCode.KEYRING_MISSING
    assert code_of(lambda: store.delete("item")) is ProblemCode.KEYRING_MISSING


def test_the_usable_keyring_of_a_chain_is_used() -> None:
    good = MemoryKeyring()
    store = SecretStore(chain_of(plaintext_backend(), good))
    store.put("item", Secret("s3cret"))
    assert good.passwords == {(SERVICE, "item"): "s3cret"}


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NoKeyringError("s3cret"), ProblemCode.KEYRING_MISSING),
        (InitError("s3cret"), ProblemCode.KEYRING_MISSING),
        (KeyringLocked("s3cret"), ProblemCode.KEYRING_LOCKED),
        (OSError("s3cret"), ProblemCode.KEYRING_REFUSED),
        (RuntimeError("s3cret"), ProblemCode.KEYRING_REFUSED),
    ],
)
def test_failures_are_told_apart_and_repeat_nothing(error: Exception, code: ProblemCode) -> None:
    class Failing(MemoryKeyring):
        def set_password(self, *_: str) -> None:
            raise error

    with pytest.raises(SecretError) as caught:
        SecretStore(Failing()).put("item", Secret("s3cret"))
    assert caught.value.problem.code is code
    assert caught.value.problem.detail == type(error).__name__
    assert "s3cret" not in repr(caught.value.problem)
    assert caught.value.__context__ is None


def test_a_user_who_does_not_let_us_in_is_told_apart() -> None:
    backend = MacLike()
    store = SecretStore(backend)
    store.put("item", Secret("s3cret"))
    backend.denied = True
    assert code_of(lambda: store.get("item")) is ProblemCode.KEYRING_LOCKED
    assert code_of(lambda: store.put("other", Secret("x"))) is ProblemCode.KEYRING_REFUSED
    assert code_of(lambda: store.delete("item")) is ProblemCode.KEYRING_LOCKED


def test_a_keyring_that_cannot_be_looked_up_counts_as_refusing(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> KeyringBackend:
        raise ImportError("no such module")

    monkeypatch.setattr(keyring, "get_keyring", broken)
    assert code_of(SecretStore().require) is ProblemCode.KEYRING_REFUSED


def test_a_secret_for_the_session_stays_in_memory(memory_keyring: MemoryKeyring) -> None:
    store = SecretStore()
    store.put("item", Secret("s3cret"), for_session=True)
    assert store.get("item") == Secret("s3cret")
    assert store.in_session("item")
    assert memory_keyring.passwords == {}


def test_another_process_does_not_see_a_secret_for_the_session() -> None:
    SecretStore().put("item", Secret("s3cret"), for_session=True)
    assert SecretStore().get("item") is None


def test_a_secret_for_the_session_needs_no_keyring_at_all() -> None:
    store = SecretStore(no_keyring())
    store.put("item", Secret("s3cret"), for_session=True)
    assert store.get("item") == Secret("s3cret")
    store.delete("item")
    assert not store.in_session("item")


def test_two_threads_write_one_after_the_other() -> None:
    class Watched(MemoryKeyring):
        inside = 0
        most = 0

        def set_password(self, service: str, username: str, password: str) -> None:
            Watched.inside += 1
            Watched.most = max(Watched.most, Watched.inside)
            threading.Event().wait(0.001)
            super().set_password(service, username, password)
            Watched.inside -= 1

    backend = Watched()
    store = SecretStore(backend)
    threads = [
        threading.Thread(target=store.put, args=(f"item {number}", Secret("x" * 5_000)))
        for number in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Watched.most == 1
    assert all(store.get(f"item {number}") == Secret("x" * 5_000) for number in range(4))
