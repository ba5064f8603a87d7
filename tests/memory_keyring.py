"""A keyring that lives and dies with one test."""

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError


class MemoryKeyring(KeyringBackend):
    """Keeps secrets in a dictionary, ``passwords[service, username]``, that tests may look into."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.passwords: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        """Return the secret, or None where there is none."""
        return self.passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep the secret, replacing the one that was there."""
        self.passwords[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        """Forget the secret.

        Raises:
            PasswordDeleteError: there is none.
        """
        if self.passwords.pop((service, username), None) is None:
            raise PasswordDeleteError(f"no such secret: {username}")
